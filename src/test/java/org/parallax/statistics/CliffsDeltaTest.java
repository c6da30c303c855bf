package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CliffsDeltaTest {

    static Stream<JsonNode> reference() throws IOException {
        return References.of("contrasts", "deltas");
    }

    @ParameterizedTest
    @MethodSource("reference")
    void agreesWithTheDominanceMatrix(JsonNode expected) {
        CliffsDelta cliff = CliffsDelta.of(histogram(expected.get("a")), histogram(expected.get("b")));
        assertThat(cliff.delta()).isCloseTo(expected.get("delta").asDouble(), within(1e-12));
        assertThat(cliff.interval().low()).isCloseTo(expected.get("low").asDouble(), within(1e-9));
        assertThat(cliff.interval().high()).isCloseTo(expected.get("high").asDouble(), within(1e-9));
    }

    @Test
    void changesItsSignWithTheOrderOfTheGroups() {
        long[] a = {0, 3, 2, 4};
        long[] b = {2, 2, 1, 0};
        CliffsDelta forth = CliffsDelta.of(a, b);
        CliffsDelta back = CliffsDelta.of(b, a);
        assertThat(back.delta()).isCloseTo(-forth.delta(), within(1e-15));
        assertThat(back.interval().low()).isCloseTo(-forth.interval().high(), within(1e-12));
    }

    @Test
    void groupsThatLieWhollyApartStillHaveAnIntervalAsWideAsTheirSizeAsks() {
        assertThat(CliffsDelta.of(new long[] {8, 0}, new long[] {0, 9})
                        .interval()
                        .high())
                .isBetween(-0.3, -0.2);
        assertThat(CliffsDelta.of(new long[] {0, 300}, new long[] {200, 0})
                        .interval()
                        .low())
                .isBetween(0.96, 0.97);
    }

    @Test
    void tooFewValuesAreRefused() {
        assertThatThrownBy(() -> CliffsDelta.of(new long[] {1, 0}, new long[] {1, 1}))
                .hasMessageContaining("at least 2 values each, not 1 in 2 bins and 2 in 2");
    }

    private static long[] histogram(JsonNode values) {
        long[] bins = new long[61];
        values.forEach(value -> bins[value.asInt()]++);
        return bins;
    }
}
