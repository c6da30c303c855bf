package org.parallax.label;

import java.util.List;

/**
 * A drawn sample.
 *
 * @param id names the draw
 * @param strata what it was drawn from, in order
 * @param lines the drawn mentions, in an order that tells nothing of their strata
 */
public record Sample(String id, List<Stratum> strata, List<SheetLine> lines) {
    public Sample {
        strata = List.copyOf(strata);
        lines = List.copyOf(lines);
    }
}
