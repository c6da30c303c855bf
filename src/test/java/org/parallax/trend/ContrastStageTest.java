package org.parallax.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.parallax.trend.StanceRows.stance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.config.Settings.ContrastSettings;
import org.parallax.table.OutletContrastsTable;
import org.parallax.trend.StanceRows.Stance;

/** One corpus, a target for each question: the stage is run once and asked often. */
@ExtendWith(SparkExtension.class)
class ContrastStageTest {
    private static final ContrastSettings SETTINGS = new ContrastSettings(5, 200, 499, 42);
    private static final String ALL = OutletContrastsTable.ALL_ARTICLES;
    private static final String SAME = OutletContrastsTable.SAME_STORIES;

    private static final List<Stance> STANCES = new ArrayList<>();
    private static final List<String[]> EVENTS = new ArrayList<>();
    private static List<Row> contrasts = List.of();

    @BeforeAll
    static void compare() {
        Random random = new Random(5);
        for (int i = 0; i < 40; i++) {
            add("friends", stance("f" + i, "friend", "2024-02-01", 0.4 + 0.2 * random.nextGaussian()));
            add("friends", stance("g" + i, "other friend", "2024-02-01", 0.4 + 0.2 * random.nextGaussian()));
            add("friends", stance("c" + i, "critic", "2024-02-01", -0.3 + 0.2 * random.nextGaussian()));
        }
        for (int i = 0; i < 6; i++) {
            add("numbers", stance("n" + i, "a", "2024-02-01", 0.1 * i).of("s" + i));
            add("numbers", stance("m" + i, "b", "2024-02-01", 0.05 * i - 0.2).of("t" + i));
            add("few", stance("v" + i, "a", "2024-02-01", 0.1 * i).of("u" + i));
            add("few", stance("w" + i, "b", "2024-02-01", 0.2).of(i < 2 ? "u" + i : "w" + i));
            for (int copy = 0; copy < 3; copy++) {
                add(
                        "copies",
                        stance("k" + i + copy, "kz " + copy, "2024-02-01", 0.1 * i)
                                .of("k" + i));
            }
            add("copies", stance("p" + i, "pl", "2024-02-01", 0.03 * i).from("PL"));
            add("undated", stance("y" + i, "a", "2024-02-01", 0.1));
            add("undated", stance("z" + i, "b", "2024-02-01", 0.1).undated());
        }
        for (int i = 0; i < 12; i++) {
            double event = i % 2 == 0 ? 0.5 : -0.5;
            add("events", stance("a" + i, "a", "2024-02-01", event + 0.1 + 0.001 * i));
            add("events", stance("b" + i, "b", "2024-02-01", event));
            EVENTS.add(new String[] {"a" + i, "story-a" + i, "event " + i});
            EVENTS.add(new String[] {"b" + i, "story-b" + i, "event " + i});
        }
        for (int i = 0; i < 30; i++) {
            add("events", stance("x" + i, "a", "2024-02-01", -0.6));
        }
        contrasts = contrasts(SparkExtension.session(), STANCES, SETTINGS, 2).collectAsList();
    }

    @Test
    void outletsThatDifferDoAndThoseThatDoNotDoNot() {
        Row apart = only("friends", ALL, "critic", "friend");
        assertThat(number(apart, OutletContrastsTable.DIFFERENCE)).isCloseTo(-0.7, within(0.15));
        assertThat(number(apart, OutletContrastsTable.DIFFERENCE_HIGH)).isNegative();
        assertThat(number(apart, OutletContrastsTable.CLIFFS_DELTA)).isLessThan(-0.9);
        assertThat(number(apart, OutletContrastsTable.CLIFFS_DELTA_HIGH)).isLessThan(-0.7);
        assertThat(number(apart, OutletContrastsTable.P)).isCloseTo(0.002, within(1e-12));
        assertThat(number(apart, OutletContrastsTable.Q)).isBetween(0.002, 0.05);
        assertThat(apart.<Long>getAs(OutletContrastsTable.ARTICLES_A)).isEqualTo(40);
        Row alike = only("friends", ALL, "friend", "other friend");
        assertThat(number(alike, OutletContrastsTable.P)).isGreaterThan(0.05);
        assertThat(number(alike, OutletContrastsTable.DIFFERENCE_LOW)).isNegative();
        assertThat(number(alike, OutletContrastsTable.DIFFERENCE_HIGH)).isPositive();
        assertThat(rows("friends", SAME)).as("no event in common").isEmpty();
    }

    @Test
    void theNumbersAreThoseOfTheArticlesWhereSetsHoldOneStoryEach() {
        Row row = only("numbers", ALL, "a", "b");
        assertThat(number(row, OutletContrastsTable.MEAN_A)).isCloseTo(0.25, within(1e-9));
        assertThat(number(row, OutletContrastsTable.MEAN_B)).isCloseTo(-0.075, within(1e-9));
        // numpy.sign(a[:, None] - b[None, :]).mean()
        assertThat(number(row, OutletContrastsTable.CLIFFS_DELTA)).isCloseTo(33.0 / 36, within(1e-12));
        // scipy.stats.ttest_ind(a, b, equal_var=False).confidence_interval()
        assertThat(number(row, OutletContrastsTable.DIFFERENCE_LOW)).isCloseTo(0.12503000898641667, within(1e-7));
        assertThat(number(row, OutletContrastsTable.DIFFERENCE_HIGH)).isCloseTo(0.5249699910135833, within(1e-7));
    }

    @Test
    void onTheSameEventsTheChoiceOfEventsDoesNotCount() {
        assertThat(number(only("events", ALL, "a", "b"), OutletContrastsTable.DIFFERENCE))
                .isNegative();
        Row same = only("events", SAME, "a", "b");
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
    void withTooFewCommonEventsThereIsADifferenceAndNoTest() {
        Row same = only("few", SAME, "a", "b");
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
    void copiesOfOneStoryAreOneUnitAndCountriesAreComparedToo() {
        Row row = only("copies", ALL, "KZ", "PL");
        assertThat(row.<String>getAs(OutletContrastsTable.GROUPING)).isEqualTo(OutletContrastsTable.COUNTRY);
        assertThat(row.<Long>getAs(OutletContrastsTable.ARTICLES_A)).isEqualTo(18);
        assertThat(row.<Long>getAs(OutletContrastsTable.STORIES_A)).isEqualTo(6);
        assertThat(row.<Long>getAs(OutletContrastsTable.STORIES_B)).isEqualTo(6);
    }

    @Test
    void undatedArticlesMakeNoGroup() {
        assertThat(rows("undated", ALL)).isEmpty();
    }

    @Test
    void theOrderAndPartitionsOfTheArticlesDoNotChangeABit(SparkSession spark) {
        Collections.shuffle(STANCES, new Random(3));
        List<Row> again = contrasts(spark, STANCES, SETTINGS, 7).collectAsList();
        assertThat(again).containsExactlyInAnyOrderElementsOf(contrasts);
        assertThat(again.get(0).schema().fieldNames())
                .isEqualTo(OutletContrastsTable.TABLE.schema().fieldNames());
    }

    @Test
    void smallGroupsAndThoseBeyondTheMostAreLeftOut(SparkSession spark) {
        List<Stance> stances = new ArrayList<>();
        for (int outlet = 0; outlet < 4; outlet++) {
            for (int i = 0; i < 5 + outlet; i++) {
                stances.add(stance(outlet + "-" + i, "outlet " + outlet, "2024-02-01", 0.01 * i));
            }
        }
        Dataset<Row> sketches =
                ContrastStage.sketches(StanceRows.table(spark, stances), new ContrastSettings(6, 2, 99, 1));
        assertThat(sketches.filter("grouping = 'outlet'").collectAsList())
                .map(row -> row.getString(3))
                .containsExactlyInAnyOrder("outlet 2", "outlet 3");
    }

    private static void add(String target, Stance stance) {
        STANCES.add(new Stance(
                target + stance.article(),
                stance.story(),
                stance.outlet(),
                stance.country(),
                stance.language(),
                stance.day(),
                target,
                stance.voice(),
                stance.mentions(),
                stance.score()));
    }

    private static Dataset<Row> contrasts(
            SparkSession spark, List<Stance> stances, ContrastSettings settings, int partitions) {
        Dataset<Row> table = StanceRows.table(spark, stances).repartition(partitions);
        return ContrastStage.contrasts(
                table,
                StanceRows.events(spark, EVENTS.toArray(String[][]::new)),
                ContrastStage.sketches(table, settings),
                settings);
    }

    private static List<Row> rows(String target, String basis) {
        return contrasts.stream()
                .filter(row -> target.equals(row.<String>getAs(OutletContrastsTable.TARGET))
                        && basis.equals(row.<String>getAs(OutletContrastsTable.BASIS)))
                .toList();
    }

    private static Row only(String target, String basis, String a, String b) {
        List<Row> found = rows(target, basis).stream()
                .filter(row -> a.equals(row.<String>getAs(OutletContrastsTable.GROUP_A))
                        && b.equals(row.<String>getAs(OutletContrastsTable.GROUP_B)))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static double number(Row row, String column) {
        return row.<Double>getAs(column);
    }
}
