package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parallax.statistics.Decomposition.Cell;
import org.parallax.statistics.Decomposition.Part;

class DecompositionTest {

    static Stream<JsonNode> reference() throws IOException {
        return References.of("contrasts", "decompositions");
    }

    @ParameterizedTest
    @MethodSource("reference")
    void agreesWithAllOrdersOfChangeInPandas(JsonNode expected) {
        Decomposition split = Decomposition.of(cells(expected.get("before")), cells(expected.get("after")));
        assertThat(split.before()).isCloseTo(expected.get("before_mean").asDouble(), within(1e-12));
        assertThat(split.after()).isCloseTo(expected.get("after_mean").asDouble(), within(1e-12));
        assertThat(split.within()).isCloseTo(expected.get("within").asDouble(), within(1e-12));
        assertThat(split.units()).isCloseTo(expected.get("units").asDouble(), within(1e-12));
        assertThat(split.kinds()).isCloseTo(expected.get("kinds").asDouble(), within(1e-12));
        assertThat(split.turnover()).isCloseTo(expected.get("turnover").asDouble(), within(1e-12));
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePartsSumToTheChangeWhoeverComesAndGoes(int seed) {
        Random random = new Random(seed);
        List<Cell> before = cells(random);
        List<Cell> after = cells(random);
        Decomposition split = Decomposition.of(before, after);
        assertThat(split.within() + split.units() + split.kinds())
                .isCloseTo(split.after() - split.before(), within(1e-12));
        assertThat(split.parts().stream().mapToDouble(Part::within).sum()).isCloseTo(split.within(), within(1e-12));
        assertThat(split.parts().stream().mapToDouble(Part::units).sum()).isCloseTo(split.units(), within(1e-12));
        assertThat(split.parts().stream().mapToDouble(Part::kinds).sum()).isCloseTo(split.kinds(), within(1e-12));
        Decomposition back = Decomposition.of(after, before);
        assertThat(back.within()).isCloseTo(-split.within(), within(1e-12));
        assertThat(back.units()).isCloseTo(-split.units(), within(1e-12));
        assertThat(back.kinds()).isCloseTo(-split.kinds(), within(1e-12));
    }

    @Test
    void outletsThatSpeakAsBeforeChangeNothingWithin() {
        Decomposition split = Decomposition.of(
                List.of(new Cell("mild", "author", 8, 0.5), new Cell("harsh", "author", 2, -0.5)),
                List.of(new Cell("mild", "author", 2, 0.5), new Cell("harsh", "author", 8, -0.5)));
        assertThat(split.within()).isZero();
        assertThat(split.kinds()).isZero();
        assertThat(split.units()).isCloseTo(-0.6, within(1e-15));
        assertThat(split.turnover()).isZero();
    }

    @Test
    void oneThatComesIsTurnoverAndNotChangeWithin() {
        Decomposition split = Decomposition.of(
                List.of(new Cell("old", "author", 1, 0.0)),
                List.of(new Cell("old", "author", 1, 0.0), new Cell("new", "author", 1, 0.8)));
        assertThat(split.within()).isZero();
        assertThat(split.units()).isCloseTo(0.4, within(1e-15));
        // Half of all, at 0.6 from the average of the two means; the rest is what the old one's share gave up.
        assertThat(split.turnover()).isCloseTo(0.3, within(1e-15));
    }

    @Test
    void quotingMoreIsAChangeOfVoice() {
        Decomposition split = Decomposition.of(
                List.of(new Cell("one", "author", 3, 0.0), new Cell("one", "reported", 1, -0.8)),
                List.of(new Cell("one", "author", 1, 0.0), new Cell("one", "reported", 3, -0.8)));
        assertThat(split.kinds()).isCloseTo(-0.4, within(1e-15));
        assertThat(split.within()).isZero();
        assertThat(split.units()).isZero();
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> Decomposition.of(List.of(), List.of(new Cell("a", "b", 1, 0))))
                .hasMessageContaining("no cells");
        assertThatThrownBy(() -> new Cell("one", "author", 0, 0.1))
                .hasMessage("cell one, author has the weight 0.0 and the mean 0.1");
    }

    private static List<Cell> cells(Random random) {
        List<Cell> cells = new ArrayList<>();
        for (int unit = 0; unit < 1 + random.nextInt(30); unit++) {
            for (String kind : List.of("author", "reported")) {
                if (random.nextDouble() < 0.7) {
                    double weight = Math.exp(3 * random.nextGaussian());
                    cells.add(new Cell("u" + unit, kind, weight, 2 * random.nextDouble() - 1));
                }
            }
        }
        return cells.isEmpty() ? List.of(new Cell("u0", "author", 1, 0.3)) : cells;
    }

    private static List<Cell> cells(JsonNode rows) {
        List<Cell> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(new Cell(
                row.get(0).asText(),
                row.get(1).asText(),
                row.get(2).asDouble(),
                row.get(3).asDouble())));
        return cells;
    }
}
