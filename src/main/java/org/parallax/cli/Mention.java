package org.parallax.cli;

import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.parallax.table.Manifest;
import org.parallax.table.MentionsTable;

/**
 * A row of the mentions table for a reader; offsets in code points.
 *
 * @param holder who is reported, by display name, else as the text names them; null for the author
 * @param score null where the model does not read the language
 * @param holderScore stance of the one who is reported; null where nobody is by name
 * @param cut code points of the sentence that the model did not read
 */
record Mention(
        String field,
        int sentenceBegin,
        int sentenceEnd,
        int begin,
        int end,
        String target,
        String targetName,
        String voice,
        @Nullable String holder,
        double unfavourable,
        double neutral,
        double favourable,
        @Nullable Double score,
        String stance,
        @Nullable Double holderScore,
        @Nullable String holderStance,
        int cut) {

    static final String UNSCORED = "not scored";

    static Mention of(Row row, Manifest manifest) {
        Double score = row.getAs(MentionsTable.SCORE);
        String target = row.getAs(MentionsTable.TARGET);
        String holder = row.getAs(MentionsTable.HOLDER);
        String stance = row.getAs(MentionsTable.STANCE);
        Integer cut = row.getAs(MentionsTable.CHARACTERS_CUT);
        return new Mention(
                row.getAs(MentionsTable.FIELD),
                row.<Integer>getAs(MentionsTable.SENTENCE_BEGIN),
                row.<Integer>getAs(MentionsTable.SENTENCE_END),
                row.<Integer>getAs(MentionsTable.BEGIN),
                row.<Integer>getAs(MentionsTable.END),
                target,
                Summary.displayName(manifest, "targets", target),
                row.getAs(MentionsTable.VOICE),
                holder == null
                        ? row.getAs(MentionsTable.HOLDER_SURFACE)
                        : Summary.displayName(manifest, "actors", holder),
                probability(row, MentionsTable.P_UNFAVOURABLE),
                probability(row, MentionsTable.P_NEUTRAL),
                probability(row, MentionsTable.P_FAVOURABLE),
                score,
                stance == null ? UNSCORED : stance,
                row.getAs(MentionsTable.HOLDER_SCORE),
                row.getAs(MentionsTable.HOLDER_STANCE),
                cut == null ? 0 : cut);
    }

    /** Voice and holder in a word, such as {@code reported:Lavrov}. */
    String voiceOf() {
        return holder == null ? voice : voice + ":" + holder;
    }

    private static double probability(Row row, String column) {
        Double value = row.getAs(column);
        return value == null ? Double.NaN : value;
    }
}
