package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reference values: src/test/reference/periods.py, with SciPy. */
class QuantilesTest {
    static Stream<JsonNode> reference() throws IOException {
        return References.of("student_t");
    }

    @ParameterizedTest
    @MethodSource("reference")
    void quantilesThatAreLookedUpAreThoseOfSciPy(JsonNode expected) {
        double level = expected.get("level").asDouble();
        double degrees = expected.get("degrees").asDouble();
        double quantile = expected.get("quantile").asDouble();

        assertThat(new Quantiles(level).at(degrees)).isCloseTo(quantile, within(1e-7 * quantile));
    }
}
