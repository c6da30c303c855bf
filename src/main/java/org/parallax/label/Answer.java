package org.parallax.label;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an annotator may write into a cell. */
public enum Answer {
    UNFAVOURABLE(-1, "-1", "unfavourable", "unfavorable"),
    NEUTRAL(0, "0", "neutral"),
    FAVOURABLE(1, "1", "+1", "favourable", "favorable"),
    /** The annotator looked and could not tell. */
    UNCLEAR(0, "?"),
    /** Nobody has looked yet. */
    EMPTY(0, "");

    static final String ACCEPTED = "-1, 0 or 1, or unfavourable, neutral or favourable, or ? where it cannot be told";

    private final int value;

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives a list that cannot be changed.
    private final List<String> spellings;

    Answer(int value, String... spellings) {
        this.value = value;
        this.spellings = List.of(spellings);
    }

    /** The answer that a cell holds, or null when it holds none; spreadsheets make 1.0 and a long minus of what is typed. */
    static @Nullable Answer of(String cell) {
        String plain = cell.strip()
                .toLowerCase(Locale.ROOT)
                .replace('−', '-')
                .replaceFirst("^'", "")
                .replaceFirst("^([-+]?\\d+)[.,]0+$", "$1");
        return Arrays.stream(values())
                .filter(answer -> answer.spellings.contains(plain))
                .findFirst()
                .orElse(null);
    }

    boolean isLabel() {
        return this != UNCLEAR && this != EMPTY;
    }

    /** -1, 0 or 1. */
    int value() {
        return value;
    }
}
