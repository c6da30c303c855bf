package org.parallax.voice;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parallax.voice.Lexicon.Words;

/** Verbs of several words ("made it clear", "turned its back on"), in which adverbs may stand. */
final class Idioms {
    private static final Verb SAY = new Verb(Verb.Kind.SAY, Verb.Form.PAST, false, true);
    private static final Verb ATTITUDE = new Verb(Verb.Kind.ATTITUDE, Verb.Form.PAST, false, false);
    private static final Map<String, List<List<String>>> SAYING = byFirst(Words.SAY_IDIOM);
    private static final Map<String, List<List<String>>> TAKING = byFirst(Words.STANCE_IDIOM);

    private final Tokens tokens;

    Idioms(Tokens tokens) {
        this.tokens = tokens;
    }

    /** An idiom and the token with which it ends. */
    record Found(int last, Verb verb) {}

    private static Map<String, List<List<String>>> byFirst(Words kind) {
        return Lexicon.shipped().all(kind).stream()
                .sorted()
                .map(idiom -> Arrays.asList(idiom.split("_", -1)))
                .collect(Collectors.groupingBy(words -> words.get(0)));
    }

    /** The idiom that begins at a token; null when none does. */
    @Nullable
    Found at(int token) {
        int said = end(token, SAYING);
        if (said >= 0) {
            return new Found(said, SAY);
        }
        int taken = end(token, TAKING);
        return taken >= 0 ? new Found(taken, ATTITUDE) : null;
    }

    private int end(int token, Map<String, List<List<String>>> idioms) {
        int longest = -1;
        for (List<String> idiom : idioms.getOrDefault(tokens.lower(token), List.of())) {
            longest = Math.max(longest, end(token, idiom));
        }
        return longest;
    }

    private int end(int token, List<String> idiom) {
        int t = token;
        for (int i = 1; i < idiom.size(); i++) {
            t++;
            while (!tokens.lower(t).equals(idiom.get(i)) && adverb(t)) {
                t++;
            }
            if (!tokens.lower(t).equals(idiom.get(i))) {
                return -1;
            }
        }
        return t;
    }

    private boolean adverb(int t) {
        String lower = tokens.lower(t);
        return Lexicon.shipped().is(Words.ADVERB, lower) || (lower.length() > 4 && lower.endsWith("ly")) || lower.equals("very");
    }
}
