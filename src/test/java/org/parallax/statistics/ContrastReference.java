package org.parallax.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;

/** Two samples, or differences of pairs, with SciPy's interval and significance of their mean: src/test/reference/contrasts.py. */
final class ContrastReference {
    private ContrastReference() {}

    static Stream<JsonNode> tests() throws IOException {
        return References.of("contrasts", "tests");
    }

    static Stream<JsonNode> signFlips() throws IOException {
        return References.of("contrasts", "sign_flips");
    }
}
