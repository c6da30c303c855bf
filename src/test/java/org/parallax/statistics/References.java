package org.parallax.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Values that a script under src/test/reference computed. */
public final class References {
    private References() {}

    /** All that a script wrote. */
    public static JsonNode all(String name) throws IOException {
        return new ObjectMapper()
                .readTree(
                        Path.of("src/test/resources/statistics", name + ".json").toFile());
    }

    /** The cases of a file that lists nothing else. */
    static Stream<JsonNode> of(String name) throws IOException {
        return elements(all(name));
    }

    /** The cases of one kind. */
    static Stream<JsonNode> of(String name, String kind) throws IOException {
        return elements(all(name).get(kind));
    }

    static double[] doubles(JsonNode array) {
        return elements(array).mapToDouble(JsonNode::asDouble).toArray();
    }

    static long[] longs(JsonNode array) {
        return elements(array).mapToLong(JsonNode::asLong).toArray();
    }

    static int[] ints(JsonNode array) {
        return elements(array).mapToInt(JsonNode::asInt).toArray();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
