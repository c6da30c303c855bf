package org.parallax.voice;

import java.util.Set;
import org.parallax.voice.Lexicon.Words;

/** Where clauses end, for every token of a passage; worked out once, so that no rule walks a sentence again. */
final class Clauses {
    /** A clause longer than this is cut: it bounds the work on texts without any punctuation. */
    private static final int LONGEST = 250;

    private static final int LONGEST_LIST_GAP = 5;

    /** What follows "but" where no new clause begins: "not for threats, but to answer". */
    private static final Set<String> CLAUSELESS = Set.of(
            "to", "for", "as", "by", "with", "from", "of", "also", "rather", "only", "not", "even", "because", "will",
            "would", "has", "have", "had", "is", "was", "were", "are", "did", "does", "и", "также", "не", "для");

    private final Passage passage;
    private final Tokens tokens;
    private final Lexicon lexicon = Lexicon.shipped();
    private final int[] begin;
    private final int[] end;
    private final int[] tightEnd;

    Clauses(Passage passage) {
        this.passage = passage;
        tokens = passage.tokens();
        begin = new int[tokens.size()];
        end = new int[tokens.size()];
        tightEnd = new int[tokens.size()];
        passage.sentences().forEach(this::sentence);
    }

    private void sentence(Stretch sentence) {
        int from = sentence.from();
        for (int t = sentence.from(); t < sentence.to(); t++) {
            if (strong(t, sentence)) {
                from = t + 1;
            }
            begin[t] = Math.max(from, t - LONGEST);
        }
        int to = sentence.to();
        int tight = sentence.to();
        for (int t = sentence.to() - 1; t >= sentence.from(); t--) {
            if (strong(t, sentence)) {
                to = t;
                tight = t;
            } else if (weak(t)) {
                tight = t;
            }
            end[t] = Math.min(to, t + LONGEST);
            tightEnd[t] = Math.min(tight, t + LONGEST);
        }
    }

    /** Whether nobody's words run past this token. */
    private boolean strong(int t, Stretch sentence) {
        if (tokens.mark(t, ";")) {
            return true;
        }
        if (t == sentence.from()) {
            return false;
        }
        String next = tokens.lower(t + 1);
        if (tokens.mark(t, ",") || tokens.dash(t)) {
            boolean contrast = next.equals("а") || next.equals("но") || lexicon.is(Words.STRONG, next);
            return contrast && !CLAUSELESS.contains(tokens.lower(t + 2));
        }
        if (tokens.lower(t).equals("while") || tokens.lower(t).equals("whereas")) {
            String before = tokens.lower(t - 1);
            return tokens.word(t - 1)
                    && !before.equals("that")
                    && !before.equals("a")
                    && !before.equals("and")
                    && lexicon.verb(before) == null;
        }
        return false;
    }

    /** Whether the object of a verb ends here. */
    private boolean weak(int t) {
        if (tokens.mark(t, ",")) {
            return !list(t);
        }
        return tokens.mark(t, ":.!?…()[]") || tokens.dash(t) || lexicon.is(Words.SUBORDINATE, tokens.lower(t));
    }

    /** A comma between names: "Russia, Belarus and the CSTO". */
    private boolean list(int comma) {
        if (!tokens.capital(comma - 1)) {
            return false;
        }
        int next =
                tokens.lower(comma + 1).equals("the") || tokens.lower(comma + 1).equals("and") ? comma + 2 : comma + 1;
        if (!tokens.capital(next)) {
            return false;
        }
        if (tokens.lower(comma + 1).equals("and")) {
            return true;
        }
        for (int t = next + 1; t < next + LONGEST_LIST_GAP; t++) {
            if (tokens.lower(t).equals("and") || tokens.lower(t).equals("и")) {
                return true;
            }
        }
        return false;
    }

    /** First token of the clause of a token. */
    int begin(int token) {
        return begin[token];
    }

    /** The token at which the clause ends; the clause goes on over commas. */
    int end(int token) {
        return token < end.length ? end[token] : end.length;
    }

    /** The token at which the object of a verb ends at the latest. */
    int tightEnd(int token) {
        return token < tightEnd.length ? tightEnd[token] : tightEnd.length;
    }

    /** From a token to the end of its clause, within the sentence and no further than its quotation. */
    Stretch from(int token, Stretch sentence, int voiceOf) {
        return clipped(token, token < sentence.to() ? end(token) : token, sentence, voiceOf);
    }

    /** From a token to the end of the object that it begins. */
    Stretch tightFrom(int token, Stretch sentence, int voiceOf) {
        return clipped(token, token < sentence.to() ? tightEnd(token) : token, sentence, voiceOf);
    }

    private Stretch clipped(int from, int to, Stretch sentence, int voiceOf) {
        Stretch voice = passage.voiceOf(voiceOf, sentence);
        int begin = Math.max(from, voice.from());
        return new Stretch(begin, Math.max(begin, Math.min(to, voice.to())));
    }
}
