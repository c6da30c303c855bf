package org.parallax.article;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.parallax.config.Settings.ArticleSettings;
import org.parallax.statistics.Label;
import org.parallax.statistics.Posteriors;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.MentionsTable;

/**
 * Sums up the mentions of each article, target and voice. The author's stance and the reported one are separate rows: an
 * article that quotes an attack does not itself attack. Mentions that the model did not read do not count.
 */
public final class ArticleStanceStage {
    private static final String POSITION = "position";
    private static final String READ = "read";

    private static final StructType SUMMED = new StructType()
            .add(ArticleStanceTable.ARTICLE_ID, StringType)
            .add(ArticleStanceTable.TARGET, StringType)
            .add(ArticleStanceTable.VOICE, StringType)
            .add(ArticleStanceTable.MENTIONS, IntegerType)
            .add(ArticleStanceTable.FAVOURABLE, IntegerType)
            .add(ArticleStanceTable.NEUTRAL, IntegerType)
            .add(ArticleStanceTable.UNFAVOURABLE, IntegerType)
            .add(ArticleStanceTable.UNCERTAIN, IntegerType)
            .add(ArticleStanceTable.SCORE, DoubleType)
            .add(ArticleStanceTable.SCORE_LOW, DoubleType)
            .add(ArticleStanceTable.SCORE_HIGH, DoubleType)
            .add(ArticleStanceTable.STANCE, StringType)
            .add(ArticleStanceTable.EVIDENCE, createArrayType(ArticleStanceTable.EVIDENCE_TYPE))
            .add(ArticleStanceTable.PROBABILITIES, BinaryType)
            .add(ArticleStanceTable.MODEL_ID, StringType);

    private ArticleStanceStage() {}

    /**
     * Rows of {@link ArticleStanceTable}, in no order.
     *
     * @param mentions rows of {@link MentionsTable} with the sentence as {@link ArticleStanceTable#EVIDENCE_SENTENCE}
     * @param articles rows of {@link ArticlesTable}
     */
    public static Dataset<Row> sum(Dataset<Row> mentions, Dataset<Row> articles, ArticleSettings settings) {
        // The function travels to the executors; settings are not serialisable, their numbers are.
        double neutralBand = settings.neutralBand();
        int most = settings.evidence();
        Dataset<Row> summed = mentions.filter(col(MentionsTable.P_UNFAVOURABLE)
                        .isNotNull()
                        .and(col(MentionsTable.P_NEUTRAL).isNotNull())
                        .and(col(MentionsTable.P_FAVOURABLE).isNotNull()))
                .groupBy(MentionsTable.ARTICLE_ID, MentionsTable.TARGET, MentionsTable.VOICE)
                .agg(sort_array(collect_list(struct(
                                when(col(MentionsTable.FIELD).equalTo(MentionsTable.FIELD_TITLE), 0)
                                        .otherwise(1)
                                        .as(POSITION),
                                col(MentionsTable.SENTENCE_INDEX),
                                col(MentionsTable.FIELD),
                                col(MentionsTable.SENTENCE_BEGIN),
                                col(MentionsTable.SENTENCE_END),
                                col(ArticleStanceTable.EVIDENCE_SENTENCE),
                                col(MentionsTable.P_UNFAVOURABLE),
                                col(MentionsTable.P_NEUTRAL),
                                col(MentionsTable.P_FAVOURABLE),
                                col(MentionsTable.SCORE),
                                col(MentionsTable.STANCE),
                                col(MentionsTable.MODEL_ID))))
                        .as(READ))
                .map((MapFunction<Row, Row>) row -> sum(row, neutralBand, most), Encoders.row(SUMMED));
        Dataset<Row> about = articles.select(
                col(ArticlesTable.ARTICLE_ID).as(ArticleStanceTable.ARTICLE_ID),
                col(ArticlesTable.STORY_ID).as(ArticleStanceTable.STORY_ID),
                col(ArticlesTable.ORIGINAL).as(ArticleStanceTable.ORIGINAL),
                col(ArticlesTable.OUTLET).as(ArticleStanceTable.OUTLET),
                col(ArticlesTable.COUNTRY).as(ArticleStanceTable.COUNTRY),
                col(ArticlesTable.LANGUAGE).as(ArticleStanceTable.LANGUAGE),
                col(ArticlesTable.PUBLISHED_AT).as(ArticleStanceTable.PUBLISHED_AT));
        return ArticleStanceTable.TABLE.conform(summed.join(about, ArticleStanceTable.ARTICLE_ID));
    }

    private static Row sum(Row group, double neutralBand, int most) {
        List<Row> mentions = group.getList(group.fieldIndex(READ));
        List<ScoredSentence> sentences =
                mentions.stream().map(ArticleStanceStage::sentence).toList();
        List<Label> labels = sentences.stream().map(ScoredSentence::label).toList();
        ArticleScore score = ArticleScore.of(
                labels, sentences.stream().map(ScoredSentence::score).toList());
        return RowFactory.create(
                group.getAs(MentionsTable.ARTICLE_ID),
                group.getAs(MentionsTable.TARGET),
                group.getAs(MentionsTable.VOICE),
                mentions.size(),
                count(mentions, ArticleStanceTable.FAVOURABLE),
                count(mentions, ArticleStanceTable.NEUTRAL),
                count(mentions, ArticleStanceTable.UNFAVOURABLE),
                count(mentions, MentionsTable.UNCERTAIN),
                score.score(),
                score.interval().low(),
                score.interval().high(),
                stance(score.side(neutralBand)),
                Evidence.choose(sentences, score.score(), most).stream()
                        .map(s -> RowFactory.create(s.field(), s.begin(), s.end(), s.score(), s.text()))
                        .toArray(Row[]::new),
                Posteriors.pack(labels),
                models(mentions, MentionsTable.MODEL_ID));
    }

    private static ScoredSentence sentence(Row mention) {
        return new ScoredSentence(
                mention.getAs(MentionsTable.FIELD),
                mention.<Integer>getAs(MentionsTable.SENTENCE_BEGIN),
                mention.<Integer>getAs(MentionsTable.SENTENCE_END),
                mention.getAs(ArticleStanceTable.EVIDENCE_SENTENCE),
                label(mention),
                mention.<Double>getAs(MentionsTable.SCORE));
    }

    static Label label(Row read) {
        return new Label(
                read.<Double>getAs(MentionsTable.P_UNFAVOURABLE),
                read.<Double>getAs(MentionsTable.P_NEUTRAL),
                read.<Double>getAs(MentionsTable.P_FAVOURABLE));
    }

    /** One id; if earlier scores of another model were kept, all of them, so that nobody takes the row for one model's. */
    static String models(List<Row> read, String column) {
        return read.stream()
                .map(r -> r.<String>getAs(column))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static int count(List<Row> mentions, String stance) {
        return (int) mentions.stream()
                .filter(m -> stance.equals(m.<String>getAs(MentionsTable.STANCE)))
                .count();
    }

    private static String stance(int side) {
        return switch (side) {
            case 1 -> ArticleStanceTable.FAVOURABLE;
            case -1 -> ArticleStanceTable.UNFAVOURABLE;
            default -> ArticleStanceTable.NEUTRAL;
        };
    }
}
