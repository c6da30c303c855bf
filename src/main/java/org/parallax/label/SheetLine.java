package org.parallax.label;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.parallax.table.LabellingSheet;

/** A drawn mention as a line of {@link LabellingSheet}. */
record SheetLine(
        String id,
        String targetName,
        SheetSentence sentence,
        double inclusionProbability,
        String sample,
        String articleId,
        String field,
        int sentenceIndex,
        String target) {
    private static final MathContext SIX_DIGITS = new MathContext(6);

    /** The cells by their columns, as text; those that are to be filled in are missing. */
    Map<String, String> cells() {
        return Map.ofEntries(
                Map.entry(LabellingSheet.ID, id),
                Map.entry(LabellingSheet.TARGET_NAME, targetName),
                Map.entry(LabellingSheet.BEFORE, sentence.before()),
                Map.entry(LabellingSheet.SENTENCE, sentence.marked()),
                Map.entry(LabellingSheet.AFTER, sentence.after()),
                Map.entry(LabellingSheet.INCLUSION_PROBABILITY, probability()),
                Map.entry(LabellingSheet.SAMPLE, sample),
                Map.entry(LabellingSheet.ARTICLE_ID, articleId),
                Map.entry(LabellingSheet.FIELD, field),
                Map.entry(LabellingSheet.SENTENCE_INDEX, Integer.toString(sentenceIndex)),
                Map.entry(LabellingSheet.TARGET, target),
                Map.entry(LabellingSheet.SENTENCE_DIGEST, sentence.digest()));
    }

    /** As a spreadsheet keeps it: it shows, and then saves, about ten characters of a number. */
    private String probability() {
        return new BigDecimal(inclusionProbability)
                .round(SIX_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
