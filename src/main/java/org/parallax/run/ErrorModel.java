package org.parallax.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parallax.stance.KnownErrors;
import org.parallax.statistics.ConfusionRates;
import org.parallax.statistics.ModelError;
import org.parallax.statistics.Prior;

/** What a model's card says of its errors, in the terms of the corrections. */
final class ErrorModel {
    private ErrorModel() {}

    static ModelError of(@Nullable KnownErrors errors) {
        if (errors == null) {
            return ModelError.UNKNOWN;
        }
        long[][] counts = errors.counts().stream()
                .map(row -> row.stream().mapToLong(Long::longValue).toArray())
                .toArray(long[][]::new);
        List<Double> prior = errors.prior();
        return new ModelError(
                ConfusionRates.of(counts),
                prior.isEmpty() ? null : new Prior(prior.get(0), prior.get(1), prior.get(2), errors.labels()));
    }
}
