package org.parallax.stance;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.table.ScoresTable;

/** Scores each distinct question once: not again for a wire copy, nor for one that an earlier run has answered. */
public final class Scoring {
    /** A task's worth of texts: seconds of work, so that cores end together and progress shows. */
    private static final long TEXTS_A_TASK = 32;

    private static final long MOST_TASKS = 20_000;

    private Scoring() {}

    /** The distinct questions that no earlier answer of this model covers. */
    public static Dataset<Row> open(Dataset<Row> questions, Dataset<Row> known, StanceModel model) {
        return questions
                .filter(col(Questions.QUESTION_ID).isNotNull())
                .select(Questions.QUESTION_ID, Questions.QUESTION)
                .dropDuplicates(Questions.QUESTION_ID)
                .join(answers(known, model), asSeq(Questions.QUESTION_ID), "left_anti");
    }

    /** The answers to open questions, spread over all cores: a {@link ScoresTable}. Counts the questions first. */
    public static Dataset<Row> answer(Dataset<Row> open, StanceModel model) {
        long tasks = open.count() / TEXTS_A_TASK + 1;
        return model.score(open.repartition((int) Math.min(tasks, MOST_TASKS), col(Questions.QUESTION_ID)));
    }

    /** Earlier answers of this very model. */
    public static Dataset<Row> answers(Dataset<Row> known, StanceModel model) {
        return known.filter(col(ScoresTable.MODEL_ID).equalTo(model.id()));
    }

    static scala.collection.immutable.Seq<String> asSeq(String column) {
        return scala.collection.immutable.List$.MODULE$.<String>empty().$colon$colon(column);
    }
}
