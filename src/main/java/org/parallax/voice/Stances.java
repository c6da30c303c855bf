package org.parallax.voice;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Name;
import org.parallax.voice.Lexicon.Words;

/**
 * Stances and views told without a verb of saying: "Belarus' refusal to sign the charter", "Uzbekistan remained cool toward
 * the force", "according to Lavrov", "in Putin's view", "Kyiv's claim that".
 */
final class Stances {
    private static final int LONGEST_OBJECT = 24;
    private static final int ADJECTIVES = 3;

    /** What somebody decides who is for or against something. */
    private static final Set<String> TURNING = Set.of(
            "skip", "leave", "join", "quit", "boycott", "withdraw", "suspend", "stay", "back", "support", "sign", "not",
            "oppose", "block", "freeze", "ratify", "reject", "abandon", "rejoin", "condemn", "recognise", "recognize");

    private final Passage passage;
    private final Tokens tokens;
    private final Clauses clauses;
    private final NounPhrases phrases;
    private final HolderFinder holders;
    private final Discourse discourse;
    private final Scopes scopes;
    private final boolean headline;
    private final Lexicon lexicon = Lexicon.shipped();

    Stances(
            Passage passage,
            Clauses clauses,
            NounPhrases phrases,
            HolderFinder holders,
            Discourse discourse,
            Scopes scopes) {
        this.passage = passage;
        this.clauses = clauses;
        this.phrases = phrases;
        this.holders = holders;
        this.discourse = discourse;
        this.scopes = scopes;
        tokens = passage.tokens();
        headline = Headlines.headline(passage.text());
    }

    /** Adds the scopes of a sentence. */
    void read(int sentence) {
        Stretch in = passage.sentences().get(sentence);
        for (int t = in.from(); t < in.to(); t++) {
            if (!tokens.word(t)) {
                continue;
            }
            String lower = tokens.lower(t);
            Stretch voice = passage.voiceOf(t, in);
            if (source(t, lower)) {
                accordingTo(t, voice, in, sentence);
            } else if ((lexicon.is(Words.VIEW_NOUN, lower) && tokens.possessive(t - 1)) || ownView(t)) {
                view(t, voice, in, sentence);
            }
            if (lexicon.is(Words.STANCE_NOUN, lower) || lexicon.is(Words.CLAIM_NOUN, lower)) {
                noun(t, lower, voice, in, sentence);
            } else if (lexicon.is(Words.STANCE_ADJECTIVE, lower) || lexicon.is(Words.CERTAIN_ADJECTIVE, lower)) {
                adjective(t, lower, voice, in, sentence);
            }
        }
    }

    private boolean source(int t, String lower) {
        String next = tokens.lower(t + 1);
        return switch (lower) {
            case "according" -> next.equals("to");
            case "по" -> next.equals("словам") || next.equals("мнению") || next.equals("данным");
            case "согласно" -> true;
            case "as" -> putIt(t);
            case "for" -> viewedBy(t);
            case "to" -> next.equals("hear") && tells(t + 2);
            case "if" -> believed(t);
            case "by" ->
                next.equals("the")
                        && lexicon.is(Words.VIEW_NOUN, tokens.lower(t + 2))
                        && tokens.lower(t + 3).equals("of");
            case "in" ->
                next.equals("the")
                        && lexicon.is(Words.VIEW_NOUN, tokens.lower(t + 2))
                        && tokens.lower(t + 3).equals("of");
            default -> false;
        };
    }

    /** "as Lavrov put it". */
    private boolean putIt(int t) {
        for (int i = t + 2; i < t + 8; i++) {
            if (tokens.lower(i).startsWith("put") && tokens.lower(i + 1).equals("it")) {
                return true;
            }
        }
        return false;
    }

    /** "For Nazarbayev, the alliance is": a view, where the sentence begins so with a person. */
    private boolean viewedBy(int t) {
        boolean first = passage.sentences().stream().anyMatch(s -> s.from() == t);
        if (!first || !(passage.person(t + 1) || passage.person(t + 2))) {
            return false;
        }
        int end = t + 1;
        while (end < t + 5 && tokens.capital(end)) {
            end++;
        }
        return tokens.mark(end, ",") && !tokens.lower(end + 1).equals("who");
    }

    /** "To hear Biden tell it". */
    private boolean tells(int from) {
        for (int t = from; t < from + 6; t++) {
            if (tokens.lower(t).equals("tell") && tokens.lower(t + 1).equals("it")) {
                return true;
            }
        }
        return false;
    }

    /** "If Panarin is to be believed". */
    private boolean believed(int from) {
        for (int t = from + 1; t < from + 10; t++) {
            if (tokens.lower(t).equals("be")
                    && (tokens.lower(t + 1).equals("believed") || tokens.lower(t + 1).equals("trusted"))
                    && tokens.lower(t - 1).equals("to")) {
                return true;
            }
        }
        return false;
    }

    private void accordingTo(int t, Stretch voice, Stretch in, int sentence) {
        int name =
                switch (tokens.lower(t)) {
                    case "согласно", "as", "for", "if" -> t + 1;
                    case "in", "by" -> t + 4;
                    default -> t + 2;
                };
        Stretch np = phrases.startingAt(name, voice);
        if (np == null) {
            return;
        }
        Stretch maker = maker(np, voice);
        if (maker == null ? document(np) : false) {
            return;
        }
        Holder holder = holders.of(maker == null ? np : maker, sentence);
        if (holder != null && !(holder.kind() == Holder.Kind.COMMON && bare(np))) {
            clause(t, new Stretch(t, np.to()), holder, in, sentence);
        }
    }

    /** "according to moral grounds": nobody, where neither an article nor a plural speaks for somebody. */
    private boolean bare(Stretch np) {
        return !lexicon.is(Words.DETERMINER, tokens.lower(np.from()))
                && !tokens.lower(np.to() - 1).endsWith("s")
                && !tokens.capital(np.to() - 1);
    }

    /** "a poll by Levada", "a report of the ministry": who made it. */
    private @Nullable Stretch maker(Stretch np, Stretch voice) {
        boolean survey = lexicon.is(Words.SURVEY, tokens.lower(np.to() - 1));
        String link = tokens.lower(np.to());
        return survey && (link.equals("by") || link.equals("from")) ? phrases.startingAt(np.to() + 1, voice) : null;
    }

    private boolean document(Stretch np) {
        for (int t = np.from(); t < np.to(); t++) {
            if (lexicon.is(Words.DOCUMENT, tokens.lower(t))) {
                return true;
            }
        }
        return false;
    }

    private boolean ownView(int t) {
        return lexicon.is(Words.VIEW_NOUN, tokens.lower(t))
                && tokens.lower(t - 2).equals("in")
                && (tokens.lower(t - 1).equals("his")
                        || tokens.lower(t - 1).equals("her")
                        || tokens.lower(t - 1).equals("their"));
    }

    private void view(int t, Stretch voice, Stretch in, int sentence) {
        int last = tokens.possessive(t - 1) ? t - 2 : t - 1;
        Stretch np = phrases.endingAt(last, voice);
        if (np == null) {
            return;
        }
        int from = np.from();
        while (from < last && !tokens.lower(from).equals("in")) {
            from++;
        }
        if (from == last) {
            return;
        }
        Holder holder = holders.of(new Stretch(from + 1, last + 1), sentence);
        if (holder != null) {
            clause(t, new Stretch(from, t + 1), holder, in, sentence);
        }
    }

    private void clause(int t, Stretch naming, Holder holder, Stretch in, int sentence) {
        Stretch voice = passage.voiceOf(t, in);
        int from = Math.max(clauses.begin(t), voice.from());
        int to = Math.min(clauses.end(Math.min(naming.to(), in.to() - 1)), voice.to());
        add(new Stretch(from, to), naming, Scope.Kind.WORDS, holder, sentence, t);
    }

    private void noun(int t, String lower, Stretch voice, Stretch in, int sentence) {
        String next = tokens.lower(t + 1);
        boolean claims = lexicon.is(Words.CLAIM_NOUN, lower) && next.equals("that");
        Stretch owner = owner(t, voice);
        int link = t + 1;
        if (owner == null && (next.equals("of") || next.equals("from") || next.equals("by")) && actorPhrase(t + 2)) {
            owner = phrases.startingAt(t + 2, voice);
            link = owner == null ? link : owner.to();
            claims = lexicon.is(Words.CLAIM_NOUN, lower) && tokens.lower(link).equals("that");
        }
        if (owner == null || !(claims || linked(lower, link))) {
            return;
        }
        Holder holder = holders.of(owner, sentence);
        if (holder == null || !holder.takesSides() || !(claims || stanceOf(holder, lower, link))) {
            return;
        }
        if (claims) {
            add(clauses.from(link + 1, in, t), owner, Scope.Kind.WORDS, holder, sentence, t);
        } else {
            add(object(link + 1, in, t), owner, Scope.Kind.STANCE, holder, sentence, t);
        }
    }

    private boolean linked(String noun, int link) {
        return lexicon.is(Words.STANCE_NOUN, noun)
                && lexicon.is(Words.STANCE_LINK, tokens.lower(link))
                && !tokens.lower(link).equals("by");
    }

    /** Whether the noun is a stance here: "Lavrov's attack on NATO", but an army's is no opinion; "decision to leave". */
    private boolean stanceOf(Holder holder, String noun, int link) {
        if (noun.startsWith("attack")) {
            return holder.kind() == Holder.Kind.PERSON && tokens.lower(link).equals("on");
        }
        if (noun.equals("decision") || noun.equals("vote") || noun.equals("application")) {
            return tokens.lower(link).equals("to") && TURNING.contains(tokens.lower(link + 1));
        }
        return true;
    }

    private boolean actorPhrase(int t) {
        return tokens.capital(t) || (tokens.lower(t).equals("the") && tokens.capital(t + 1));
    }

    /** "Poland's long", "Russian", "his" before a noun. */
    private @Nullable Stretch owner(int noun, Stretch voice) {
        int t = noun - 1;
        int stop = Math.max(voice.from(), noun - 1 - ADJECTIVES);
        while (t >= stop && tokens.word(t) && passage.actor(t) == null && adjectival(t)) {
            t--;
        }
        if (t < voice.from()) {
            return null;
        }
        if (tokens.possessive(t)) {
            return phrases.endingAt(t - 1, voice);
        }
        String lower = tokens.lower(t);
        if (lower.equals("his") || lower.equals("her") || lower.equals("its") || lower.equals("their")) {
            return new Stretch(t, t + 1);
        }
        Name name = passage.actor(t);
        if (name == null) {
            return null;
        }
        int first = tokens.after(name.span().begin());
        return tokens.lower(first - 1).equals("of") ? null : new Stretch(first, t + 1);
    }

    private boolean adjectival(int t) {
        String lower = tokens.lower(t);
        return !tokens.capital(t)
                && !lexicon.is(Words.PREPOSITION, lower)
                && !lexicon.is(Words.CONJUNCTION, lower)
                && !lexicon.is(Words.AUXILIARY, lower)
                && !lexicon.is(Words.DETERMINER, lower)
                && !lower.equals("of")
                && lexicon.verb(lower) == null;
    }

    /** "remained cool toward", "is convinced that". */
    private void adjective(int t, String lower, Stretch voice, Stretch in, int sentence) {
        String next = tokens.lower(t + 1);
        if (!lexicon.is(Words.STANCE_LINK, next)) {
            return;
        }
        int copula = t - 1;
        while (copula > voice.from()
                && copula > t - 1 - ADJECTIVES
                && tokens.word(copula)
                && !lexicon.is(Words.COPULA, tokens.lower(copula))) {
            copula--;
        }
        boolean bare = headline && passage.actor(t - 1) != null;
        if (!bare && !lexicon.is(Words.COPULA, tokens.lower(copula))) {
            return;
        }
        int subject = bare ? t - 1 : copula - 1;
        while (subject > voice.from()
                && (lexicon.is(Words.AUXILIARY, tokens.lower(subject))
                        || lexicon.is(Words.ADVERB, tokens.lower(subject)))) {
            subject--;
        }
        Stretch np = subject < voice.from() ? null : phrases.endingAt(subject, voice);
        Holder holder = np == null ? null : holders.of(np, sentence);
        if (np == null || holder == null || !holder.takesSides()) {
            return;
        }
        boolean words = lexicon.is(Words.CERTAIN_ADJECTIVE, lower) || next.equals("that");
        if (words) {
            add(clauses.from(t + 2, in, t), np, Scope.Kind.WORDS, holder, sentence, t);
        } else {
            add(object(t + 2, in, t), np, Scope.Kind.STANCE, holder, sentence, t);
        }
    }

    private Stretch object(int from, Stretch in, int voiceOf) {
        Stretch object = clauses.tightFrom(from, in, voiceOf);
        return new Stretch(object.from(), Math.max(object.from(), Math.min(object.to(), from + LONGEST_OBJECT)));
    }

    private void add(Stretch stretch, Stretch naming, Scope.Kind kind, Holder holder, int sentence, int token) {
        if (stretch.empty()) {
            return;
        }
        scopes.add(new Scope(passage.span(stretch), passage.span(naming), kind, holder));
        if (holder.takesSides()) {
            discourse.remember(holder, sentence, token);
        }
    }
}
