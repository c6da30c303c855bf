package org.parallax.voice;

import org.jspecify.annotations.Nullable;
import org.parallax.mention.Span;
import org.parallax.voice.Lexicon.Words;

/** Headlines that report by a colon or a dash: "Lavrov: NATO expands", "NATO expands — Kremlin". */
final class Headlines {
    private static final int LONGEST_HEADLINE = 250;
    private static final int LONGEST_NAME = 9;
    private static final int LONGEST_UNKNOWN = 3;

    private final Passage passage;
    private final Tokens tokens;
    private final HolderFinder holders;
    private final Scopes scopes;
    private final Lexicon lexicon = Lexicon.shipped();

    Headlines(Passage passage, HolderFinder holders, Scopes scopes) {
        this.passage = passage;
        this.holders = holders;
        this.scopes = scopes;
        tokens = passage.tokens();
    }

    /** Whether a text is one line without a full stop. */
    static boolean headline(String text) {
        String line = text.strip();
        return !line.isEmpty()
                && line.length() <= LONGEST_HEADLINE
                && line.indexOf('\n') < 0
                && ".!?…".indexOf(line.charAt(line.length() - 1)) < 0
                && !line.contains(". ");
    }

    /** Adds the scope of the headline's words, if it names who says them. */
    void read() {
        int size = tokens.size();
        for (int t = 1; t < size && t <= LONGEST_NAME; t++) {
            if (tokens.mark(t, ":") && !tokens.mark(t + 1, "\"“«‘")) {
                Stretch lead = new Stretch(0, t);
                Holder holder = speaker(lead);
                if (holder != null && mayLead(holder, lead) && (holder.id() != null || !topic(lead))) {
                    add(new Stretch(t + 1, size), holder);
                    return;
                }
            }
        }
        for (int t = size - 2; t > 0 && t >= size - 1 - LONGEST_NAME; t--) {
            if (tokens.mark(t, ":|") || tokens.dash(t)) {
                Stretch end = agent(new Stretch(t + 1, size));
                Holder holder = speaker(end);
                if (holder != null && holder.takesSides() && (holder.id() != null || !titleCase() || names(end))) {
                    add(new Stretch(0, t), holder);
                }
                return;
            }
        }
    }

    /** Whether all words of weight are capitalised, so that a capital tells nothing. */
    private boolean titleCase() {
        int capital = 0;
        int words = 0;
        for (int t = 0; t < tokens.size(); t++) {
            if (tokens.word(t) && tokens.end(t) - tokens.begin(t) > 3) {
                words++;
                capital += tokens.capital(t) ? 1 : 0;
            }
        }
        return words > 2 && capital == words;
    }

    /** Whether words that speak for somebody are among them: "Senior Official". */
    private boolean names(Stretch words) {
        for (int t = words.from(); t < words.to(); t++) {
            String lower = tokens.lower(t);
            boolean speaks = lexicon.is(Words.AGENT, lower)
                    || lexicon.is(Words.OFFICIAL, lower)
                    || lexicon.is(Words.MOUTHPIECE, lower)
                    || lexicon.is(Words.TITLE, lower);
            if (speaks && !tokens.possessive(t + 1)) {
                return true;
            }
        }
        return false;
    }

    /** "Cold Winter Ahead: What Comes Next": a topic in a headline that capitalises everything. */
    private boolean topic(Stretch lead) {
        return titleCase() && !names(lead);
    }

    /** "address by the President": who follows "by". */
    private Stretch agent(Stretch end) {
        for (int t = end.from(); t + 1 < end.to(); t++) {
            if (tokens.lower(t).equals("by")) {
                int to = t + 1;
                while (to < end.to() && !lexicon.is(Words.PREPOSITION, tokens.lower(to))) {
                    to++;
                }
                return new Stretch(t + 1, to);
            }
        }
        return end;
    }

    private @Nullable Holder speaker(Stretch words) {
        for (int t = words.from(); t < words.to(); t++) {
            String lower = tokens.lower(t);
            boolean name = tokens.capital(t)
                    || tokens.possessive(t)
                    || lower.equals("of")
                    || lower.equals("the")
                    || lower.equals("for")
                    || lexicon.is(Words.AGENT, lower)
                    || lexicon.is(Words.OFFICIAL, lower)
                    || lexicon.is(Words.ROLE, lower)
                    || lexicon.is(Words.TITLE, lower)
                    || tokens.mark(t, "()");
            boolean sentence = lexicon.is(Words.CONJUNCTION, lower)
                    || lexicon.is(Words.SELF, lower)
                    || lexicon.is(Words.AUXILIARY, lower)
                    || lexicon.is(Words.LABEL, lower);
            if (!name || sentence) {
                return null;
            }
        }
        Holder holder = holders.of(words, 0);
        boolean longUnknown = holder != null
                && holder.id() == null
                && words.to() - words.from() > LONGEST_UNKNOWN
                && holder.kind() != Holder.Kind.PERSON;
        return longUnknown ? null : holder;
    }

    /** A state before a colon is as a rule the topic, not the speaker. */
    private boolean mayLead(Holder holder, Stretch words) {
        if (holder.kind() == Holder.Kind.PERSON || (holder.kind() == Holder.Kind.GROUP && holder.id() == null)) {
            return true;
        }
        for (int t = words.from(); t < words.to(); t++) {
            if (lexicon.is(Words.MOUTHPIECE, tokens.lower(t))) {
                return true;
            }
        }
        return false;
    }

    private void add(Stretch words, Holder holder) {
        if (!words.empty()) {
            scopes.add(new Scope(passage.span(words), new Span(0, 0), Scope.Kind.WORDS, holder));
        }
    }
}
