package org.parallax.label;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.parallax.MadeRows;
import org.parallax.table.ArticlesTable;
import org.parallax.table.MentionsTable;

/** Rows for the tests of this room. */
final class LabelRows {
    static final String SENTENCE = "sentence";
    private static final StructType MENTIONS = MentionsTable.TABLE.schema().add(SENTENCE, DataTypes.StringType);

    private LabelRows() {}

    static Row article(String id, String outlet, String body) {
        return MadeRows.row(
                ArticlesTable.TABLE.schema(),
                ArticlesTable.ARTICLE_ID,
                id,
                ArticlesTable.OUTLET,
                outlet,
                ArticlesTable.BODY,
                body,
                ArticlesTable.LANGUAGE,
                "en");
    }

    /** A scored mention; offsets into the body. */
    static Row mention(
            String article, int index, String target, int begin, int end, double minus, double zero, double plus) {
        String stance = zero > Math.max(minus, plus) ? "neutral" : plus > minus ? "favourable" : "unfavourable";
        return MadeRows.with(
                unread(article, index, target),
                MENTIONS,
                MentionsTable.SENTENCE_BEGIN,
                begin,
                MentionsTable.SENTENCE_END,
                end + 9,
                MentionsTable.BEGIN,
                begin,
                MentionsTable.END,
                end,
                MentionsTable.P_UNFAVOURABLE,
                minus,
                MentionsTable.P_NEUTRAL,
                zero,
                MentionsTable.P_FAVOURABLE,
                plus,
                MentionsTable.SCORE,
                plus - minus,
                MentionsTable.STANCE,
                stance,
                MentionsTable.MODEL_ID,
                "m1");
    }

    /** A mention in a language that the model does not read. */
    static Row unread(String article, int index, String target) {
        return MadeRows.row(
                MENTIONS,
                MentionsTable.ARTICLE_ID,
                article,
                MentionsTable.FIELD,
                MentionsTable.FIELD_BODY,
                MentionsTable.SENTENCE_INDEX,
                index,
                MentionsTable.TARGET,
                target,
                MentionsTable.VOICE,
                "author",
                SENTENCE,
                sentence(article, index));
    }

    static String sentence(String article, int index) {
        return "Sentence " + index + " of " + article + ".";
    }

    static Dataset<Row> mentions(SparkSession spark, List<Row> rows) {
        return spark.createDataFrame(rows, MENTIONS);
    }

    static Dataset<Row> articles(SparkSession spark, List<Row> rows) {
        return spark.createDataFrame(rows, ArticlesTable.TABLE.schema());
    }
}
