package org.parallax.voice;

import org.jspecify.annotations.Nullable;
import org.parallax.voice.Lexicon.Words;

/** Reads the noun phrase that ends or begins at a token: the subject before a verb, the agent after "by". */
final class NounPhrases {
    private static final int LONGEST = 25;
    private static final int LONGEST_RIGHT = 14;

    private final Passage passage;
    private final Tokens tokens;
    private final Lexicon lexicon = Lexicon.shipped();

    NounPhrases(Passage passage) {
        this.passage = passage;
        tokens = passage.tokens();
    }

    /** The words before a verb up to the nearest stop, the last of them given; null when there are none. */
    @Nullable
    Stretch endingAt(int last, Stretch within) {
        int t = last;
        while (t >= within.from() && t > last - LONGEST) {
            if (tokens.mark(t, ")")) {
                int open = t;
                while (open >= within.from() && open > t - LONGEST && !tokens.mark(open, "(")) {
                    open--;
                }
                if (!tokens.mark(open, "(")) {
                    break;
                }
                t = open - 1;
                continue;
            }
            if (!(tokens.word(t) || tokens.possessive(t)) || passage.speechOf(t) != passage.speechOf(last)) {
                break;
            }
            if (passage.actor(t) == null && stops(t)) {
                break;
            }
            t--;
        }
        return t + 1 > last ? null : new Stretch(t + 1, last + 1);
    }

    private boolean stops(int t) {
        String lower = tokens.lower(t);
        if (lexicon.is(Words.CONJUNCTION, lower) || lexicon.is(Words.AUXILIARY, lower)) {
            return true;
        }
        Verb verb = lexicon.verb(lower);
        return verb != null && !verb.nounToo() && !tokens.capital(t) && verb.form() != Verb.Form.BASE;
    }

    /** The phrase that begins at a token and goes as far as names, nouns and "of" carry it; null when none begins. */
    @Nullable
    Stretch startingAt(int first, Stretch within) {
        int t = first;
        while (t < within.to() && t < first + LONGEST_RIGHT && continues(t, first)) {
            t++;
        }
        while (t > first && (tokens.lower(t - 1).equals("of") || lexicon.is(Words.DETERMINER, tokens.lower(t - 1)))) {
            t--;
        }
        return t == first ? null : new Stretch(first, t);
    }

    private boolean continues(int t, int first) {
        if (!(tokens.word(t) || tokens.possessive(t)) || passage.speechOf(t) != passage.speechOf(first)) {
            return false;
        }
        if (passage.actor(t) != null || tokens.possessive(t)) {
            return t > first || !tokens.possessive(t);
        }
        String lower = tokens.lower(t);
        if (lower.equals("of")) {
            return t > first && passage.actor(t - 1) == null;
        }
        if (lower.equals("for") || lower.equals("to")) {
            return t > first && lexicon.is(Words.OFFICIAL, tokens.lower(t - 1)) && office(t + 1);
        }
        if (lower.equals("and") && compound(t)) {
            return true;
        }
        if (lexicon.is(Words.PREPOSITION, lower)
                || lexicon.is(Words.CONJUNCTION, lower)
                || lexicon.is(Words.AUXILIARY, lower)
                || lexicon.is(Words.WEEKDAY, lower)
                || lower.equals("and")
                || lower.equals("и")) {
            return false;
        }
        if (t > first && (pronoun(first) || lexicon.is(Words.ADVERB, lower))) {
            return false;
        }
        boolean afterName = t > first && tokens.capital(t - 1) && !tokens.capital(t);
        if (afterName && !speaks(lower)) {
            return false;
        }
        Verb verb = lexicon.verb(lower);
        return verb == null || verb.nounToo() || verb.form() == Verb.Form.BASE || tokens.capital(t);
    }

    /** "Security and Defence Council": both sides capitalised and neither an actor. */
    private boolean compound(int and) {
        return tokens.capital(and - 1)
                && tokens.capital(and + 1)
                && passage.actor(and - 1) == null
                && passage.actor(and + 1) == null;
    }

    private boolean office(int t) {
        return tokens.capital(t) || (tokens.lower(t).equals("the") && tokens.word(t + 1));
    }

    private boolean speaks(String lower) {
        return lexicon.is(Words.OFFICIAL, lower) || lexicon.is(Words.AGENT, lower) || lexicon.is(Words.ROLE, lower);
    }

    private boolean pronoun(int t) {
        return switch (tokens.lower(t)) {
            case "he", "she", "him", "it", "they", "them", "он", "она", "они" -> true;
            case "her" -> !tokens.word(t + 1);
            default -> false;
        };
    }
}
