package org.parallax.run;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parallax.stance.Scoring;
import org.parallax.stance.StanceModel;
import org.parallax.table.Publication;
import org.parallax.table.ScoresTable;
import org.parallax.table.TableStore;

/** Has the model answer what it has not answered before, in this run or in the one published here earlier. */
final class Answers {
    private Answers() {}

    static Dataset<Row> of(Dataset<Row> questions, StanceModel model, TableStore store, Publication out, Steps steps) {
        Dataset<Row> known = Scoring.answers(known(questions.sparkSession(), store), model);
        Dataset<Row> open = steps.hold("find texts not scored yet", Scoring.open(questions, known, model));
        long answered = model.answered();
        Dataset<Row> scores = known.unionByName(Scoring.answer(open, model));
        Dataset<Row> written = steps.write(
                "score texts", out, ScoresTable.TABLE, scores, open.count(), () -> model.answered() - answered);
        return Scoring.answers(written, model);
    }

    private static Dataset<Row> known(SparkSession spark, TableStore store) {
        return store.contains(ScoresTable.TABLE)
                ? store.read(ScoresTable.TABLE)
                : spark.createDataFrame(List.of(), ScoresTable.TABLE.schema());
    }
}
