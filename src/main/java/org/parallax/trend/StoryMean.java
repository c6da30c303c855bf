package org.parallax.trend;

import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;
import org.parallax.config.Settings.PeriodSettings;
import org.parallax.statistics.ClusterBootstrap;
import org.parallax.statistics.ClusterBootstrap.Cluster;
import org.parallax.statistics.Interval;
import org.parallax.table.StanceByPeriodTable;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** The mean score of a cell's articles with its interval, from the sums of its stories; for use as a Spark column. */
final class StoryMean {
    static final String RESULT = "story_mean";
    static final String STORY = "story";
    static final String SUM = "story_sum";
    static final String COUNT = "story_articles";

    private static final StructType TYPE = new StructType()
            .add(StanceByPeriodTable.MEAN, DoubleType)
            .add(StanceByPeriodTable.MEAN_LOW, DoubleType)
            .add(StanceByPeriodTable.MEAN_HIGH, DoubleType)
            .add(StanceByPeriodTable.STATUS, StringType);

    private StoryMean() {}

    /** A function of the cell's name and its stories as an array of structs of {@link #STORY}, {@link #SUM}, {@link #COUNT}. */
    static UserDefinedFunction column(PeriodSettings settings) {
        // The function travels to the executors; settings are not serialisable, their numbers are.
        int resamples = settings.resamples();
        int minStories = settings.minStories();
        long seed = settings.seed();
        UDF2<String, Seq<Row>, Row> mean = (cell, stories) ->
                of(cell, JavaConverters.seqAsJavaList(stories), new ClusterBootstrap(resamples, seed), minStories);
        return udf(mean, TYPE);
    }

    private static Row of(String cell, List<Row> stories, ClusterBootstrap bootstrap, int minStories) {
        List<Cluster> clusters = stories.stream()
                .map(s -> new Cluster(s.getAs(STORY), s.<Double>getAs(SUM), s.<Long>getAs(COUNT)))
                .toList();
        double mean = ClusterBootstrap.mean(clusters);
        if (clusters.size() < minStories) {
            return RowFactory.create(mean, null, null, StanceByPeriodTable.TOO_FEW_STORIES);
        }
        Interval interval = bootstrap.interval(clusters, cell);
        return RowFactory.create(mean, interval.low(), interval.high(), StanceByPeriodTable.OK);
    }
}
