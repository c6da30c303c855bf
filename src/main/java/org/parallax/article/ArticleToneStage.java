package org.parallax.article;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.parallax.config.Settings.ArticleSettings;
import org.parallax.statistics.Label;
import org.parallax.table.ArticleToneTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.MentionsTable;

/** Sums up the sentences of each article that were scored with no target marked. */
public final class ArticleToneStage {
    private static final String READ = "read";

    private static final StructType SUMMED = new StructType()
            .add(ArticleToneTable.ARTICLE_ID, DataTypes.StringType)
            .add(ArticleToneTable.SENTENCES, DataTypes.IntegerType)
            .add(ArticleToneTable.SENTENCES_READ, DataTypes.IntegerType)
            .add(ArticleToneTable.SCORE, DataTypes.DoubleType)
            .add(ArticleToneTable.SCORE_LOW, DataTypes.DoubleType)
            .add(ArticleToneTable.SCORE_HIGH, DataTypes.DoubleType)
            .add(ArticleToneTable.TONE, DataTypes.StringType)
            .add(ArticleToneTable.MODEL_ID, DataTypes.StringType);

    private ArticleToneStage() {}

    /**
     * Rows of {@link ArticleToneTable}, in no order; an article none of whose sentences was read has none.
     *
     * @param sentences one row for each sentence read: article_id, sentence_index, the three probabilities and model_id
     *     as in {@link MentionsTable}, and the number of sentences of the body as {@link ArticleToneTable#SENTENCES}
     * @param articles rows of {@link ArticlesTable}
     */
    public static Dataset<Row> sum(Dataset<Row> sentences, Dataset<Row> articles, ArticleSettings settings) {
        double neutralBand = settings.neutralBand();
        Dataset<Row> summed = sentences
                .filter(col(MentionsTable.P_UNFAVOURABLE)
                        .isNotNull()
                        .and(col(MentionsTable.P_NEUTRAL).isNotNull())
                        .and(col(MentionsTable.P_FAVOURABLE).isNotNull()))
                .groupBy(MentionsTable.ARTICLE_ID)
                .agg(
                        max(ArticleToneTable.SENTENCES).as(ArticleToneTable.SENTENCES),
                        sort_array(collect_list(struct(
                                        col(MentionsTable.SENTENCE_INDEX),
                                        col(MentionsTable.P_UNFAVOURABLE),
                                        col(MentionsTable.P_NEUTRAL),
                                        col(MentionsTable.P_FAVOURABLE),
                                        col(MentionsTable.MODEL_ID))))
                                .as(READ))
                .map((MapFunction<Row, Row>) row -> sum(row, neutralBand), Encoders.row(SUMMED));
        Dataset<Row> about = articles.select(
                col(ArticlesTable.ARTICLE_ID).as(ArticleToneTable.ARTICLE_ID),
                col(ArticlesTable.OUTLET).as(ArticleToneTable.OUTLET),
                col(ArticlesTable.PUBLISHED_AT).as(ArticleToneTable.PUBLISHED_AT));
        return ArticleToneTable.TABLE.conform(summed.join(about, ArticleToneTable.ARTICLE_ID));
    }

    private static Row sum(Row group, double neutralBand) {
        List<Row> read = group.getList(group.fieldIndex(READ));
        List<Label> labels = read.stream().map(ArticleStanceStage::label).toList();
        ArticleScore score =
                ArticleScore.of(labels, labels.stream().map(Label::mean).toList());
        return RowFactory.create(
                group.getAs(MentionsTable.ARTICLE_ID),
                group.getAs(ArticleToneTable.SENTENCES),
                read.size(),
                score.score(),
                score.interval().low(),
                score.interval().high(),
                tone(score.side(neutralBand)),
                ArticleStanceStage.models(read, MentionsTable.MODEL_ID));
    }

    private static String tone(int side) {
        return switch (side) {
            case 1 -> ArticleToneTable.POSITIVE;
            case -1 -> ArticleToneTable.NEGATIVE;
            default -> ArticleToneTable.NEUTRAL;
        };
    }
}
