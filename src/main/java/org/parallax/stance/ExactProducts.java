package org.parallax.stance;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.parallax.config.ConfigException;

/**
 * Makes int8 weights give the same answers on every processor. One of x86-64 without the VNNI instructions adds two products
 * of an unsigned and a signed byte in 16 bits, where they overflow, and the shipped model's F1 on gold/dev falls from 82.5 to
 * 26.2. There the weights are moved to unsigned bytes, which are multiplied exactly, in the same time. What is left between
 * processors are the last digits of sums in another order, which may round a few activations to another byte.
 */
final class ExactProducts {
    /** ONNX Runtime's own switch. It does nothing where the processor needs nothing. */
    private static final String UNSIGNED_WEIGHTS = "session.x64quantprecision";

    private static final Map<String, Path> MOVED = new ConcurrentHashMap<>();

    private ExactProducts() {}

    /**
     * The model to load on this machine and any other that needs it moved: the folder itself, or another for the life of this
     * process.
     *
     * @param digest of the model file, so that each is moved once
     */
    static Path folder(Path model, String digest) {
        return given() ? model : MOVED.computeIfAbsent(digest, unused -> moved(model));
    }

    /**
     * Refuses a cluster whose executors need what the driver does not, and could not make for them.
     *
     * @throws ConfigException when there is such an executor
     */
    static void requireOf(SparkSession spark) {
        if (spark.sparkContext().isLocal() || !given()) {
            return;
        }
        int cores = spark.sparkContext().defaultParallelism();
        boolean everywhere = spark.range(0, cores, 1, cores)
                .map((MapFunction<Long, Boolean>) core -> given(), Encoders.BOOLEAN())
                .filter("not value")
                .isEmpty();
        if (!everywhere) {
            throw new ConfigException(
                    "stance.model: an executor's processor has no VNNI instructions and the driver's has; its"
                            + " answers would be wrong. Run the driver on such a machine as well (--deploy-mode cluster), or the executors"
                            + " on none");
        }
    }

    /** Whether this processor multiplies bytes exactly as they are. */
    static boolean given() {
        if (!System.getProperty("os.arch").matches("amd64|x86_64")) {
            return true;
        }
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.anyMatch(line -> line.startsWith("flags") && line.contains("vnni"));
        } catch (IOException | UncheckedIOException e) {
            // Not Linux: moving what need not be moved changes nothing.
            return false;
        }
    }

    private static Path moved(Path model) {
        return ModelCopy.of(model, onnx -> {
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.addConfigEntry(UNSIGNED_WEIGHTS, "1");
                // No further: what follows is made for one processor.
                options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.EXTENDED_OPT);
                options.setOptimizedModelFilePath(onnx.toString());
                OrtEnvironment.getEnvironment()
                        .createSession(model.resolve(ModelCopy.MODEL).toString(), options)
                        .close();
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime cannot load the model in " + model, e);
            }
        });
    }
}
