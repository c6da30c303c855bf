package org.parallax.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import scala.collection.JavaConverters;

class EventPairsTest {

    @Test
    void pairsStandInTheOrderOfTheirNumbersWithTheirMeansAndWhichIsTheMoreFavourable() {
        Row pair = EventPairs.of(event(List.of(
                        RowFactory.create(1L, 26, 3_000_000_000L, 2L, 1L),
                        RowFactory.create(2L, 1, 1_000_000_000L, 1L, 1L))))
                .get(0);
        assertThat(pair)
                .isEqualTo(RowFactory.create(99L, 1, 26, 7, 1_000_000_000L, 1_500_000_000L, -1L, 1L, 2L, 1L, 1L));
    }

    @Test
    void aDifferenceWithinOneStepIsATie() {
        assertThat(EventPairs.of(event(List.of(
                                RowFactory.create(1L, 1, 100_000_000L, 1L, 1L),
                                RowFactory.create(2L, 2, 140_000_000L, 1L, 1L))))
                        .get(0)
                        .getLong(6))
                .isZero();
    }

    @Test
    void ofAnEventThatAllReportSixtyFourGroupsTakePart() {
        List<Row> groups = new ArrayList<>();
        for (long group = 0; group < 80; group++) {
            groups.add(RowFactory.create((group * 37) % 80, (int) group, 100L * group, 1L, 1L));
        }
        List<Row> pairs = EventPairs.of(event(groups));
        assertThat(pairs).hasSize(64 * 63 / 2);
        assertThat(pairs.stream()
                        .flatMap(row -> Stream.of(row.getInt(1), row.getInt(2)))
                        .distinct())
                .hasSize(64);
        List<Row> turned = new ArrayList<>(groups);
        java.util.Collections.reverse(turned);
        assertThat(EventPairs.of(event(turned))).isEqualTo(pairs);
    }

    private static Row event(List<Row> groups) {
        return RowFactory.create(99L, 7, JavaConverters.asScalaBuffer(groups).toSeq());
    }
}
