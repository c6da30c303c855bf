package org.parallax.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.parallax.MadeRows.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRow;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.config.Settings.LabelSettings;
import org.parallax.corpus.InputException;
import org.parallax.label.LabelledMention.Verdict;
import org.parallax.table.LabelQualityTable;

@ExtendWith(SparkExtension.class)
class LabelStageTest {
    private static final LabelSettings SETTINGS = new LabelSettings(30, 200, 7);

    @Test
    void labelsFindTheirMentionsAndOthersAreSetAside(SparkSession spark) {
        List<Row> mentions = List.of(
                LabelRows.mention("a1", 0, "nato", 0, 4, 0.1, 0.2, 0.7),
                LabelRows.mention("a1", 1, "nato", 0, 4, 0.6, 0.3, 0.1),
                LabelRows.unread("a2", 0, "csto"));
        List<SheetRow> sheets = List.of(
                row("s:2", "a1", 0, "nato", "Eve", Answer.NEUTRAL, 0.5),
                row("s:3", "a1", 0, "nato", "Ann", Answer.FAVOURABLE, 0.5),
                row("s:4", "a1", 1, "nato", "Ann", Answer.EMPTY, 0.5),
                row("s:5", "a2", 0, "csto", "Ann", Answer.UNFAVOURABLE, 0.25),
                row("s:6", "gone", 0, "nato", "Ann", Answer.NEUTRAL, 0.5),
                new SheetRow(
                        "s:7",
                        MentionId.of("a1", "body", "1", "nato"),
                        "nato",
                        "Bob",
                        Answer.FAVOURABLE,
                        0.5,
                        MentionId.ofSentence("It was otherwise.")));

        Labels labels = LabelStage.match(LabelRows.mentions(spark, mentions), sheets, LabelRows.SENTENCE);

        assertThat(labels.mentions())
                .containsExactlyInAnyOrder(
                        new LabelledMention(
                                "a1", "body", 0, "nato", List.of(1, 0), 0.5, new Verdict(2, 0.7, 0.7 - 0.1)),
                        new LabelledMention("a2", "body", 0, "csto", List.of(-1), 0.25, null));
        assertThat(labels.unmatched())
                .extracting(u -> u.row().place() + " " + u.reason())
                .containsExactly("s:6 no such mention", "s:7 the sentence has changed");
        assertThat(shown(
                        labels.table(spark).orderBy("article_id").collectAsList(),
                        "article_id",
                        "field",
                        "sentence_index",
                        "target",
                        "label",
                        "annotators",
                        "inclusion_probability"))
                .containsExactly("a1 body 0 nato 0.5 2 0.5", "a2 body 0 csto -1.0 1 0.25");
        assertThat(shown(
                        labels.quality(spark, SETTINGS).orderBy("target").collectAsList(),
                        "target",
                        "items",
                        "labels",
                        "annotators",
                        "shared_items",
                        "scored_items",
                        "rows_empty",
                        "rows_unmatched",
                        "status",
                        "agreement_status"))
                .containsExactly(
                        "all 2 3 3 1 1 1 2 too few items too few items",
                        "csto 1 1 1 0 0 0 0 too few items one annotator",
                        "nato 1 2 3 1 1 1 2 too few items too few items");
    }

    @Test
    void labelsOfWhichNoneFitsAreRefused(SparkSession spark) {
        assertThatThrownBy(() -> LabelStage.match(
                        LabelRows.mentions(spark, List.of()),
                        List.of(row("s.csv:2", "a1", 0, "nato", "Ann", Answer.NEUTRAL, 0.5)),
                        LabelRows.SENTENCE))
                .isInstanceOf(InputException.class)
                .hasMessage("none of the 1 labels fits a mention of this run (first, s.csv:2: no such mention);"
                        + " give the articles and targets that the sample was drawn from");
    }

    @Test
    void withoutLabelsThereIsNoRow(SparkSession spark) {
        Labels none = LabelStage.match(LabelRows.mentions(spark, List.of()), List.of(), LabelRows.SENTENCE);

        assertThat(none.table(spark).count()).isZero();
        assertThat(none.quality(spark, SETTINGS).count()).isZero();
    }

    @Test
    void figuresAreWeightedByTheDesignAndLabelsThatDifferCountTheirParts() {
        // One of a hundred is rated wrongly by the model and stands for ninety others.
        LabelledMention wrong = labelled("a", List.of(-1), 0.01, new Verdict(1, 0.5, 0.0));
        LabelledMention right = labelled("b", List.of(1), 0.1, new Verdict(2, 0.9, 0.8));
        LabelledMention split = labelled("c", List.of(1, 0), 0.1, new Verdict(2, 0.6, 0.4));
        Row row = quality(List.of(wrong, right, split));

        assertThat(row.<String>getAs(LabelQualityTable.WEIGHTING)).isEqualTo("design");
        assertThat(row.<Double>getAs(LabelQualityTable.ACCURACY)).isCloseTo(15.0 / 120, within(1e-12));
        assertThat(row.<Double>getAs(LabelQualityTable.ECE))
                .isCloseTo((100 * 0.5 + 10 * 0.1 + 10 * 0.1) / 120, within(1e-12));
        assertThat(row.<Double>getAs(LabelQualityTable.SCORE_ERROR))
                .isCloseTo((100 * 1.0 + 10 * -0.2 + 10 * -0.1) / 120, within(1e-12));
        // unfavourable 0; neutral 0 of 100 given and 5 there; favourable 15 of 20 given and 15 there
        assertThat(row.<Double>getAs(LabelQualityTable.F1_MACRO))
                .isCloseTo((0 + 0 + 2 * 15.0 / (20 + 15)) / 3, within(1e-12));
        assertThat(row.<Double>getAs(LabelQualityTable.F1_MACRO_LOW)).isNull();
        assertThat(row.<Double>getAs(LabelQualityTable.SCORE_ERROR_LOW)).isNull();

        Row equal = quality(List.of(wrong, right, labelled("c", List.of(1), null, new Verdict(2, 0.6, 0.4))));
        assertThat(equal.<String>getAs(LabelQualityTable.WEIGHTING)).isEqualTo("equal");
        assertThat(equal.<Double>getAs(LabelQualityTable.ACCURACY)).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void withEnoughItemsThereAreIntervals() {
        Random random = new Random(5);
        List<LabelledMention> mentions = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            int truth = random.nextInt(3) - 1;
            int second = random.nextInt(4) == 0 ? random.nextInt(3) - 1 : truth;
            int said = random.nextInt(5) == 0 ? random.nextInt(3) : truth + 1;
            mentions.add(labelled(
                    "a" + i, List.of(truth, second), 0.01 + random.nextDouble() / 2, new Verdict(said, 0.8, said - 1)));
        }
        Row row = quality(mentions);

        assertThat(row.<String>getAs(LabelQualityTable.STATUS)).isEqualTo("ok");
        assertThat(row.<String>getAs(LabelQualityTable.AGREEMENT_STATUS)).isEqualTo("ok");
        assertHolds(row, LabelQualityTable.F1_MACRO, LabelQualityTable.F1_MACRO_LOW, LabelQualityTable.F1_MACRO_HIGH);
        assertHolds(
                row,
                LabelQualityTable.ALPHA_NOMINAL,
                LabelQualityTable.ALPHA_NOMINAL_LOW,
                LabelQualityTable.ALPHA_NOMINAL_HIGH);
        assertHolds(
                row,
                LabelQualityTable.ALPHA_INTERVAL,
                LabelQualityTable.ALPHA_INTERVAL_LOW,
                LabelQualityTable.ALPHA_INTERVAL_HIGH);
        assertHolds(
                row,
                LabelQualityTable.SCORE_ERROR,
                LabelQualityTable.SCORE_ERROR_LOW,
                LabelQualityTable.SCORE_ERROR_HIGH);
        assertThat(row.<Double>getAs(LabelQualityTable.ALPHA_NOMINAL)).isBetween(0.6, 0.9);
        assertThat(quality(mentions)).isEqualTo(row);
    }

    @Test
    void oneLabelEverywhereGivesNoAlpha() {
        Row row = quality(List.of(
                labelled("a", List.of(0, 0), 0.5, new Verdict(1, 0.9, 0.0)),
                labelled("b", List.of(0, 0), 0.5, new Verdict(1, 0.9, 0.0))));

        assertThat(row.<String>getAs(LabelQualityTable.AGREEMENT_STATUS)).isEqualTo("one label only");
        assertThat(row.<Double>getAs(LabelQualityTable.ALPHA_NOMINAL)).isNull();
    }

    @Test
    void ofEquallyProbableClassesTheOneNearerToNeutralIsTheVerdict() {
        assertThat(Verdict.of(0.4, 0.4, 0.2).stance()).isEqualTo(1);
        assertThat(Verdict.of(0.45, 0.1, 0.45)).isEqualTo(new Verdict(1, 0.1, 0.0));
        assertThat(Verdict.of(0.5, 0.3, 0.2).stance()).isZero();
    }

    private static void assertHolds(Row row, String value, String low, String high) {
        assertThat(row.<Double>getAs(value))
                .isGreaterThan(row.<Double>getAs(low))
                .isLessThan(row.<Double>getAs(high));
    }

    private static Row quality(List<LabelledMention> mentions) {
        Row row = new LabelQuality(List.of(), mentions, List.of()).row("nato", SETTINGS);
        return new GenericRowWithSchema(((GenericRow) row).values(), LabelQualityTable.TABLE.schema());
    }

    private static LabelledMention labelled(
            String article, List<Integer> labels, @Nullable Double probability, Verdict verdict) {
        return new LabelledMention(article, "body", 0, "nato", labels, probability, verdict);
    }

    private static SheetRow row(
            String place,
            String article,
            int index,
            String target,
            String annotator,
            Answer answer,
            double probability) {
        return new SheetRow(
                place,
                MentionId.of(article, "body", Integer.toString(index), target),
                target,
                annotator,
                answer,
                probability,
                MentionId.ofSentence(LabelRows.sentence(article, index)));
    }
}
