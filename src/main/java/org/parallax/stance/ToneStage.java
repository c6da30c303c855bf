package org.parallax.stance;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.parallax.mention.TextRows;
import org.parallax.table.ArticleToneTable;
import org.parallax.table.MentionsTable;

/** The tone of the sentences of each body, with no target marked. */
public final class ToneStage {
    private static final String SPAN = "span";

    private ToneStage() {}

    /**
     * One row for each sentence that is read, with its question. One without a word, as a bullet from a font of symbols, is not.
     *
     * @param texts rows of {@link TextRows}; the bodies are read
     * @param most sentences of one body that are read: of a longer one, as many at even distances
     */
    public static Dataset<Row> ask(Dataset<Row> texts, List<String> languages, int most) {
        UDF3<String, Integer, Integer, String> substring = String::substring;
        Column sentence = udf(substring, DataTypes.StringType)
                .apply(col(TextRows.TEXT), col(SPAN + "." + TextRows.BEGIN), col(SPAN + "." + TextRows.END));
        return texts.filter(col(TextRows.FIELD).equalTo(TextRows.BODY))
                .filter(col(TextRows.LANGUAGE).isin(languages.toArray()))
                .select(
                        col(TextRows.ARTICLE_ID),
                        col(TextRows.LANGUAGE),
                        col(TextRows.TEXT),
                        size(col(TextRows.SENTENCES)).as(ArticleToneTable.SENTENCES),
                        posexplode(col(TextRows.SENTENCES)).as(new String[] {MentionsTable.SENTENCE_INDEX, SPAN}))
                .filter(chosen(most))
                .withColumn(Questions.QUESTION, Questions.tone(col(TextRows.LANGUAGE), languages, sentence))
                .filter(col(Questions.QUESTION).notEqual(""))
                .withColumn(Questions.QUESTION_ID, Questions.id(Questions.QUESTION))
                .drop(TextRows.TEXT, TextRows.LANGUAGE, SPAN);
    }

    /** The questions of the rows of {@link #ask}, each asked once. */
    public static Dataset<Row> questions(Dataset<Row> asked) {
        return asked.select(
                col(Questions.QUESTION_ID),
                col(Questions.QUESTION),
                lit(null).cast(DataTypes.StringType).as(Questions.WITHOUT_NAME));
    }

    /** The rows of {@link #ask} with the model's probabilities. */
    public static Dataset<Row> answer(Dataset<Row> asked, Dataset<Row> scores) {
        return asked.join(scores, Scoring.asSeq(Questions.QUESTION_ID)).drop(Questions.QUESTION, Questions.QUESTION_ID);
    }

    /** Sentence i of n is read when a step of length n / most ends in it. */
    private static Column chosen(int most) {
        Column number = col(MentionsTable.SENTENCE_INDEX);
        Column all = col(ArticleToneTable.SENTENCES);
        Column steps = floor(number.plus(1).multiply(most).divide(all));
        Column before = floor(number.multiply(most).divide(all));
        return all.leq(lit(most)).or(steps.gt(before));
    }
}
