package org.parallax.evaluate;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parallax.config.Settings;
import org.parallax.stance.StanceModel;

/** Scores a labelled file through the very stages that a run uses. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * The scorecard of a file of mentions or of whole articles.
     *
     * @throws org.parallax.corpus.InputException when the file is broken, naming its lines
     */
    public static Scorecard run(SparkSession spark, Path file, Settings settings) {
        List<Labelled> items = LabelledFile.read(file);
        StanceModel model = StanceModel.load(spark, settings.stance().model());
        if (items.get(0) instanceof Labelled.Article) {
            return ArticleScoring.score(
                    spark, items.stream().map(Labelled.Article.class::cast).toList(), model, settings);
        }
        return MentionScoring.score(
                spark, items.stream().map(Labelled.Mention.class::cast).toList(), model, settings);
    }

    /** The answers, taken to the driver, and how long the model took for one. */
    record Answers(List<Row> rows, double perSecond) {

        /** Runs the plan; the count that the rate needs is the model's own. */
        static Answers of(Dataset<Row> plan, StanceModel model) {
            long before = model.answered();
            long start = System.nanoTime();
            List<Row> rows = plan.collectAsList();
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Answers(rows, (model.answered() - before) / seconds);
        }
    }
}
