package org.parallax.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.parallax.stance.Stance;
import org.parallax.statistics.CalibrationError;
import org.parallax.statistics.Confusion;

/**
 * What a labelled file says of the model.
 *
 * @param level what was labelled: mentions or articles
 * @param unread items that got no score, because the model does not read their language or their target was not found; they count as neutral
 * @param holderQuestions items that ask for a holder's stance, to which the text's stance was given
 * @param perSecond items scored in a second, model loading apart
 */
public record Scorecard(
        String level, List<Verdict> verdicts, long unread, long holderQuestions, double perSecond, String modelId) {
    private static final int BINS = 15;

    public Scorecard {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * One item's label beside the answer.
     *
     * @param label class index of the label
     * @param predicted class index of the answer
     * @param confidence probability of the answer, NaN where the answer has none
     */
    public record Verdict(int label, int predicted, double confidence) {}

    /** One JSON object; F1 and accuracy in per cent. */
    public String json() {
        Confusion confusion = Confusion.of(
                Stance.values().length,
                verdicts.stream().mapToInt(Verdict::label).toArray(),
                verdicts.stream().mapToInt(Verdict::predicted).toArray());
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode json = mapper.createObjectNode();
        json.put("level", level);
        json.put("n", verdicts.size());
        json.put("f1_macro", percent(confusion.f1Macro()));
        json.put("accuracy", percent(confusion.accuracy()));
        json.put("ece", Math.round(1e4 * ece()) / 1e4);
        ObjectNode classes = json.putObject("classes");
        ObjectNode matrix = json.putObject("confusion");
        for (Stance truth : Stance.values()) {
            int c = truth.index();
            classes.putObject(truth.code())
                    .put("precision", percent(confusion.precision(c)))
                    .put("recall", percent(confusion.recall(c)))
                    .put("f1", percent(confusion.f1(c)));
            ObjectNode row = matrix.putObject(truth.code());
            for (Stance given : Stance.values()) {
                row.put(given.code(), confusion.count(c, given.index()));
            }
        }
        json.put("unread", unread);
        json.put("holder_questions", holderQuestions);
        json.put("mentions_per_second", Math.round(10 * perSecond) / 10.0);
        json.put("model_id", modelId);
        try {
            return mapper.writeValueAsString(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double ece() {
        List<Verdict> sure =
                verdicts.stream().filter(v -> !Double.isNaN(v.confidence)).toList();
        double[] confidence = sure.stream().mapToDouble(Verdict::confidence).toArray();
        boolean[] correct = new boolean[confidence.length];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = sure.get(i).label == sure.get(i).predicted;
        }
        return CalibrationError.expected(confidence, correct, BINS);
    }

    private static double percent(double share) {
        return Math.round(1e4 * share) / 1e2;
    }
}
