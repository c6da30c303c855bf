package org.parallax.config;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A term of an office, so that "the Kazakh president" in an article of a certain day is a certain person.
 *
 * @param kind which office
 * @param of id of the state or organisation whose office it is
 * @param from first day of the term
 * @param until last day of the term; null while it lasts
 */
public record Office(Kind kind, String of, LocalDate from, @Nullable LocalDate until) implements Serializable {

    /** The offices by whose name news speak of their holders. */
    public enum Kind {
        PRESIDENT,
        PRIME_MINISTER,
        FOREIGN_MINISTER,
        SECRETARY_GENERAL,
        /** Whom "the German leader" means, where that is not the president. */
        LEADER
    }

    /** Whether the term covers a day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether two terms of one office share more than the day on which it changes hands. */
    boolean overlaps(Office other) {
        return kind == other.kind
                && of.equals(other.of)
                && (until == null || other.from.isBefore(until))
                && (other.until == null || from.isBefore(other.until));
    }
}
