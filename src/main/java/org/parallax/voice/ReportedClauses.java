package org.parallax.voice;

import java.util.List;
import java.util.Set;
import org.parallax.mention.Span;
import org.parallax.voice.Lexicon.Words;
import org.parallax.voice.Predicate.Shape;

/** The words that a predicate gives as somebody else's: "X said that ...", "..., X said", "X condemned ...". */
final class ReportedClauses {
    private static final int THAT_WITHIN = 14;
    private static final int LONGEST_OBJECT = 40;

    private static final Set<String> GREETINGS =
            Set.of("goodbye", "good-bye", "farewell", "hello", "nothing", "little", "thanks", "yes", "no", "anything");
    private static final Set<String> ASIDES = Set.of("which", "who", "whose", "where");

    /** Verbs whose object is a noun as often as a clause. */
    private static final Set<String> NAMING = Set.of("express", "voic", "mention", "highlight", "describ", "not");

    private final Passage passage;
    private final Tokens tokens;
    private final Clauses clauses;
    private final Scopes scopes;
    private final Lexicon lexicon = Lexicon.shipped();

    /** Where the next speaker of the sentence begins. */
    private int joined;

    ReportedClauses(Passage passage, Clauses clauses, Scopes scopes) {
        this.passage = passage;
        this.clauses = clauses;
        this.scopes = scopes;
        tokens = passage.tokens();
    }

    /** Adds the scopes of a sentence's predicates. */
    void read(int sentence, List<Predicate> predicates) {
        Stretch in = passage.sentences().get(sentence);
        joined = in.to();
        for (int i = predicates.size() - 1; i >= 0; i--) {
            Predicate p = predicates.get(i);
            int limit = i + 1 < predicates.size() ? predicates.get(i + 1).first() : in.to();
            if (p.verb().words()) {
                words(p, sentence, in);
            } else {
                stance(p, in, limit);
            }
            joined = Math.min(joined, joined(p, in));
        }
    }

    /** Where ", and Putin said" begins, which ends what others said before; else the end of the sentence. */
    private int joined(Predicate next, Stretch in) {
        int first = next.first();
        while (lexicon.is(Words.DETERMINER, tokens.lower(first - 1))) {
            first--;
        }
        boolean own = next.shape() == Shape.ACTIVE
                && next.verb().words()
                && !next.subject().empty();
        return own && tokens.lower(first - 1).equals("and") && tokens.mark(first - 2, ",") ? first - 2 : in.to();
    }

    private void stance(Predicate p, Stretch in, int limit) {
        if (p.shape() == Shape.PASSIVE) {
            add(new Stretch(clauses.begin(p.at()), p.at()), p, in, Scope.Kind.STANCE);
            return;
        }
        Stretch object = clauses.tightFrom(p.at() + 1, in, p.at());
        int to = Math.min(listed(object.to(), in), p.at() + 1 + LONGEST_OBJECT);
        // The next verb's subject is no object of this one.
        if (limit > p.at() && p.next() <= limit) {
            to = Math.min(to, limit);
        }
        add(new Stretch(object.from(), Math.max(object.from(), to)), p, in, Scope.Kind.STANCE);
    }

    /** "thanked X for this, for that and for the other": where a list of objects ends. */
    private int listed(int end, Stretch in) {
        int to = end;
        while (tokens.mark(to, ",") && more(to + 1)) {
            int next = clauses.tightEnd(to + 1);
            if (next <= to || !noVerb(to + 1, Math.min(next, in.to()))) {
                break;
            }
            to = next;
        }
        return to;
    }

    private boolean more(int t) {
        String lower = tokens.lower(t);
        String next = tokens.lower(t + 1);
        return lower.equals("for")
                || lower.equals("including")
                || (lower.equals("as") && next.equals("well"))
                || (lower.equals("and") && (next.equals("for") || next.equals("especially")));
    }

    private void words(Predicate p, int sentence, Stretch in) {
        switch (p.shape()) {
            case PASSIVE -> {
                if (bare(p, in)) {
                    sentenceBefore(p, sentence);
                } else {
                    add(new Stretch(clauses.begin(p.at()), clauses.end(p.at())), p, in, Scope.Kind.WORDS);
                }
            }
            case IMPERSONAL -> {
                // "is said to be moving": what is said of begins the clause.
                boolean raised = tokens.lower(p.at() + 1).equals("to");
                Stretch clause = clauses.from(p.at() + 1, in, p.at());
                int from = raised ? clauses.begin(p.at()) : clause.from();
                add(new Stretch(from, clause.to()), p, in, Scope.Kind.WORDS);
            }
            case INVERTED -> {
                left(p, in);
                if (parenthetical(p, in)
                        || tokens.lower(p.at() - 1).equals("as")
                        || tokens.lower(p.at() - 1).equals("как")) {
                    right(p, in, p.next());
                }
            }
            case ACTIVE -> active(p, sentence, in);
        }
    }

    private void active(Predicate p, int sentence, Stretch in) {
        String after = tokens.lower(p.at() + 1);
        if (after.equals("this") && tokens.lower(p.at() + 2).matches("|\\.|in|at|during|on|when|while")) {
            sentenceBefore(p, sentence);
            return;
        }
        if (greeting(p) || asked(p, in)) {
            return;
        }
        boolean commaBefore = !p.subject().empty()
                && p.subject().from() > in.from()
                && (tokens.mark(p.subject().from() - 1, ",\"”“»’'")
                        || tokens.dash(p.subject().from() - 1));
        if (commaBefore && parenthetical(p, in)) {
            left(p, in);
            right(p, in, p.at() + 1);
            return;
        }
        if (commaBefore && endsClause(p, in) && !adverbial(p, in)) {
            left(p, in);
            return;
        }
        int that = that(p, in);
        if (that >= 0) {
            right(p, in, that + 1);
        } else if (!p.verb().needsThat()) {
            right(p, in, p.verb().kind() == Verb.Kind.TELL ? p.at() + 2 : p.at() + 1);
        }
    }

    /** "said goodbye", "says little": nothing that is reported. */
    private boolean greeting(Predicate p) {
        return GREETINGS.contains(tokens.lower(p.at() + 1)) && !tokens.lower(p.at() + 2).equals("that");
    }

    /** "What Lavrov said matters less": what is said is the subject of another clause. */
    private boolean asked(Predicate p, Stretch in) {
        String before = p.first() > in.from() ? tokens.lower(p.first() - 1) : "";
        return (before.equals("what") || before.equals("whatever")) && that(p, in) < 0;
    }

    /** "expressed gratitude for X, which does Y": where the author goes on about X. */
    private int aside(int from, int to) {
        for (int t = from + 1; t < to; t++) {
            boolean relative = tokens.mark(t, ",") && ASIDES.contains(tokens.lower(t + 1));
            if (relative) {
                return t;
            }
        }
        return to;
    }

    /** "NATO, Lavrov said, is a threat". */
    private boolean parenthetical(Predicate p, Stretch in) {
        return tokens.mark(p.next(), ",")
                && p.next() + 1 < in.to()
                && !tokens.lower(p.next() + 1).endsWith("ing");
    }

    /** Whether nothing that is said can follow: "..., Lavrov said on Monday." */
    private boolean endsClause(Predicate p, Stretch in) {
        int next = p.at() + 1;
        if (next >= in.to() || tokens.mark(next, ".,;!?…)\"”“»’'") || tokens.dash(next)) {
            return true;
        }
        if (p.verb().kind() == Verb.Kind.TELL) {
            return that(p, in) < 0;
        }
        String lower = tokens.lower(next);
        boolean time = lexicon.is(Words.WEEKDAY, lower) || lexicon.is(Words.ADVERB, lower) || lower.equals("last");
        boolean place = lexicon.is(Words.PREPOSITION, lower) || lower.equals("when") || lower.equals("as");
        return (time || place) && that(p, in) < 0 && noVerb(next, clauses.end(next));
    }

    private boolean noVerb(int from, int to) {
        for (int t = from; t < to; t++) {
            if (lexicon.is(Words.FINITE, tokens.lower(t))) {
                return false;
            }
        }
        return true;
    }

    /** "On Monday, Lavrov said": what stands before is no clause but a time or a place. */
    private boolean adverbial(Predicate p, Stretch in) {
        int begin = Math.max(in.from(), clauses.begin(p.subject().from()));
        while (begin < p.first() && !tokens.word(begin)) {
            begin++;
        }
        boolean quoted = passage.speechOf(begin) >= 0;
        return !quoted && p.subject().from() - begin <= 5 && lexicon.is(Words.PREPOSITION, tokens.lower(begin));
    }

    private int that(Predicate p, Stretch in) {
        int to = Math.min(clauses.end(p.at()), Math.min(in.to(), p.at() + THAT_WITHIN));
        for (int t = p.at() + 1; t < to; t++) {
            String lower = tokens.lower(t);
            boolean link = lower.equals("that") || lower.equals("что") || lower.equals("how") || lower.equals("why");
            if (link && passage.speechOf(t) == passage.speechOf(p.at()) && !demonstrative(t)) {
                return t;
            }
            boolean stop = tokens.mark(t, ".:") || (lexicon.is(Words.FINITE, lower) && t > p.at() + 1);
            if (stop) {
                return -1;
            }
        }
        return -1;
    }

    /** "at that time" introduces nothing. */
    private boolean demonstrative(int t) {
        return lexicon.is(Words.PREPOSITION, tokens.lower(t - 1))
                || tokens.lower(t - 1).equals("of");
    }

    private void right(Predicate p, Stretch in, int from) {
        Stretch clause = clauses.from(from, in, p.at());
        int to = Math.max(clause.from(), Math.min(clause.to(), joined));
        boolean noun = that(p, in) < 0 && NAMING.stream().anyMatch(tokens.lower(p.at())::startsWith);
        if (noun) {
            to = aside(clause.from(), to);
        }
        add(new Stretch(clause.from(), to), p, in, Scope.Kind.WORDS);
    }

    private void left(Predicate p, Stretch in) {
        int first = p.first();
        add(new Stretch(clauses.begin(Math.max(in.from(), first - 1)), first), p, in, Scope.Kind.WORDS);
    }

    private boolean bare(Predicate p, Stretch in) {
        int t = in.from();
        while (t < p.at() && !tokens.word(t)) {
            t++;
        }
        String first = tokens.lower(t);
        boolean pointing = first.equals("this") || first.equals("it") || first.equals("that");
        return pointing && p.at() - t <= 4;
    }

    /** "This was stated by X": the words are the sentence before. */
    private void sentenceBefore(Predicate p, int sentence) {
        // A lead of two sentences is attributed as a whole.
        for (int s = sentence == 2 && sameParagraph(0, 2) ? 0 : Math.max(0, sentence - 1); s < sentence; s++) {
            Stretch before = passage.sentences().get(s);
            if (!before.empty()) {
                scopes.add(new Scope(passage.span(before), new Span(0, 0), Scope.Kind.WORDS, p.holder()));
            }
        }
    }

    private boolean sameParagraph(int first, int last) {
        Span from = passage.span(passage.sentences().get(first));
        Span to = passage.span(passage.sentences().get(last));
        return passage.text().substring(from.begin(), to.end()).indexOf('\n') < 0;
    }

    private void add(Stretch stretch, Predicate p, Stretch in, Scope.Kind kind) {
        Stretch voice = passage.voiceOf(p.at(), in);
        int from = Math.max(stretch.from(), voice.from());
        int to = Math.min(stretch.to(), voice.to());
        if (to <= from) {
            return;
        }
        Stretch except = p.subject().empty() ? new Stretch(p.at(), p.at() + 1) : p.subject();
        scopes.add(new Scope(passage.span(new Stretch(from, to)), passage.span(except), kind, p.holder()));
    }
}
