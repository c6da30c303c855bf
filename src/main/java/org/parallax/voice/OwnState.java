package org.parallax.voice;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Actor;
import org.parallax.mention.Name;
import org.parallax.voice.Lexicon.Words;

/**
 * The state in whose name a speech is held. Who says "we" and "my Government" all through and names one state most is its
 * speaker: what that state welcomes or condemns is the speech's own voice.
 */
final class OwnState {
    /** Words of the first person, outside of quotations, by which a text is known for a speech. */
    private static final int LEAST_WORDS = 8;

    private static final int EVERY = 80;

    /** The state is named so much more often than any other. */
    private static final double LEAD = 1.5;

    private static final int LEAST_NAMES = 4;

    private OwnState() {}

    /** Its actor id; null for a text that is no speech or names no state so. */
    static @Nullable String of(Passage passage) {
        Tokens tokens = passage.tokens();
        int first = 0;
        for (int t = 0; t < tokens.size(); t++) {
            String lower = tokens.lower(t);
            boolean self = Lexicon.shipped().is(Words.SELF, lower) && !lower.equals("you");
            first += (self || lower.equals("my") || lower.equals("our")) && passage.speechOf(t) < 0 ? 1 : 0;
        }
        if (first < LEAST_WORDS || first * EVERY < tokens.size()) {
            return null;
        }
        Map<String, Integer> count = new HashMap<>();
        for (Name name : passage.names()) {
            if (name.kind() == Name.Kind.ACTOR && passage.kind(name) == Actor.Kind.STATE) {
                count.merge(name.id(), 1, Integer::sum);
            }
        }
        String most = null;
        int times = 0;
        int second = 0;
        for (Map.Entry<String, Integer> state : new java.util.TreeMap<>(count).entrySet()) {
            if (state.getValue() > times) {
                second = times;
                times = state.getValue();
                most = state.getKey();
            } else {
                second = Math.max(second, state.getValue());
            }
        }
        return times >= LEAST_NAMES && times >= LEAD * second ? most : null;
    }
}
