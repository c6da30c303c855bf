package org.parallax.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.parallax.trend.StanceRows.stance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.config.Settings.ContrastSettings;
import org.parallax.table.OutletContrastsTable;
import org.parallax.trend.StanceRows.Stance;

@ExtendWith(SparkExtension.class)
class ContrastStageTest {
    private static final ContrastSettings SETTINGS = new ContrastSettings(5, 200, 499, 42);
    private static final String ALL = "grouping = 'outlet' and basis = 'all articles'";
    private static final String SAME = "grouping = 'outlet' and basis = 'same stories'";

    @Test
    void outletsThatDifferDoAndThoseThatDoNotDoNot(SparkSession spark) {
        Random random = new Random(5);
        List<Stance> stances = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            stances.add(stance("f" + i, "friend", "2024-02-01", 0.4 + 0.2 * random.nextGaussian()));
            stances.add(stance("g" + i, "other friend", "2024-02-01", 0.4 + 0.2 * random.nextGaussian()));
            stances.add(stance("c" + i, "critic", "2024-02-01", -0.3 + 0.2 * random.nextGaussian()));
        }
        Dataset<Row> contrasts = contrasts(spark, stances, SETTINGS).cache();
        Row apart = only(contrasts, ALL + " and group_a = 'critic' and group_b = 'friend'");
        assertThat(number(apart, OutletContrastsTable.DIFFERENCE)).isCloseTo(-0.7, within(0.15));
        assertThat(number(apart, OutletContrastsTable.DIFFERENCE_HIGH)).isNegative();
        assertThat(number(apart, OutletContrastsTable.CLIFFS_DELTA)).isLessThan(-0.9);
        assertThat(number(apart, OutletContrastsTable.CLIFFS_DELTA_HIGH)).isLessThan(-0.7);
        assertThat(number(apart, OutletContrastsTable.P)).isCloseTo(0.002, within(1e-12));
        assertThat(number(apart, OutletContrastsTable.Q)).isCloseTo(0.003, within(1e-12));
        assertThat(apart.<Long>getAs(OutletContrastsTable.ARTICLES_A)).isEqualTo(40);
        Row alike = only(contrasts, ALL + " and group_a = 'friend'");
        assertThat(number(alike, OutletContrastsTable.P)).isGreaterThan(0.05);
        assertThat(number(alike, OutletContrastsTable.DIFFERENCE_LOW)).isNegative();
        assertThat(number(alike, OutletContrastsTable.DIFFERENCE_HIGH)).isPositive();
        assertThat(contrasts.filter(SAME).count()).as("no event in common").isZero();
    }

    @Test
    void theNumbersAreThoseOfTheArticlesWhereSetsHoldOneStoryEach(SparkSession spark) {
        List<Stance> stances = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            stances.add(stance("a" + i, "a", "2024-02-01", 0.1 * i).of("s" + i));
            stances.add(stance("b" + i, "b", "2024-02-01", 0.05 * i - 0.2).of("t" + i));
        }
        Row row = only(contrasts(spark, stances, SETTINGS), ALL);
        assertThat(number(row, OutletContrastsTable.MEAN_A)).isCloseTo(0.25, within(1e-9));
        assertThat(number(row, OutletContrastsTable.MEAN_B)).isCloseTo(-0.075, within(1e-9));
        // numpy.sign(a[:, None] - b[None, :]).mean()
        assertThat(number(row, OutletContrastsTable.CLIFFS_DELTA)).isCloseTo(33.0 / 36, within(1e-12));
        // scipy.stats.ttest_ind(a, b, equal_var=False).confidence_interval()
        assertThat(number(row, OutletContrastsTable.DIFFERENCE_LOW)).isCloseTo(0.12503000898641667, within(1e-9));
        assertThat(number(row, OutletContrastsTable.DIFFERENCE_HIGH)).isCloseTo(0.5249699910135833, within(1e-9));
    }

    @Test
    void onTheSameEventsTheChoiceOfEventsDoesNotCount(SparkSession spark) {
        List<Stance> stances = new ArrayList<>();
        List<String[]> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double event = i % 2 == 0 ? 0.5 : -0.5;
            stances.add(stance("a" + i, "a", "2024-02-01", event + 0.1 + 0.001 * i));
            stances.add(stance("b" + i, "b", "2024-02-01", event));
            events.add(new String[] {"a" + i, "story-a" + i, "event " + i});
            events.add(new String[] {"b" + i, "story-b" + i, "event " + i});
        }
        for (int i = 0; i < 30; i++) {
            stances.add(stance("x" + i, "a", "2024-02-01", -0.6));
            events.add(new String[] {"x" + i, "story-x" + i, "story-x" + i});
        }
        Dataset<Row> contrasts = contrasts(spark, stances, events, SETTINGS).cache();
        assertThat(number(only(contrasts, ALL), OutletContrastsTable.DIFFERENCE)).isNegative();
        Row same = only(contrasts, SAME);
        assertThat(number(same, OutletContrastsTable.DIFFERENCE)).isCloseTo(0.1055, within(1e-9));
        assertThat(number(same, OutletContrastsTable.DIFFERENCE_LOW)).isPositive();
        assertThat(number(same, OutletContrastsTable.CLIFFS_DELTA)).isEqualTo(1);
        assertThat(number(same, OutletContrastsTable.CLIFFS_DELTA_LOW)).isBetween(0.4, 0.5);
        assertThat(number(same, OutletContrastsTable.P)).isLessThan(0.01);
        assertThat(same.<Long>getAs(OutletContrastsTable.EVENTS)).isEqualTo(12);
        assertThat(same.<Long>getAs(OutletContrastsTable.ARTICLES_A)).isEqualTo(12);
        assertThat(same.<Long>getAs(OutletContrastsTable.STORIES_B)).isEqualTo(12);
        assertThat(same.<String>getAs(OutletContrastsTable.STATUS)).isEqualTo(OutletContrastsTable.OK);
    }

    @Test
    void withTooFewCommonEventsThereIsADifferenceAndNoTest(SparkSession spark) {
        List<Stance> stances = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            stances.add(stance("a" + i, "a", "2024-02-01", 0.1 * i).of("s" + i));
            stances.add(stance("b" + i, "b", "2024-02-01", 0.2).of(i < 2 ? "s" + i : "t" + i));
        }
        Row same = only(contrasts(spark, stances, SETTINGS), SAME);
        assertThat(same.<String>getAs(OutletContrastsTable.STATUS)).isEqualTo(OutletContrastsTable.TOO_FEW_EVENTS);
        assertThat(number(same, OutletContrastsTable.DIFFERENCE)).isCloseTo(-0.15, within(1e-9));
        for (String none : List.of(
                OutletContrastsTable.DIFFERENCE_LOW,
                OutletContrastsTable.CLIFFS_DELTA,
                OutletContrastsTable.P,
                OutletContrastsTable.Q)) {
            assertThat(same.isNullAt(same.fieldIndex(none))).as(none).isTrue();
        }
    }

    @Test
    void smallAndUndatedGroupsAndThoseBeyondTheMostAreLeftOut(SparkSession spark) {
        List<Stance> stances = new ArrayList<>();
        for (int outlet = 0; outlet < 4; outlet++) {
            for (int i = 0; i < 5 + outlet; i++) {
                stances.add(stance(outlet + "-" + i, "outlet " + outlet, "2024-02-01", 0.01 * i));
            }
        }
        for (int i = 0; i < 20; i++) {
            stances.add(stance("u" + i, "undated", "2024-02-01", 0.1).undated());
        }
        stances.add(stance("small", "small", "2024-02-01", 0.1));
        Dataset<Row> contrasts = contrasts(spark, stances, new ContrastSettings(6, 2, 99, 1));
        assertThat(contrasts.filter(ALL).collectAsList())
                .map(row -> row.getAs(OutletContrastsTable.GROUP_A) + " " + row.getAs(OutletContrastsTable.GROUP_B))
                .containsExactly("outlet 2 outlet 3");
    }

    @Test
    void copiesOfOneStoryAreOneUnitAndCountriesAreComparedToo(SparkSession spark) {
        List<Stance> stances = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            for (int copy = 0; copy < 3; copy++) {
                stances.add(stance("k" + i + copy, "kz " + copy, "2024-02-01", 0.1 * i).of("s" + i).from("KZ"));
            }
            stances.add(stance("p" + i, "pl", "2024-02-01", 0.03 * i).of("t" + i).from("PL"));
        }
        Row row = only(contrasts(spark, stances, SETTINGS), "grouping = 'country' and basis = 'all articles'");
        assertThat(row.<Long>getAs(OutletContrastsTable.ARTICLES_A)).isEqualTo(18);
        assertThat(row.<Long>getAs(OutletContrastsTable.STORIES_A)).isEqualTo(6);
        assertThat(row.<Long>getAs(OutletContrastsTable.STORIES_B)).isEqualTo(6);
    }

    @Test
    void theOrderAndPartitionsOfTheArticlesDoNotChangeABit(SparkSession spark) {
        List<Stance> corpus = new ArrayList<>(StanceRows.corpus(240, 4, 8));
        Column[] order = OutletContrastsTable.TABLE.sortedBy().stream()
                .map(name -> functions.col(name))
                .toArray(Column[]::new);
        List<Row> expected = null;
        for (int partitions : new int[] {1, 5}) {
            Collections.shuffle(corpus, new Random(partitions));
            Dataset<Row> stance = StanceRows.table(spark, corpus).repartition(partitions);
            List<Row> rows = ContrastStage.contrasts(
                            stance,
                            StanceRows.events(spark),
                            ContrastStage.sketches(stance, SETTINGS),
                            SETTINGS)
                    .orderBy(order)
                    .collectAsList();
            assertThat(rows).hasSizeGreaterThan(20);
            assertThat(rows.get(0).schema().fieldNames())
                    .isEqualTo(OutletContrastsTable.TABLE.schema().fieldNames());
            expected = expected == null ? rows : expected;
            assertThat(rows).isEqualTo(expected);
        }
    }

    @Test
    void ofAnEventThatAllReportSixtyFourGroupsTakePart(SparkSession spark) {
        List<Stance> stances = new ArrayList<>();
        for (int outlet = 0; outlet < 80; outlet++) {
            for (int i = 0; i < 3; i++) {
                String name = String.format(Locale.ROOT, "outlet %02d", outlet);
                stances.add(stance(outlet + "-" + i, name, "2024-02-01", 0.001 * outlet).of(i == 0 ? "wire" : outlet + "/" + i));
            }
        }
        Dataset<Row> contrasts = contrasts(spark, stances, new ContrastSettings(3, 200, 99, 1));
        assertThat(contrasts.filter(SAME).count()).isEqualTo(64 * 63 / 2);
    }

    private static Dataset<Row> contrasts(SparkSession spark, List<Stance> stances, ContrastSettings settings) {
        return contrasts(spark, stances, List.of(), settings);
    }

    private static Dataset<Row> contrasts(
            SparkSession spark, List<Stance> stances, List<String[]> events, ContrastSettings settings) {
        Dataset<Row> table = StanceRows.table(spark, stances);
        return ContrastStage.contrasts(
                table,
                StanceRows.events(spark, events.toArray(String[][]::new)),
                ContrastStage.sketches(table, settings),
                settings);
    }

    private static double number(Row row, String column) {
        return row.<Double>getAs(column);
    }

    private static Row only(Dataset<Row> rows, String condition) {
        List<Row> found = rows.filter(condition).collectAsList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
