package org.parallax.stance;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.parallax.table.MentionsTable;
import org.parallax.table.ScoresTable;
import org.parallax.voice.MentionRows;

/** What each sentence conveys toward the target that it names, and what the one whom it reports expresses. */
public final class StanceStage {
    private static final String AGAIN = "read_again";

    private StanceStage() {}

    /**
     * Adds the questions to each mention; their columns are null in a language that the model does not read, and those of
     * the holder where nobody is reported by name.
     *
     * @param mentions rows of {@link MentionRows}
     */
    public static Dataset<Row> ask(Dataset<Row> mentions, List<String> languages) {
        return mentions.withColumn(Questions.QUESTION, Questions.target(languages))
                .withColumn(Questions.QUESTION_ID, Questions.id(Questions.QUESTION))
                .withColumn(Questions.HOLDER_QUESTION, Questions.holder(languages))
                .withColumn(Questions.HOLDER_QUESTION_ID, Questions.id(Questions.HOLDER_QUESTION))
                .withColumn(MentionsTable.CHARACTERS_CUT, Questions.cut(languages));
    }

    /**
     * All questions of asked mentions, those about holders too.
     *
     * @param readAgain ids of the targets for which close answers get a {@link SecondReading}
     */
    public static Dataset<Row> questions(Dataset<Row> asked, List<String> readAgain) {
        Column again = col(MentionsTable.TARGET).isin(readAgain.toArray());
        return asked.select(col(Questions.QUESTION_ID), col(Questions.QUESTION), again.as(AGAIN))
                .union(asked.select(col(Questions.HOLDER_QUESTION_ID), col(Questions.HOLDER_QUESTION), again)
                        .filter(col(Questions.HOLDER_QUESTION_ID).isNotNull()))
                .select(
                        col(Questions.QUESTION_ID),
                        col(Questions.QUESTION),
                        Questions.withoutName(col(AGAIN)).as(Questions.WITHOUT_NAME));
    }

    /**
     * Adds probabilities, score and stance to asked mentions; null where nothing was asked.
     *
     * @param scores the answers, computed: they are read twice
     * @param minConfidence probability that the best class must reach, else the stance is uncertain
     */
    public static Dataset<Row> answer(Dataset<Row> asked, Dataset<Row> scores, double minConfidence) {
        Dataset<Row> ofHolders = scores.select(
                col(ScoresTable.QUESTION_ID).as(Questions.HOLDER_QUESTION_ID),
                col(ScoresTable.P_UNFAVOURABLE).as(MentionsTable.HOLDER_P_UNFAVOURABLE),
                col(ScoresTable.P_NEUTRAL).as(MentionsTable.HOLDER_P_NEUTRAL),
                col(ScoresTable.P_FAVOURABLE).as(MentionsTable.HOLDER_P_FAVOURABLE));
        // Most mentions have no holder; a null key would bring them all to one task.
        Column spread =
                coalesce(col(Questions.HOLDER_QUESTION_ID), concat(lit("none "), col(MentionsTable.ARTICLE_ID)));
        return asked.drop(Questions.QUESTION, Questions.HOLDER_QUESTION)
                .join(scores, Scoring.asSeq(Questions.QUESTION_ID), "left")
                .withColumn(Questions.HOLDER_QUESTION_ID, spread)
                .join(ofHolders, Scoring.asSeq(Questions.HOLDER_QUESTION_ID), "left")
                .drop(Questions.QUESTION_ID, Questions.HOLDER_QUESTION_ID)
                .withColumn(
                        MentionsTable.SCORE, col(MentionsTable.P_FAVOURABLE).minus(col(MentionsTable.P_UNFAVOURABLE)))
                .withColumn(
                        MentionsTable.STANCE,
                        stance(
                                minConfidence,
                                MentionsTable.P_UNFAVOURABLE,
                                MentionsTable.P_NEUTRAL,
                                MentionsTable.P_FAVOURABLE))
                .withColumn(
                        MentionsTable.HOLDER_SCORE,
                        col(MentionsTable.HOLDER_P_FAVOURABLE).minus(col(MentionsTable.HOLDER_P_UNFAVOURABLE)))
                .withColumn(
                        MentionsTable.HOLDER_STANCE,
                        stance(
                                minConfidence,
                                MentionsTable.HOLDER_P_UNFAVOURABLE,
                                MentionsTable.HOLDER_P_NEUTRAL,
                                MentionsTable.HOLDER_P_FAVOURABLE));
    }

    private static Column stance(double minConfidence, String unfavourable, String neutral, String favourable) {
        UDF3<@Nullable Double, @Nullable Double, @Nullable Double, @Nullable String> code = (u, n, f) ->
                u == null || n == null || f == null ? null : new Probabilities(u, n, f).stance(minConfidence);
        return udf(code, DataTypes.StringType).apply(col(unfavourable), col(neutral), col(favourable));
    }
}
