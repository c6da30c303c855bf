package org.parallax.statistics;

import java.util.List;

/** What a correction comes to: estimates, or the reason why there are none. */
public sealed interface Corrected {
    /** The estimates: of the three class shares in the order unfavourable, neutral, favourable, or of one mean. */
    record Found(List<Estimate> estimates) implements Corrected {
        public Found {
            estimates = List.copyOf(estimates);
        }
    }

    /** No estimates, and why. */
    record Missing(Unidentified reason) implements Corrected {}
}
