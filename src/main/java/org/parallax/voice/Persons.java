package org.parallax.voice;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Name;
import org.parallax.voice.Lexicon.Words;

/** Configured persons in a noun phrase, told from their namesakes. */
final class Persons {
    private final Passage passage;
    private final Tokens tokens;
    private final Lexicon lexicon = Lexicon.shipped();

    Persons(Passage passage) {
        this.passage = passage;
        tokens = passage.tokens();
    }

    /** The first person named in a stretch who is no owner of something; null when there is none. */
    @Nullable
    Holder first(Stretch words) {
        for (int t = words.from(); t < words.to(); t++) {
            Name name = passage.actor(t);
            if (name != null && passage.person(t) && !tokens.possessive(t + 1)) {
                return new Holder(Holder.Kind.PERSON, name.id(), surface(name));
            }
        }
        return null;
    }

    /** The last configured person of the phrase, the first where several are joined, who is neither an owner ("Putin's spokesman") nor talked about. */
    @Nullable
    Holder of(Stretch np) {
        for (int t = np.to() - 1; t >= np.from(); t--) {
            Name name = passage.actor(t);
            if (name == null || !passage.person(t)) {
                continue;
            }
            int first = first(t);
            boolean joined = tokens.lower(first - 1).equals("and") && passage.person(first - 2);
            if (!joined && !(tokens.possessive(t + 1) && t + 1 < np.to()) && !dependent(first, np)) {
                Stretch other = otherFirstName(name, first, np);
                return other == null
                        ? whole(name, first, np)
                        : new Holder(Holder.Kind.PERSON, null, tokens.text(other).replaceAll("\\s+", " "));
            }
            t = first;
        }
        return null;
    }

    /**
     * "Kyrylo Tymoshenko" where the actor is Yulia Tymoshenko: somebody else of that name. Null when it is the actor. First
     * letters decide, as spellings vary (Vladimir, Volodymyr).
     */
    private @Nullable Stretch otherFirstName(Name name, int first, Stretch np) {
        int before = first - 1;
        boolean firstName = before >= np.from()
                && name.span().of(passage.text()).indexOf(' ') < 0
                && tokens.capital(before)
                && tokens.end(before) - tokens.begin(before) > 2
                && tokens.lower(before).charAt(0) < 'а'
                && passage.actor(before) == null
                && !adverb(before)
                && !link(before)
                && !link(before - 1)
                && !lexicon.is(Words.TITLE, tokens.lower(before))
                && !lexicon.is(Words.OFFICE, tokens.lower(before))
                && !lexicon.is(Words.WEEKDAY, tokens.lower(before));
        if (!firstName) {
            return null;
        }
        char initial = tokens.lower(before).charAt(0);
        for (String word :
                passage.displayName(name.id()).toLowerCase(Locale.ROOT).split("[ -]", -1)) {
            if (word.isEmpty() || word.charAt(0) == initial) {
                return null;
            }
        }
        return new Stretch(before, tokens.after(name.span().end() - 1) + 1);
    }

    /** Whether a preposition hangs the name on a noun that does not speak for it: "critics of Putin". */
    private boolean dependent(int nameFirst, Stretch np) {
        int t = nameFirst - 1;
        while (t > np.from() && (tokens.capital(t) || lexicon.is(Words.DETERMINER, tokens.lower(t)))) {
            t--;
        }
        return t > np.from() && link(t) && !lexicon.is(Words.OFFICIAL, tokens.lower(t - 1));
    }

    private boolean link(int t) {
        return tokens.lower(t).equals("of") || lexicon.is(Words.PREPOSITION, tokens.lower(t));
    }

    /** First token of the name that a token is in. */
    int first(int token) {
        Name name = passage.actor(token);
        int t = token;
        while (t > 0 && name != null && name.equals(passage.actor(t - 1))) {
            t--;
        }
        return t;
    }

    /** The person by the fullest of the names that stand side by side: "Serdar Berdimuhamedov Berdimuhamedov". */
    private Holder whole(Name name, int first, Stretch np) {
        Name before = first > np.from() ? passage.actor(first - 1) : null;
        boolean repeated = before != null
                && passage.person(first - 1)
                && before.span().of(passage.text()).endsWith(" " + name.span().of(passage.text()));
        Name fullest = before != null && repeated ? before : name;
        return new Holder(Holder.Kind.PERSON, fullest.id(), surface(fullest));
    }

    private boolean adverb(int t) {
        return lexicon.is(Words.ADVERB, tokens.lower(t)) && passage.actor(t) == null;
    }

    /** The name as it stands, without article. */
    String surface(Name name) {
        String whole = name.span().of(passage.text());
        return whole.regionMatches(true, 0, "the ", 0, 4) ? whole.substring(4) : whole;
    }
}
