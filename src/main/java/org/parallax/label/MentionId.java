package org.parallax.label;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.spark.sql.Column;
import org.parallax.table.MentionsTable;

/**
 * Names for mentions and digests of their sentences. They begin with a letter, because a spreadsheet takes 12e45 for a number
 * and rounds what has more than fifteen digits.
 */
final class MentionId {
    private static final String SEPARATOR = "\u001f";
    private static final String MENTION = "m";
    private static final String SENTENCE = "s";
    private static final int DIGITS = 20;

    private MentionId() {}

    /** The id of a row of {@link MentionsTable}. */
    static Column column() {
        return digest(
                MENTION,
                concat_ws(
                        SEPARATOR,
                        col(MentionsTable.ARTICLE_ID),
                        col(MentionsTable.FIELD),
                        col(MentionsTable.SENTENCE_INDEX).cast("string"),
                        col(MentionsTable.TARGET)));
    }

    static String of(String article, String field, String index, String target) {
        return digest(MENTION, String.join(SEPARATOR, article, field, index, target));
    }

    /** The digest of a sentence, so that a sheet tells when the corpus has changed. */
    static Column ofSentence(Column sentence) {
        return digest(SENTENCE, sentence);
    }

    static String ofSentence(String sentence) {
        return digest(SENTENCE, sentence);
    }

    private static Column digest(String prefix, Column text) {
        return concat(lit(prefix), substring(sha2(text, 256), 1, DIGITS));
    }

    static String digest(String prefix, String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return prefix + HexFormat.of().formatHex(sha).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
