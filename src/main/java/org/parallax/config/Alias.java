package org.parallax.config;

import java.io.Serializable;
import java.util.List;

/**
 * One name of a target or an actor in one language.
 *
 * @param text the name as written; Cyrillic names match in their inflected forms too
 * @param language ISO 639-1 of the texts that it is looked for in
 * @param near phrases of which one must stand in the same sentence for the name to count, around the name where the phrase
 *     holds it ("with Moscow"); {@code accus*}, {@code *ed} and {@code said|says} stand for several words; empty when the
 *     name always counts
 */
public record Alias(String text, String language, List<String> near) implements Serializable {
    public Alias {
        near = List.copyOf(near);
    }
}
