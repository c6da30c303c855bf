package org.parallax.trend;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.LabelledMentionsTable;
import org.parallax.table.MentionsTable;

/**
 * A mention that both a person and the model have judged.
 *
 * @param article id of its article
 * @param field text of the article that it stands in
 * @param sentence number of the sentence in it
 * @param target what it mentions
 * @param voice whose words it stands in
 * @param label mean of the labels that people gave it, [-1, 1]
 * @param score the model's score of it
 * @param given class that the model finds most probable, in the order unfavourable, neutral, favourable
 * @param probability chance with which the sample held it
 * @param mentions mentions of the target in this voice and article
 */
record JudgedMention(
        String article,
        String field,
        int sentence,
        String target,
        String voice,
        double label,
        double score,
        int given,
        double probability,
        int mentions) {

    private static final Comparator<JudgedMention> ORDER = Comparator.comparing(JudgedMention::article)
            .thenComparing(JudgedMention::field)
            .thenComparingInt(JudgedMention::sentence)
            .thenComparing(JudgedMention::target);

    /**
     * The labelled mentions with a known inclusion probability that the model has read, in one order.
     *
     * @param labels rows of {@link LabelledMentionsTable}
     * @param mentions rows of {@link MentionsTable}
     * @param articleStance rows of {@link ArticleStanceTable}
     */
    static List<JudgedMention> collect(Dataset<Row> labels, Dataset<Row> mentions, Dataset<Row> articleStance) {
        Dataset<Row> drawn = labels.filter(
                        col(LabelledMentionsTable.INCLUSION_PROBABILITY).isNotNull())
                .select(
                        col(LabelledMentionsTable.ARTICLE_ID).as(MentionsTable.ARTICLE_ID),
                        col(LabelledMentionsTable.FIELD).as(MentionsTable.FIELD),
                        col(LabelledMentionsTable.SENTENCE_INDEX).as(MentionsTable.SENTENCE_INDEX),
                        col(LabelledMentionsTable.TARGET).as(MentionsTable.TARGET),
                        col(LabelledMentionsTable.LABEL),
                        col(LabelledMentionsTable.INCLUSION_PROBABILITY));
        if (drawn.isEmpty()) {
            return List.of();
        }
        Dataset<Row> read = mentions.filter(col(MentionsTable.SCORE).isNotNull())
                .select(
                        col(MentionsTable.ARTICLE_ID),
                        col(MentionsTable.FIELD),
                        col(MentionsTable.SENTENCE_INDEX),
                        col(MentionsTable.TARGET),
                        col(MentionsTable.VOICE),
                        col(MentionsTable.SCORE),
                        col(MentionsTable.P_UNFAVOURABLE),
                        col(MentionsTable.P_NEUTRAL),
                        col(MentionsTable.P_FAVOURABLE))
                .join(broadcast(drawn), new String[] {
                    MentionsTable.ARTICLE_ID, MentionsTable.FIELD, MentionsTable.SENTENCE_INDEX, MentionsTable.TARGET
                });
        Dataset<Row> inArticles = articleStance
                .select(
                        col(ArticleStanceTable.ARTICLE_ID).as(MentionsTable.ARTICLE_ID),
                        col(ArticleStanceTable.TARGET).as(MentionsTable.TARGET),
                        col(ArticleStanceTable.VOICE).as(MentionsTable.VOICE),
                        col(ArticleStanceTable.MENTIONS))
                .join(broadcast(read), new String[] {MentionsTable.ARTICLE_ID, MentionsTable.TARGET, MentionsTable.VOICE
                });
        return inArticles.collectAsList().stream()
                .map(JudgedMention::of)
                .sorted(ORDER)
                .toList();
    }

    private static JudgedMention of(Row row) {
        double probability = row.<Double>getAs(LabelledMentionsTable.INCLUSION_PROBABILITY);
        double label = row.<Double>getAs(LabelledMentionsTable.LABEL);
        String article = row.getAs(MentionsTable.ARTICLE_ID);
        if (!(probability > 0 && probability <= 1 && label >= -1 && label <= 1)) {
            throw new IllegalArgumentException("the labelled mention in article " + article + " has the label " + label
                    + " and the inclusion probability " + probability
                    + "; a label lies in [-1, 1], an inclusion probability in (0, 1]");
        }
        return new JudgedMention(
                article,
                row.getAs(MentionsTable.FIELD),
                row.<Integer>getAs(MentionsTable.SENTENCE_INDEX),
                row.getAs(MentionsTable.TARGET),
                row.getAs(MentionsTable.VOICE),
                label,
                row.<Double>getAs(MentionsTable.SCORE),
                given(row),
                probability,
                row.<Integer>getAs(ArticleStanceTable.MENTIONS));
    }

    /** The most probable class, also where it counts as uncertain. */
    private static int given(Row row) {
        double minus = row.<Double>getAs(MentionsTable.P_UNFAVOURABLE);
        double zero = row.<Double>getAs(MentionsTable.P_NEUTRAL);
        double plus = row.<Double>getAs(MentionsTable.P_FAVOURABLE);
        return minus > zero && minus >= plus ? 0 : plus > zero ? 2 : 1;
    }

    /** What it counts for in the mean of the articles: its part of its article, for all mentions that it stands for. */
    double weight() {
        return 1 / (mentions * probability);
    }

    /** The class nearest to the label; one halfway between two is neutral. */
    int truth() {
        return label > 0.5 ? 2 : label < -0.5 ? 0 : 1;
    }
}
