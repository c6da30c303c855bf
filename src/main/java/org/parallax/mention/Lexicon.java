package org.parallax.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * All names of one language in a tree of words, so that a text is read once however many names there are.
 *
 * <p>A tree of words and not an automaton of letters (Aho-Corasick) because each Russian word of a name has a dozen forms:
 * a name of four words would be twenty thousand strings there and is four nodes here. Word boundaries and white space
 * between words need no care either.
 */
final class Lexicon {
    private final Node root = new Node();

    /** The configured words that a written word may be a form of. */
    private final Map<String, List<String>> wordsByForm = new HashMap<>();

    Lexicon(List<ConfiguredName> names) {
        for (ConfiguredName name : names) {
            Node node = root;
            for (Token word : name.words) {
                // An acronym has no forms, so that it is not the same word as a name with its letters.
                String key = word.allCapitals() ? word.text() : word.key();
                register(key, ConfiguredName.forms(word));
                node = node.next.computeIfAbsent(key, k -> new Node());
            }
            node.names.add(name);
        }
    }

    /** Gives every name whose words stand in the sentence, with the index of its first token; case and context are not looked at. */
    void find(List<Token> sentence, BiConsumer<ConfiguredName, Integer> found) {
        List<List<String>> words = new ArrayList<>(sentence.size());
        for (Token token : sentence) {
            words.add(wordsByForm.getOrDefault(token.key(), List.of()));
        }
        for (int at = 0; at < words.size(); at++) {
            walk(root, words, at, at, found);
        }
    }

    private static void walk(
            Node node, List<List<String>> words, int start, int at, BiConsumer<ConfiguredName, Integer> found) {
        for (ConfiguredName name : node.names) {
            found.accept(name, start);
        }
        if (at == words.size() || node.next.isEmpty()) {
            return;
        }
        for (String word : words.get(at)) {
            Node next = node.next.get(word);
            if (next != null) {
                walk(next, words, start, at + 1, found);
            }
        }
    }

    private void register(String word, Set<String> forms) {
        for (String form : forms) {
            List<String> words = wordsByForm.computeIfAbsent(form, f -> new ArrayList<>(1));
            if (!words.contains(word)) {
                words.add(word);
            }
        }
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final List<ConfiguredName> names = new ArrayList<>(1);
    }
}
