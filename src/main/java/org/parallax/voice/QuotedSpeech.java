package org.parallax.voice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Span;
import org.parallax.voice.Lexicon.Words;

/**
 * Gives each quotation its speaker: named after it, before it, by the clause around it, or in the sentence before or after.
 * A quotation without a speaker is somebody's words all the same if it is a statement; a title is not.
 */
final class QuotedSpeech {
    private static final int NEAR = 8;

    private final Passage passage;
    private final Tokens tokens;
    private final Clauses clauses;
    private final Scopes scopes;
    private final NounPhrases phrases;
    private final HolderFinder holders;
    private final List<List<Predicate>> predicates;
    private final Persons persons;
    private final Lexicon lexicon = Lexicon.shipped();

    /** The quotation read last, and who spoke it. */
    private @Nullable Quotation previous;

    private Holder speaking = Holder.UNKNOWN;

    QuotedSpeech(
            Passage passage,
            Clauses clauses,
            Scopes scopes,
            NounPhrases phrases,
            HolderFinder holders,
            List<List<Predicate>> predicates) {
        this.passage = passage;
        this.clauses = clauses;
        this.scopes = scopes;
        this.phrases = phrases;
        this.holders = holders;
        this.predicates = predicates;
        persons = new Persons(passage);
        tokens = passage.tokens();
    }

    /** Adds a scope for each quotation that is speech. */
    void read() {
        for (Quotation quotation : passage.speeches()) {
            read(quotation);
        }
    }

    private void read(Quotation quotation) {
        Stretch inside = passage.inside(quotation);
        if (inside.empty()) {
            return;
        }
        int sentence = sentenceOf(inside.from());
        boolean alone = wordlessBefore(inside.from(), sentence);
        Holder speaker = beside(quotation, inside, sentence);
        boolean nobody = speaker == null || speaker.kind() == Holder.Kind.NOBODY_KNOWN;
        if (nobody && alone && statement(inside, true)) {
            Holder near = around(quotation, inside, sentence);
            speaker = near == null ? speaker : near;
        }
        if (speaker == null) {
            speaker = written(inside, sentence);
        }
        if (speaker == null && !statement(inside, alone)) {
            return;
        }
        Holder holder = speaker == null ? Holder.UNKNOWN : speaker;
        scopes.add(new Scope(new Span(quotation.begin(), quotation.close()), new Span(0, 0), Scope.Kind.WORDS, holder));
        previous = quotation;
        speaking = holder;
    }

    /** The speaker that the sentence of the quotation names. */
    private @Nullable Holder beside(Quotation quotation, Stretch inside, int sentence) {
        Predicate after = after(inside);
        if (after != null && !(fullStop(inside) && saysMore(after))) {
            return after.holder();
        }
        Holder sure = convinced(inside);
        if (sure != null) {
            return sure;
        }
        for (Scope scope : scopes.around(new Span(quotation.open(), quotation.begin()))) {
            if (scope.holder().takesSides()) {
                return scope.holder();
            }
        }
        int open = inside.from() - 1;
        List<Predicate> here = predicates.get(sentence);
        for (int i = here.size() - 1; i >= 0; i--) {
            Predicate p = here.get(i);
            boolean near = p.at() < open && open - p.next() <= NEAR && clauses.end(p.at()) >= open;
            if (near && p.verb().words() && passage.speechOf(p.at()) != passage.speechOf(inside.from())) {
                return p.holder();
            }
        }
        return tokens.mark(open - 1, ":") ? introduced(open - 1) : null;
    }

    /** "Lavrov: “...”", or a sentence that ends with a colon and names who speaks. */
    private @Nullable Holder introduced(int colon) {
        int sentence = sentenceOf(colon);
        Stretch in = passage.sentences().get(sentence);
        List<Predicate> there = predicates.get(sentence);
        for (int i = there.size() - 1; i >= 0; i--) {
            if (there.get(i).at() < colon) {
                return there.get(i).holder();
            }
        }
        Stretch np = phrases.endingAt(colon - 1, in);
        boolean label = np != null && np.from() == in.from() && tokens.capital(np.to() - 1);
        return np != null && label ? holders.of(np, sentence) : subject(sentence, colon);
    }

    /** Whom a sentence is about: the person or group that it begins with, else the first person named in it. */
    private @Nullable Holder subject(int sentence, int before) {
        Stretch in = passage.sentences().get(sentence);
        Stretch outside = new Stretch(in.from(), Math.min(before, in.to()));
        if (outside.empty() || passage.speechOf(in.from()) >= 0) {
            return null;
        }
        Stretch np = phrases.startingAt(in.from(), outside);
        Holder first = np == null || lexicon.is(Words.PREPOSITION, tokens.lower(in.from())) ? null : holders.of(np, sentence);
        boolean speaks = first != null
                && (first.kind() == Holder.Kind.PERSON
                        || (first.kind() == Holder.Kind.GROUP && first.id() != null && np != null && !np.empty()));
        return speaks && first != null && first.id() != null ? first : orElse(persons.first(outside), speaks ? first : null);
    }

    private static @Nullable Holder orElse(@Nullable Holder one, @Nullable Holder other) {
        return one != null ? one : other;
    }

    /** "“...,” reads a statement of the ministry": who wrote it. */
    private @Nullable Holder written(Stretch inside, int sentence) {
        int t = inside.to();
        while (t < tokens.size() && t < inside.to() + 4 && !tokens.word(t)) {
            t++;
        }
        boolean reads = tokens.lower(t).equals("reads") || tokens.lower(t).equals("read") || tokens.lower(t).equals("says");
        for (int noun = t + 1; reads && noun < t + 4; noun++) {
            String link = tokens.lower(noun + 1);
            if (lexicon.is(Words.SURVEY, tokens.lower(noun))
                    && (link.equals("of") || link.equals("by") || link.equals("from"))) {
                Stretch np = phrases.startingAt(noun + 2, passage.sentences().get(sentenceOf(t)));
                return np == null ? null : holders.of(np, sentence);
            }
        }
        return null;
    }

    /** The predicate that follows the closing mark. */
    private @Nullable Predicate after(Stretch inside) {
        int t = inside.to();
        while (t < tokens.size() && t < inside.to() + 4 && !tokens.word(t)) {
            t++;
        }
        if (t >= tokens.size()) {
            return null;
        }
        for (Predicate p : predicates.get(sentenceOf(t))) {
            boolean starts = p.first() == t || (p.first() == t + 1 && lexicon.is(Words.ADVERB, tokens.lower(t)));
            if (starts && p.verb().words() && passage.speechOf(p.at()) != passage.speechOf(inside.from())) {
                return p;
            }
        }
        return null;
    }

    /** "“...,” Podolyak is convinced". */
    private @Nullable Holder convinced(Stretch inside) {
        int t = inside.to();
        while (t < tokens.size() && t < inside.to() + 4 && !tokens.word(t)) {
            t++;
        }
        if (t >= tokens.size()) {
            return null;
        }
        int sentence = sentenceOf(t);
        Stretch np = phrases.startingAt(t, passage.sentences().get(sentence));
        boolean certain = np != null
                && lexicon.is(Words.COPULA, tokens.lower(np.to()))
                && lexicon.is(Words.CERTAIN_ADJECTIVE, tokens.lower(np.to() + 1));
        return np != null && certain ? holders.of(np, sentence) : null;
    }

    private boolean fullStop(Stretch inside) {
        return tokens.mark(inside.to() - 1, ".") || tokens.mark(inside.to() + 1, ".");
    }

    /** Whether the predicate begins a sentence of its own: "Lavrov added that ...". */
    private boolean saysMore(Predicate p) {
        int next = p.next();
        return tokens.word(next)
                && p.verb().kind() != Verb.Kind.TELL
                && !lexicon.is(Words.PREPOSITION, tokens.lower(next))
                && !lexicon.is(Words.WEEKDAY, tokens.lower(next))
                && !lexicon.is(Words.ADVERB, tokens.lower(next));
    }

    /** The speaker that the neighbouring sentences name, for a quotation that is a sentence by itself. */
    private @Nullable Holder around(Quotation quotation, Stretch inside, int sentence) {
        Quotation before = previous;
        if (before != null && speaking.takesSides() && before.close() <= quotation.open()) {
            int last = sentenceOf(tokens.after(before.close() - 1));
            if (sentence - last <= 1) {
                return speaking;
            }
        }
        if (sentence > 0) {
            Holder told = lastSpeaker(sentence - 1);
            if (told != null) {
                return told;
            }
        }
        Predicate after = after(inside);
        if (after != null) {
            return after.holder();
        }
        return sentence > 0 && !newParagraph(sentence)
                ? subject(sentence - 1, passage.sentences().get(sentence - 1).to())
                : null;
    }

    private boolean newParagraph(int sentence) {
        int first = passage.sentences().get(sentence).from();
        return first == 0
                || passage.text()
                                .substring(tokens.end(first - 1), tokens.begin(first))
                                .indexOf('\n')
                        >= 0;
    }

    private @Nullable Holder lastSpeaker(int sentence) {
        List<Predicate> there = predicates.get(sentence);
        for (int i = there.size() - 1; i >= 0; i--) {
            Predicate p = there.get(i);
            if (p.holder().takesSides() && passage.speechOf(p.at()) < 0) {
                return p.holder();
            }
        }
        return null;
    }

    /** Whether the words are a statement and no title: a sentence with its stop, or at least with a verb. */
    private boolean statement(Stretch inside, boolean alone) {
        boolean stopped = tokens.mark(inside.to() - 1, ".,!?…") || tokens.mark(inside.to() + 1, ".,");
        if (alone && stopped) {
            return true;
        }
        for (int t = inside.from(); t < inside.to(); t++) {
            if (lexicon.is(Words.FINITE, tokens.lower(t)) || tokens.mark(t, ".!?")) {
                return true;
            }
        }
        return false;
    }

    private boolean wordlessBefore(int token, int sentence) {
        for (int t = passage.sentences().get(sentence).from(); t < token; t++) {
            if (tokens.word(t)) {
                return false;
            }
        }
        return true;
    }

    private int sentenceOf(int token) {
        List<Stretch> sentences = passage.sentences();
        int low = 0;
        int high = sentences.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).to() > token) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
