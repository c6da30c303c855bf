package org.parallax.stance;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * The shipped model on bare ONNX Runtime, without Spark or Spark NLP: the yardstick for the job's speed. Like the job it reads
 * one text at a time, with one thread for each text.
 */
public final class BareModel implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final WordPieces pieces;
    private final OrtSession session;

    private BareModel(Path folder) throws OrtException {
        pieces = WordPieces.read(folder);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            ModelCard card = ModelCard.read(folder);
            Path runs = ExactProducts.folder(ModelFile.folder(folder, card), card.sha256());
            session = environment.createSession(runs.resolve(ModelCopy.MODEL).toString(), options);
        }
    }

    /** Loads the model of a folder. */
    public static BareModel load(Path folder) {
        try {
            return new BareModel(folder);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot load the model in " + folder, e);
        }
    }

    /** The ids that the model reads of a question's words. */
    public long[] ids(String words) {
        return pieces.ids(words);
    }

    /** The answer to a question of which the ids are given. Several threads may ask at once. */
    public Probabilities answer(long[] ids) {
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, new long[][] {ids});
                OnnxTensor attention = OnnxTensor.createTensor(environment, new long[][] {mask});
                OrtSession.Result result = session.run(Map.of("input_ids", input, "attention_mask", attention))) {
            float[] logits = ((float[][]) result.get(0).getValue())[0];
            double most = Math.max(logits[0], Math.max(logits[1], logits[2]));
            double[] e = new double[logits.length];
            double sum = 0;
            for (int c = 0; c < e.length; c++) {
                e[c] = Math.exp(logits[c] - most);
                sum += e[c];
            }
            return new Probabilities(e[0] / sum, e[1] / sum, e[2] / sum);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on a text of " + ids.length + " pieces", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
