package org.parallax.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ChangePointsTable;

class StrongestStoriesTest {
    private static final int MOST = 3;

    private static final StructType BEST = new StructType()
            .add(StrongestStories.EXTENT, DataTypes.DoubleType)
            .add(ChangePointsTable.ARTICLE_ID, DataTypes.StringType)
            .add(ArticleStanceTable.EVIDENCE_FIELD, DataTypes.StringType)
            .add(ArticleStanceTable.EVIDENCE_BEGIN, DataTypes.IntegerType);

    @Test
    void aStoryStandsOnceWithItsStrongestSentenceAndOfEqualOnesTheFirstArticles() {
        assertThat(left(List.of(
                        sentence(1, true, "story", 0.5, "c"),
                        sentence(1, true, "story", 0.7, "b"),
                        sentence(1, true, "story", 0.7, "a"),
                        sentence(1, false, "story", 0.1, "d"))))
                .containsExactlyInAnyOrder(sentence(1, true, "story", 0.7, "a"), sentence(1, false, "story", 0.1, "d"));
    }

    /** Coarse extents, so that many are equal. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsLeftRanksAsAllDoHoweverTheyAreDivided(long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            rows.add(sentence(
                    random.nextInt(4),
                    random.nextBoolean(),
                    "story " + random.nextInt(20),
                    random.nextInt(6) / 5.0,
                    "article " + random.nextInt(90)));
        }
        List<Row> left = new ArrayList<>(left(rows.subList(0, 250)));
        left.addAll(left(rows.subList(250, 600)));
        assertThat(ranked(left)).isEqualTo(ranked(rows));
        assertThat(left).hasSizeLessThanOrEqualTo(2 * 4 * 2 * MOST);
    }

    private static List<Row> left(List<Row> rows) {
        List<Row> left = new ArrayList<>();
        Iterator<Row> of = StrongestStories.of(rows.iterator(), MOST);
        of.forEachRemaining(left::add);
        return left;
    }

    /** The strongest of each side by sorting everything. */
    private static Map<String, List<String>> ranked(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.get(0) + " " + row.get(1), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, side -> ofSide(side.getValue())));
    }

    private static List<String> ofSide(List<Row> rows) {
        Comparator<Row> rank = Comparator.comparingDouble(
                        (Row row) -> row.getStruct(3).getDouble(0))
                .reversed()
                .thenComparing(row -> row.getStruct(3).getString(1));
        List<String> stories = new ArrayList<>();
        List<String> strongest = new ArrayList<>();
        for (Row row : rows.stream().sorted(rank).toList()) {
            if (!stories.contains(row.getString(2)) && strongest.size() < MOST) {
                stories.add(row.getString(2));
                strongest.add(row.getString(2) + " by " + row.getStruct(3).getString(1));
            }
        }
        return strongest;
    }

    private static Row sentence(long ofBreak, boolean before, String story, double extent, String article) {
        return RowFactory.create(
                ofBreak, before, story, new GenericRowWithSchema(new Object[] {extent, article, "body", 0}, BEST));
    }
}
