package org.parallax.stance;

import org.parallax.table.MentionsTable;

/** The model's answer to a question; the three sum to 1. */
public record Probabilities(double unfavourable, double neutral, double favourable) {

    public double of(Stance stance) {
        return switch (stance) {
            case UNFAVOURABLE -> unfavourable;
            case NEUTRAL -> neutral;
            case FAVOURABLE -> favourable;
        };
    }

    /** The most probable class; of two that are equal, the one nearer to neutral. */
    public Stance best() {
        if ((neutral >= unfavourable && neutral >= favourable) || unfavourable == favourable) {
            return Stance.NEUTRAL;
        }
        return favourable > unfavourable ? Stance.FAVOURABLE : Stance.UNFAVOURABLE;
    }

    /** Probability of the most probable class. */
    public double confidence() {
        return Math.max(neutral, Math.max(unfavourable, favourable));
    }

    /** Expected stance, with unfavourable -1 and favourable +1. */
    public double score() {
        return favourable - unfavourable;
    }

    /** The value of the tables: the best class, or uncertain where it stays under a probability. */
    String stance(double minConfidence) {
        return confidence() < minConfidence ? MentionsTable.UNCERTAIN : best().code();
    }
}
