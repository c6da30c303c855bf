package org.parallax.stance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parallax.config.ConfigException;

/**
 * How a model errs, as its card states it: classes stand in the order unfavourable, neutral, favourable.
 *
 * @param counts labelled texts that the model did not learn from, true class by given class
 * @param prior class shares of the texts that its probabilities are calibrated on; empty where the card does not say
 */
public record KnownErrors(List<List<Long>> counts, List<Double> prior) {
    private static final String CONFUSION = "confusion";
    private static final int CLASSES = Stance.values().length;
    private static final double ROUNDING = 1e-3;

    public KnownErrors {
        counts = counts.stream().map(List::copyOf).toList();
        prior = List.copyOf(prior);
    }

    /** All labelled texts. */
    public long labels() {
        return counts.stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
    }

    /**
     * Reads the entry {@code confusion} of a card.
     *
     * @return null where there is none
     * @throws ConfigException when there is one that makes no sense
     */
    static @Nullable KnownErrors read(JsonNode card, Path file) {
        JsonNode json = card.path(CONFUSION);
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        KnownErrors errors = new KnownErrors(counts(json.path("counts"), file), prior(json.path("prior"), file));
        long stated = json.path("labels").asLong(-1);
        if (stated != errors.labels()) {
            throw refused(file, "labels is " + json.path("labels") + " but the counts sum to " + errors.labels());
        }
        return errors;
    }

    private static List<List<Long>> counts(JsonNode json, Path file) {
        List<List<Long>> counts = new ArrayList<>();
        for (JsonNode row : json) {
            List<Long> numbers = new ArrayList<>();
            row.forEach(n -> numbers.add(n.isIntegralNumber() ? n.asLong() : -1));
            counts.add(numbers);
        }
        if (counts.size() != CLASSES
                || counts.stream()
                        .anyMatch(row -> row.size() != CLASSES || row.stream().anyMatch(n -> n < 0))) {
            throw refused(
                    file,
                    "counts is " + json + " but must be 3 rows (true class) of 3 whole numbers (given class), in the"
                            + " order unfavourable, neutral, favourable");
        }
        return counts;
    }

    private static List<Double> prior(JsonNode json, Path file) {
        List<Double> prior = new ArrayList<>();
        json.forEach(share -> prior.add(share.asDouble(-1)));
        double sum = prior.stream().mapToDouble(Double::doubleValue).sum();
        boolean shares =
                prior.size() == CLASSES && prior.stream().allMatch(share -> share > 0) && Math.abs(sum - 1) <= ROUNDING;
        if (!json.isMissingNode() && !shares) {
            throw refused(file, "prior is " + json + " but must be 3 shares above 0 that sum to 1");
        }
        return prior;
    }

    private static ConfigException refused(Path file, String what) {
        return new ConfigException("stance.model: " + file.toAbsolutePath() + ": " + CONFUSION + ": " + what
                + "; correct the card, or take the entry out and go without corrected shares");
    }
}
