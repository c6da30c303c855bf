package org.parallax.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What src/test/reference/contrasts.py wrote. */
final class ContrastReference {
    private ContrastReference() {}

    static JsonNode all() throws IOException {
        return new ObjectMapper()
                .readTree(
                        Path.of("src/test/resources/statistics/contrasts.json").toFile());
    }

    static Stream<JsonNode> cases(String kind) throws IOException {
        return StreamSupport.stream(all().get(kind).spliterator(), false);
    }

    static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
