package org.parallax.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FileCutsTest {

    @Test
    void filesAreOfTheirLengthWhereTheSampleIsTheTable() {
        List<Row> keys = keys(35);
        FileCuts cuts = FileCuts.of(keys, 35, 10);
        assertThat(lengths(cuts, keys)).containsExactly(10, 10, 10, 5);
    }

    @Test
    void filesOfASampledTableAreAboutOfTheirLength() {
        List<Row> keys = keys(100_000);
        int sample = FileCuts.sample(keys.size(), 10_000);
        assertThat(sample).isEqualTo(5_000);
        List<Row> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, new Random(4));
        FileCuts cuts = FileCuts.of(shuffled.subList(0, sample), keys.size(), 10_000);
        // Ten times 500 sampled keys: a file's length has a standard deviation of about 4 %.
        assertThat(lengths(cuts, keys)).hasSize(10).allSatisfy(n -> assertThat(n)
                .isBetween(8_000, 12_000));
    }

    @Test
    void numbersOfFilesFollowTheOrderOfTheKeys() {
        List<Row> keys = keys(1_000);
        FileCuts cuts = FileCuts.of(keys, 1_000, 7);
        assertThat(keys.stream().map(cuts::file).toList()).isSorted();
    }

    @Test
    void equalKeysShareAFileAndNullsComeFirst() {
        List<Row> keys = new ArrayList<>(Collections.nCopies(50, key("b", 1)));
        keys.add(0, key(null, 9));
        keys.add(key("c", null));
        FileCuts cuts = FileCuts.of(keys, keys.size(), 10);
        assertThat(cuts.file(key("b", 1))).isGreaterThan(cuts.file(key(null, 9)));
        assertThat(cuts.file(key("c", null))).isGreaterThanOrEqualTo(cuts.file(key("b", 1)));
        assertThat(cuts.file(key("b", null))).isLessThan(cuts.file(key("b", 1)));
    }

    /** Distinct keys in ascending order. */
    private static List<Row> keys(int n) {
        List<Row> keys = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            keys.add(RowFactory.create("group " + (char) ('a' + i * 5 / n), Date.valueOf(LocalDate.ofEpochDay(i)), i));
        }
        return keys;
    }

    private static Row key(@Nullable String name, @Nullable Integer number) {
        return RowFactory.create(name, number);
    }

    private static List<Integer> lengths(FileCuts cuts, List<Row> keys) {
        int[] lengths = new int[cuts.files()];
        keys.forEach(key -> lengths[cuts.file(key)]++);
        return Arrays.stream(lengths).boxed().toList();
    }
}
