package org.parallax.run;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parallax.stance.Scoring;
import org.parallax.stance.SecondReading;
import org.parallax.stance.StanceModel;
import org.parallax.table.Publication;
import org.parallax.table.ScoresTable;
import org.parallax.table.TableStore;

/**
 * Has the model answer what it has not answered before, in this run or in the one published here earlier; and again, without
 * the target's name, where its answer is close.
 */
final class Answers {
    private Answers() {}

    static Dataset<Row> of(Dataset<Row> questions, StanceModel model, TableStore store, Publication out, Steps steps) {
        Dataset<Row> known = Scoring.answers(known(questions.sparkSession(), store), model);
        Dataset<Row> open = steps.hold("find texts not scored yet", Scoring.open(questions, known, model));
        long answered = model.answered();
        // Held without what is known: Spark forgets that a union is held when it becomes part of another.
        Dataset<Row> answers =
                steps.hold("score texts", Scoring.answer(open, model), open.count(), () -> model.answered() - answered);
        Dataset<Row> first = known.unionByName(answers);
        SecondReading reading = model.secondReading();
        Dataset<Row> close =
                steps.hold("find close answers", Scoring.open(reading.questions(questions, first), first, model));
        long once = model.answered();
        Dataset<Row> written = steps.write(
                "read again without the name",
                out,
                ScoresTable.TABLE,
                first.unionByName(Scoring.answer(close, model)),
                close.count(),
                () -> model.answered() - once);
        return reading.answers(questions, Scoring.answers(written, model));
    }

    private static Dataset<Row> known(SparkSession spark, TableStore store) {
        return store.contains(ScoresTable.TABLE)
                ? store.read(ScoresTable.TABLE)
                : spark.createDataFrame(List.of(), ScoresTable.TABLE.schema());
    }
}
