package org.parallax.mention;

import java.util.List;

/**
 * A title or a body with its sentences and the names in it, both in the order of the text.
 *
 * @param text the text
 * @param sentences its sentences; together they hold every character that is not white space between them
 * @param names targets and actors, each within one sentence
 */
public record NamedText(String text, List<Span> sentences, List<Name> names) {
    public NamedText {
        sentences = List.copyOf(sentences);
        names = List.copyOf(names);
    }
}
