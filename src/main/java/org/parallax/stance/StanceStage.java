package org.parallax.stance;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.table.MentionsTable;
import org.parallax.voice.MentionRows;

/** What each sentence conveys toward the target that it names. */
public final class StanceStage {
    private StanceStage() {}

    /** Adds the question to each mention; its columns are null in a language that the model does not read. */
    public static Dataset<Row> ask(Dataset<Row> mentions, List<String> languages) {
        return mentions.withColumn(
                        Questions.QUESTION,
                        Questions.target(
                                col(MentionRows.LANGUAGE),
                                languages,
                                col(MentionRows.SENTENCE),
                                col(MentionRows.MARK_BEGIN),
                                col(MentionRows.MARK_END)))
                .withColumn(Questions.QUESTION_ID, Questions.id());
    }

    /** Adds probabilities, score and stance to asked mentions; null where nothing was asked. */
    public static Dataset<Row> answer(Dataset<Row> asked, Dataset<Row> scores) {
        return asked.join(scores, Scoring.asSeq(Questions.QUESTION_ID), "left")
                .drop(Questions.QUESTION, Questions.QUESTION_ID)
                .withColumn(
                        MentionsTable.SCORE, col(MentionsTable.P_FAVOURABLE).minus(col(MentionsTable.P_UNFAVOURABLE)))
                .withColumn(MentionsTable.STANCE, mostProbable());
    }

    /** The most probable class; of two that are equal, the one nearer to neutral. */
    private static Column mostProbable() {
        Column unfavourable = col(MentionsTable.P_UNFAVOURABLE);
        Column neutral = col(MentionsTable.P_NEUTRAL);
        Column favourable = col(MentionsTable.P_FAVOURABLE);
        return when(neutral.isNull(), lit(null))
                .when(
                        neutral.geq(unfavourable).and(neutral.geq(favourable)).or(unfavourable.equalTo(favourable)),
                        Stance.NEUTRAL.code())
                .when(favourable.gt(unfavourable), Stance.FAVOURABLE.code())
                .otherwise(Stance.UNFAVOURABLE.code());
    }
}
