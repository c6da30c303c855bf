package org.parallax.mention;

import java.util.List;
import java.util.Set;
import org.parallax.config.Alias;

/** One alias of one target or actor, ready to be compared with a text: how it may be written, and in which context. */
final class ConfiguredName {
    /** Capitals of fewer letters are other words when only the first one is capital: "Us", "Un", "Cis". */
    private static final int SHORTEST_CAPITALISED_ACRONYM = 4;

    /** A shorter word in capitals is more likely a number or an acronym than a name: "XI". */
    private static final int SHORTEST_NAME_IN_CAPITALS = 4;

    final Name.Kind kind;
    final String id;

    /** Place in configuration: of two names with the same words, the first one counts. */
    final int order;

    final List<Token> words;
    private final int properWord;
    private final List<Context> contexts;

    ConfiguredName(Name.Kind kind, String id, Alias alias, int order) {
        this.kind = kind;
        this.id = id;
        this.order = order;
        this.words = Token.in(alias.text());
        if (words.isEmpty()) {
            throw new IllegalArgumentException("an alias of " + id + " has no word in it: \"" + alias.text() + "\"");
        }
        this.properWord = firstCapitalised(words);
        this.contexts = alias.near().stream().map(this::context).toList();
    }

    /** What a word of this name may look like in a text, by {@link Token#key}. */
    static Set<String> forms(Token word) {
        return word.allCapitals() ? Set.of(word.key()) : RussianForms.of(word.key());
    }

    /** Whether the tokens from there on, which have the right letters, are this name: by their case and by the context. */
    boolean isAt(List<Token> sentence, int at, boolean headlineInCapitals) {
        for (int i = 0; i < words.size(); i++) {
            if (!written(words.get(i), sentence.get(at + i), i, headlineInCapitals)) {
                return false;
            }
        }
        return contexts.isEmpty() || contexts.stream().anyMatch(c -> c.holds(sentence, at));
    }

    private boolean written(Token word, Token token, int index, boolean headlineInCapitals) {
        if (word.allCapitals()) {
            return token.allCapitals() || (token.capitalised() && word.text().length() >= SHORTEST_CAPITALISED_ACRONYM);
        }
        if (index != properWord) {
            return true;
        }
        if (!token.capitalised()) {
            return false;
        }
        // A city in capitals before a text is its dateline, so that a name which needs a context wants a headline too.
        return !token.allCapitals()
                || headlineInCapitals
                || (contexts.isEmpty() && token.text().length() >= SHORTEST_NAME_IN_CAPITALS);
    }

    private static int firstCapitalised(List<Token> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).capitalised()) {
                return i;
            }
        }
        return -1;
    }

    private Context context(String text) {
        Phrase phrase = Phrase.of(text, Phrase.Capitals.ANY);
        for (int at = 0; at + words.size() <= phrase.length(); at++) {
            if (holdsNameAt(phrase, at)) {
                return new Context(phrase, at);
            }
        }
        return new Context(phrase, -1);
    }

    private boolean holdsNameAt(Phrase phrase, int at) {
        for (int i = 0; i < words.size(); i++) {
            Set<String> forms = forms(words.get(i));
            boolean isName = phrase.words().get(at + i).alternatives().stream()
                    .allMatch(a -> a.match() == Phrase.Match.IS && forms.contains(a.key()));
            if (!isName) {
                return false;
            }
        }
        return true;
    }

    /**
     * A phrase that makes a name count: anywhere in the sentence, or, when it holds the name itself ("with Moscow"), around
     * this very occurrence.
     *
     * @param nameAt where in the phrase the name begins; -1 when it does not hold it
     */
    private record Context(Phrase phrase, int nameAt) {
        boolean holds(List<Token> sentence, int at) {
            return nameAt < 0 ? phrase.isIn(sentence) : phrase.isAt(sentence, at - nameAt);
        }
    }
}
