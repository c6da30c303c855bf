package org.parallax.voice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
        return speech(passage) ? mostNamed(passage) : null;
    }

    /** Whether a text speaks in the first person throughout. */
    static boolean speech(Passage passage) {
        Tokens tokens = passage.tokens();
        int first = 0;
        for (int t = 0; t < tokens.size(); t++) {
            String lower = tokens.lower(t);
            boolean self = Lexicon.shipped().is(Words.SELF, lower) && !lower.equals("you");
            first += (self || lower.equals("my") || lower.equals("our")) && passage.speechOf(t) < 0 ? 1 : 0;
        }
        return first >= LEAST_WORDS && first * EVERY >= tokens.size();
    }

    private static @Nullable String mostNamed(Passage passage) {
        Map<String, Integer> count = new HashMap<>();
        for (Name name : passage.names()) {
            if (name.kind() == Name.Kind.ACTOR && passage.kind(name) == Actor.Kind.STATE) {
                count.merge(name.id(), 1, Integer::sum);
            }
        }
        String most = null;
        int times = 0;
        int second = 0;
        for (Map.Entry<String, Integer> state : new TreeMap<>(count).entrySet()) {
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

    /** Whether a holder that is not configured is named so often in a speech that it is its speaker's own state. */
    static boolean unknown(Passage passage, Holder holder) {
        String surface = holder.surface();
        if (holder.kind() != Holder.Kind.GROUP || holder.id() != null || surface == null || institution(surface)) {
            return false;
        }
        int times = 0;
        for (int at = passage.text().indexOf(surface); at >= 0; at = passage.text().indexOf(surface, at + 1)) {
            times++;
        }
        return times > LEAST_NAMES;
    }

    private static boolean institution(String surface) {
        Lexicon lexicon = Lexicon.shipped();
        for (String word : surface.toLowerCase(Locale.ROOT).split(" ", -1)) {
            if (lexicon.is(Words.OFFICE, word) || lexicon.is(Words.AGENT, word) || lexicon.is(Words.OFFICIAL, word)) {
                return true;
            }
        }
        return false;
    }
}
