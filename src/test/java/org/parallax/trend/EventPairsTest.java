package org.parallax.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.OutletContrastsTable;

class EventPairsTest {
    private static final String NAME = "name";
    private static final long ONE = (long) FixedPoint.ONE;

    /** Outlets 0 and 1 are compared with each other, and so are countries 2 and 3. */
    private static final ComparedGroups FOUR = groups(
            List.of("outlet/a", "outlet/b", "country/x", "country/y"),
            List.of(kind(7, "a", "x"), kind(8, "b", "x"), kind(9, "b", "y"), kind(10, "other", "z")));

    private static final int A = 2;
    private static final int B = 3;
    private static final int X = 0;
    private static final int Y = 1;

    @Test
    void groupsOfAnEventMeetThoseOfTheirGroupingWithTheirMeansArticlesAndStories() {
        List<Row> pairs = pairs(
                FOUR,
                article(1, 100, 7, 0.4),
                article(1, 100, 9, -0.1),
                article(1, 101, 7, 0.2),
                article(1, 101, 7, 0.0),
                article(1, 102, 10, 0.9));
        assertThat(pairs)
                .containsExactlyInAnyOrder(
                        sums(A, B, 0, 1, 0.2, -0.1, 1, 3, 1, 2, 1), sums(X, Y, 0, 1, 0.2, -0.1, 1, 3, 1, 2, 1));
    }

    @Test
    void aStoryOfTwoOutletsIsOneOfTheirCountry() {
        assertThat(pairs(FOUR, article(1, 100, 7, 0.4), article(1, 100, 8, 0.2), article(1, 101, 9, 0.1)))
                .contains(sums(X, Y, 0, 1, 0.3, 0.1, 1, 2, 1, 1, 1));
    }

    @Test
    void eventsOfOneSetAddUpAndThoseOfAnotherStandApart() {
        long otherSet = 5L << (Long.SIZE - EventPairs.SET_BITS);
        List<Row> pairs = pairs(
                FOUR,
                article(1, 100, 7, 0.5),
                article(1, 101, 8, 0.1),
                article(2, 102, 7, -0.1),
                article(2, 103, 8, 0.3),
                article(3, 104, 7, 0.3),
                article(otherSet, 105, 7, 0.2),
                article(otherSet, 106, 8, 0.6));
        assertThat(pairs)
                .containsExactly(sums(A, B, 0, 2, 0.4, 0.4, 0, 2, 2, 2, 2), sums(A, B, 5, 1, 0.2, 0.6, -1, 1, 1, 1, 1));
    }

    @Test
    void aDifferenceWithinOneStepIsATie() {
        assertThat(pairs(FOUR, article(1, 100, 7, 0.010), article(1, 101, 8, 0.014)))
                .containsExactly(sums(A, B, 0, 1, 0.010, 0.014, 0, 1, 1, 1, 1));
    }

    @Test
    void ofAnEventThatAllReportSixtyFourGroupsTakePart() {
        List<String> names = new ArrayList<>();
        List<Row> kinds = new ArrayList<>();
        List<Row> articles = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            names.add("outlet/" + (100 + i));
            kinds.add(kind(i, "" + (100 + i), null));
            articles.add(article(1, 100 + i, i, 0.01 * i));
        }
        List<Row> pairs = pairs(groups(names, kinds), articles.toArray(Row[]::new));
        assertThat(pairs).hasSize(64 * 63 / 2);
        assertThat(pairs.stream()
                        .map(row -> row.getLong(0))
                        .flatMap(pair -> Stream.of(EventPairs.groupA(pair), EventPairs.groupB(pair)))
                        .distinct())
                .hasSize(64);
    }

    private static List<Row> pairs(ComparedGroups groups, Row... articles) {
        Iterator<Row> pairs = new EventPairs(List.of(articles).iterator(), groups);
        Iterable<Row> once = () -> pairs;
        return StreamSupport.stream(once.spliterator(), false).toList();
    }

    private static Row article(long event, long story, long kind, double score) {
        return RowFactory.create(event, story, kind, Math.round(score * ONE));
    }

    private static Row sums(
            int a,
            int b,
            int set,
            long events,
            double meansA,
            double meansB,
            long signs,
            long articlesA,
            long articlesB,
            long storiesA,
            long storiesB) {
        return RowFactory.create(
                ((long) a << Integer.SIZE) + b,
                set,
                events,
                Math.round(meansA * ONE),
                Math.round(meansB * ONE),
                signs,
                articlesA,
                articlesB,
                storiesA,
                storiesB);
    }

    /** @param names grouping and name with a slash between them */
    private static ComparedGroups groups(List<String> names, List<Row> kinds) {
        StructType schema = new StructType()
                .add(OutletContrastsTable.GROUPING, DataTypes.StringType)
                .add(OutletContrastsTable.TARGET, DataTypes.StringType)
                .add(OutletContrastsTable.VOICE, DataTypes.StringType)
                .add(NAME, DataTypes.StringType);
        List<Row> compared = names.stream()
                .map(name -> name.split("/"))
                .map(name -> row(schema, name[0], "russia", "author", name[1]))
                .toList();
        return new ComparedGroups(compared, kinds, NAME);
    }

    private static Row kind(long number, String outlet, String country) {
        StructType schema = new StructType()
                .add(Kinds.KIND, DataTypes.LongType)
                .add(ArticleStanceTable.TARGET, DataTypes.StringType)
                .add(ArticleStanceTable.VOICE, DataTypes.StringType)
                .add(ArticleStanceTable.OUTLET, DataTypes.StringType)
                .add(ArticleStanceTable.COUNTRY, DataTypes.StringType)
                .add(ArticleStanceTable.LANGUAGE, DataTypes.StringType);
        return row(schema, number, "russia", "author", outlet, country, "en");
    }

    private static Row row(StructType schema, Object... values) {
        return new GenericRowWithSchema(values, schema);
    }
}
