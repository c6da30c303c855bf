package org.parallax.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinHashTest {

    @Test
    void asManyRowsABandAsStillFindWhatIsJustSimilarEnough() {
        assertThat(MinHash.of(36, 0.5)).isEqualTo(new MinHash(36, 3));
        assertThat(MinHash.of(20, 0.5)).isEqualTo(new MinHash(20, 2));
        assertThat(MinHash.of(1, 0.5)).isEqualTo(new MinHash(1, 1));
        assertThat(MinHash.of(5, 1.0).rows()).isEqualTo(16);
    }

    /** Broder's theorem: two signatures agree in one value as often as the sets' Jaccard similarity says. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.8, 1.0})
    void bandsOfOneValueAgreeAsOftenAsTheSetsAreSimilar(double similarity) {
        Random random = new Random(17);
        int union = 400;
        long[] all = LongStream.generate(random::nextLong).limit(union).toArray();
        int common = (int) Math.round(union * similarity);
        int left = common + (union - common) / 2;
        long[] a = LongStream.range(0, left).map(i -> all[(int) i]).toArray();
        long[] b = LongStream.concat(
                        LongStream.range(0, common).map(i -> all[(int) i]),
                        LongStream.range(left, union).map(i -> all[(int) i]))
                .toArray();
        MinHash minHash = new MinHash(4_000, 1);
        long[] keysA = minHash.keys(a, "en");
        long[] keysB = minHash.keys(b, "en");

        long agree = LongStream.range(0, keysA.length)
                .filter(i -> keysA[(int) i] == keysB[(int) i])
                .count();

        assertThat((double) agree / keysA.length).isCloseTo(similarity, within(0.03));
    }

    @Test
    void keysTellBandsAndLanguagesApart() {
        long[] shingles = {1, 2, 3};
        MinHash minHash = new MinHash(8, 2);

        assertThat(minHash.keys(shingles, "en")).doesNotHaveDuplicates().isEqualTo(minHash.keys(shingles, "en"));
        assertThat(minHash.keys(shingles, "en")).doesNotContain(minHash.keys(shingles, "ru"));
    }
}
