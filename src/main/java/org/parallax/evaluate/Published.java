package org.parallax.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure that somebody else published on a labelled set.
 *
 * @param who the system, or the people
 * @param f1Macro in per cent
 * @param on the part of the set that it was measured on
 * @param source where it was published
 */
record Published(String who, double f1Macro, String on, String source) {

    /** What was published on the set that a file belongs to, by its name; empty where no figure is at hand. */
    static List<Published> on(String file) {
        List<Published> figures = new ArrayList<>();
        for (JsonNode set : read()) {
            if (file.matches(set.path("files").asText() + "\\.jsonl")) {
                set.path("figures")
                        .forEach(f -> figures.add(new Published(
                                f.path("who").asText(),
                                f.path("f1_macro").asDouble(),
                                f.path("on").asText(),
                                f.path("source").asText())));
            }
        }
        return figures;
    }

    private static JsonNode read() {
        try (InputStream in = Published.class.getResourceAsStream("published.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
