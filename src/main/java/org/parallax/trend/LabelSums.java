package org.parallax.trend;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.parallax.table.ArticleStanceTable;

/**
 * What the labelled mentions of an article add to it. The labels of a corpus are as many as people have written, so they are
 * summed on the driver and handed to the articles from there.
 */
final class LabelSums {
    static final String LABELS = "labels";
    static final String WEIGHT = "label_weight";
    static final String RESIDUAL = "label_residual";

    private static final StructType SCHEMA = new StructType()
            .add(ArticleStanceTable.ARTICLE_ID, StringType)
            .add(ArticleStanceTable.TARGET, StringType)
            .add(ArticleStanceTable.VOICE, StringType)
            .add(LABELS, LongType)
            .add(WEIGHT, DoubleType)
            .add(RESIDUAL, DoubleType);

    private static final String[] KEY = {
        ArticleStanceTable.ARTICLE_ID, ArticleStanceTable.TARGET, ArticleStanceTable.VOICE
    };

    private record Key(String article, String target, String voice) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byArticle = article.compareTo(other.article);
            int byTarget = byArticle == 0 ? target.compareTo(other.target) : byArticle;
            return byTarget == 0 ? voice.compareTo(other.voice) : byTarget;
        }
    }

    private record Sums(long labels, double weight, double residual) {
        Sums plus(Sums other) {
            return new Sums(labels + other.labels, weight + other.weight, residual + other.residual);
        }
    }

    private LabelSums() {}

    /** The articles with what their labels add; 0 where nobody labelled a mention. */
    static Dataset<Row> addTo(Dataset<Row> articleStance, List<JudgedMention> judged, Corrections corrections) {
        if (judged.isEmpty()) {
            return articleStance
                    .withColumn(LABELS, lit(0L))
                    .withColumn(WEIGHT, lit(0.0))
                    .withColumn(RESIDUAL, lit(0.0));
        }
        Map<Key, Sums> sums = new TreeMap<>();
        for (JudgedMention mention : judged) {
            double weight = mention.weight();
            double residual = mention.label() - corrections.slope(mention.target()) * mention.score();
            sums.merge(
                    new Key(mention.article(), mention.target(), mention.voice()),
                    new Sums(1, weight, weight * residual),
                    Sums::plus);
        }
        List<Row> rows = new ArrayList<>();
        sums.forEach((key, sum) ->
                rows.add(RowFactory.create(key.article, key.target, key.voice, sum.labels, sum.weight, sum.residual)));
        Dataset<Row> labelled = articleStance.sparkSession().createDataFrame(rows, SCHEMA);
        return articleStance
                .join(broadcast(labelled), KEY, "left")
                .withColumn(LABELS, coalesce(col(LABELS), lit(0L)))
                .withColumn(WEIGHT, coalesce(col(WEIGHT), lit(0.0)))
                .withColumn(RESIDUAL, coalesce(col(RESIDUAL), lit(0.0)));
    }
}
