package org.parallax.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parallax.voice.Lexicon.Words;
import org.parallax.voice.Predicate.Shape;

/** Finds the verbs of the lexicon that stand as verbs in a sentence, each with who is its subject. */
final class Predicates {
    private static final int PARENTHESIS = 25;
    private static final int AGENT_WITHIN = 8;

    /** What somebody should or may do is no report that he does. */
    private static final Set<String> NORMATIVE = Set.of("should", "must", "may", "might", "could", "shouldn't", "mustn't");

    private static final Set<String> NO_ADVERB =
            Set.of("italy", "family", "daily", "weekly", "monthly", "quarterly", "ally", "assembly", "supply", "reply");

    /** "is said to": nobody's words in particular. */
    private static final Set<String> HEARSAY =
            Set.of("said", "thought", "believed", "alleged", "reported", "rumoured", "rumored", "understood", "claimed");

    /** "is known to have said": the subject stands before. */
    private static final Set<String> KNOWN = Set.of("known", "said", "reported", "believed", "thought", "understood");

    /** Verbs after which a participle goes on: "tired of repeating", "by saying". */
    private static final Set<String> TIRED = Set.of("tired", "fond", "short", "habit", "point");

    private final Passage passage;
    private final Tokens tokens;
    private final NounPhrases phrases;
    private final HolderFinder holders;
    private final Discourse discourse;
    private final Idioms idioms;
    private final boolean headline;
    private final Lexicon lexicon = Lexicon.shipped();

    Predicates(Passage passage, NounPhrases phrases, HolderFinder holders, Discourse discourse) {
        this.passage = passage;
        this.phrases = phrases;
        this.holders = holders;
        this.discourse = discourse;
        tokens = passage.tokens();
        idioms = new Idioms(tokens);
        headline = Headlines.headline(passage.text());
    }

    /** What stands before a verb: where its subject ends, and which auxiliaries lie between. */
    private record Before(int subjectEnd, boolean passive, boolean modal, boolean infinitive, boolean normative) {}

    /** The predicates of a sentence in order; each becomes known to the discourse. */
    List<Predicate> of(int sentence) {
        Stretch in = passage.sentences().get(sentence);
        List<Predicate> found = new ArrayList<>();
        for (int t = in.from(); t < in.to(); t++) {
            boolean name = tokens.capital(t) && t > in.from() && tokens.capital(t - 1) && !headline;
            Verb verb = passage.actor(t) == null && !asRegards(t) && !name ? lexicon.verb(tokens.lower(t)) : null;
            Idioms.Found idiom = idioms.at(t);
            Predicate predicate;
            if (idiom != null) {
                predicate = idiom(t, idiom, passage.voiceOf(t, in), sentence, found);
            } else if (verb != null) {
                predicate = read(t, verb, passage.voiceOf(t, in), sentence, found);
            } else {
                continue;
            }
            if (predicate != null) {
                found.add(predicate);
                if (predicate.holder().takesSides()) {
                    discourse.remember(predicate.holder(), sentence, t);
                }
            }
        }
        return found;
    }

    /** "as regards", "with regard to": no verbs. */
    private boolean asRegards(int t) {
        String before = tokens.lower(t - 1);
        return tokens.lower(t).startsWith("regard")
                && (before.equals("as") || before.equals("with") || before.equals("in"));
    }

    /** "made it clear", "stands behind": a verb of several words, the last of which counts as the verb. */
    private @Nullable Predicate idiom(int t, Idioms.Found idiom, Stretch in, int sentence, List<Predicate> earlier) {
        Before before = before(t, in);
        if (before.normative() || before.passive()) {
            return null;
        }
        Predicate p = subject(t, idiom.verb(), before.subjectEnd(), in, sentence, earlier);
        return p == null ? null : new Predicate(idiom.last(), idiom.verb(), p.holder(), p.subject(), p.shape());
    }

    private @Nullable Predicate read(int t, Verb verb, Stretch in, int sentence, List<Predicate> earlier) {
        if (verb.kind() == Verb.Kind.SAY && tokens.lower(t).endsWith("ается")) {
            return new Predicate(t, verb, Holder.UNKNOWN, new Stretch(t, t), Shape.IMPERSONAL);
        }
        Predicate inverted = inverted(t, verb, passage.sentences().get(sentence), sentence);
        if (inverted != null) {
            return inverted;
        }
        Before before = before(t, in);
        if ((before.normative() && !before.passive()) || hoped(t, verb, before.subjectEnd(), in)) {
            return null;
        }
        if (verb.form() == Verb.Form.PAST && before.infinitive() && before.subjectEnd() < t - 1) {
            return perfect(t, verb, before, in, sentence);
        }
        if (verb.form() == Verb.Form.PAST && before.passive()) {
            return passive(t, verb, before, in, sentence);
        }
        if (verb.form() == Verb.Form.BASE && before.infinitive()) {
            return infinitive(t, verb, before, in, sentence);
        }
        if (!placed(t, verb, before)) {
            return null;
        }
        return subject(t, verb, before.subjectEnd(), in, sentence, earlier);
    }

    /** Walks left over adverbs and auxiliaries. */
    private Before before(int t, Stretch in) {
        boolean passive = false;
        boolean modal = false;
        boolean normative = false;
        int i = t - 1;
        while (i >= in.from()) {
            String lower = tokens.lower(i);
            if (passage.actor(i) != null) {
                break;
            }
            if (lexicon.is(Words.AUXILIARY, lower)) {
                passive |= lexicon.is(Words.PASSIVE, lower);
                modal |= lexicon.is(Words.MODAL, lower);
                normative |= NORMATIVE.contains(lower);
            } else if (lower.equals("longer") && tokens.lower(i - 1).equals("no")) {
                i--;
            } else if (timePhrase(i)) {
                i--;
            } else if (!adverb(lower)) {
                break;
            }
            i--;
        }
        boolean infinitive = tokens.lower(i).equals("to") && i >= in.from();
        return new Before(i, passive, modal, infinitive, normative);
    }

    /** "on Monday", "last week": ends at the token given. */
    private boolean timePhrase(int last) {
        String lower = tokens.lower(last);
        String before = tokens.lower(last - 1);
        return lexicon.is(Words.WEEKDAY, lower)
                ? before.equals("on")
                : lexicon.is(Words.PERIOD, lower) && (before.equals("last") || before.equals("this"));
    }

    private boolean adverb(String lower) {
        return lexicon.is(Words.ADVERB, lower)
                || (lower.length() > 4 && lower.endsWith("ly") && !NO_ADVERB.contains(lower));
    }

    /** Whether the form may be a finite verb or participle here and not a noun or an adjective. */
    private boolean placed(int t, Verb verb, Before before) {
        int s = before.subjectEnd();
        String subject = tokens.lower(s);
        boolean pronoun = holderPronoun(subject);
        return switch (verb.form()) {
            case FINITE, ING -> true;
            case PAST ->
                !tokens.possessive(s)
                        && !lexicon.is(Words.DETERMINER, subject)
                        && !tokens.lower(t + 1).equals("by");
            case THIRD ->
                !verb.nounToo()
                        || ((tokens.capital(s) || tokens.mark(s, ",") || pronoun || subject.equals("who") || agent(subject))
                                && !tokens.possessive(s)
                                && (objectFollows(t) || closing(s, t)));
            case BASE ->
                (s != t - 1 && auxiliaryBetween(s, t))
                        || subject.equals("they")
                        || subject.equals("many")
                        || subject.equals("some")
                        || subject.equals("others")
                        || (plural(s) && !tokens.possessive(t - 1) && (!verb.nounToo() || agent(subject)))
                        || (tokens.capital(s)
                                && tokens.lower(s - 1).equals("and")
                                && (!verb.nounToo() || objectFollows(t)));
        };
    }

    private boolean auxiliaryBetween(int s, int t) {
        for (int i = s + 1; i < t; i++) {
            if (lexicon.is(Words.AUXILIARY, tokens.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean agent(String lower) {
        return lexicon.is(Words.AGENT, lower) || lexicon.is(Words.OFFICIAL, lower);
    }

    private boolean plural(int t) {
        return tokens.word(t) && tokens.lower(t).length() > 3 && tokens.lower(t).endsWith("s");
    }

    private boolean holderPronoun(String lower) {
        return lower.equals("he") || lower.equals("she") || lower.equals("it");
    }

    /** "..., Reuters reports." */
    private boolean closing(int subject, int t) {
        return tokens.mark(subject - 1, ",")
                && (tokens.mark(t + 1, ".,;:") || tokens.lower(t + 1).isEmpty());
    }

    private boolean objectFollows(int t) {
        String next = tokens.lower(t + 1);
        boolean call =
                (next.equals("on") || next.equals("for")) && tokens.lower(t).startsWith("call");
        boolean objects = next.equals("to")
                && (tokens.lower(t).equals("objects") || tokens.lower(t).equals("appeals"));
        boolean seeks = next.equals("to")
                && tokens.lower(t).matches("wants|hopes|refuses|declines|demands|vows|pledges|promises");
        return call
                || objects
                || seeks
                || (tokens.word(t + 1)
                        && !lexicon.is(Words.PREPOSITION, next)
                        && !next.equals("of")
                        && !next.equals("and"));
    }

    /** "said Lavrov": the holder follows, and the words said stand before. */
    private @Nullable Predicate inverted(int t, Verb verb, Stretch sentence, int sentenceIndex) {
        boolean form =
                verb.form() == Verb.Form.PAST || verb.form() == Verb.Form.THIRD || verb.form() == Verb.Form.FINITE;
        int b = t - 1;
        while (b >= sentence.from() && lexicon.is(Words.ADVERB, tokens.lower(b))) {
            b--;
        }
        boolean as = tokens.lower(b).equals("as") || tokens.lower(b).equals("как");
        boolean place = b < sentence.from() || as || tokens.mark(b, ",\"”“»’'!?…") || tokens.dash(b);
        if (!form || !place || !verb.words() || !(b >= sentence.from() || quoteEndsBefore(t))) {
            return null;
        }
        int start = t + 1;
        if (as && tokens.lower(start).equals("by")) {
            start++;
        }
        Stretch np = phrases.startingAt(start, sentence);
        if (np == null || np.to() - np.from() > 12) {
            return null;
        }
        String after = tokens.lower(np.to());
        String first = tokens.lower(start);
        boolean object = after.equals("that")
                || after.equals("что")
                || after.equals("to")
                || lexicon.is(Words.AUXILIARY, after)
                || (lexicon.verb(after) != null && tokens.word(np.to()));
        boolean determined = lexicon.is(Words.DETERMINER, first);
        if ((object && !as) || !(tokens.capital(start) || determined || holderPronoun(first) || cyrillic(first))) {
            return null;
        }
        if (verb.kind() == Verb.Kind.TELL && !quoteEndsBefore(t)) {
            return null;
        }
        Holder holder = holders.of(np, sentenceIndex);
        return holder != null && holder.takesSides() ? new Predicate(t, verb, holder, np, Shape.INVERTED) : null;
    }

    private static boolean cyrillic(String word) {
        return !word.isEmpty() && Character.UnicodeScript.of(word.charAt(0)) == Character.UnicodeScript.CYRILLIC;
    }

    private boolean quoteEndsBefore(int t) {
        for (int b = t - 1; b >= 0 && b > t - 4; b--) {
            if (tokens.mark(b, "\"”“»’'")) {
                return true;
            }
        }
        return false;
    }

    /** "was condemned by Georgia", "it was reported that". */
    private @Nullable Predicate passive(int t, Verb verb, Before before, Stretch in, int sentence) {
        if (before.modal() || tokens.lower(t - 1).equals("be") && tokens.lower(t - 2).equals("will")) {
            return null;
        }
        if (HEARSAY.contains(tokens.lower(t)) && tokens.lower(t + 1).equals("to")) {
            return new Predicate(t, verb, Holder.UNKNOWN, new Stretch(t, t), Shape.IMPERSONAL);
        }
        for (int by = t + 1; by < in.to() && by <= t + AGENT_WITHIN; by++) {
            if (tokens.mark(by, ",;:") || tokens.lower(by).equals("that")) {
                break;
            }
            if (tokens.lower(by).equals("by")) {
                Stretch np = phrases.startingAt(by + 1, in);
                Holder holder = np == null ? null : holders.of(np, sentence);
                return np == null || holder == null || !holder.takesSides()
                        ? null
                        : new Predicate(t, verb, holder, np, Shape.PASSIVE);
            }
        }
        boolean nobody = tokens.lower(before.subjectEnd()).equals("it")
                && tokens.lower(t + 1).equals("that");
        return nobody && verb.words()
                ? new Predicate(t, verb, Holder.UNKNOWN, new Stretch(t, t), Shape.IMPERSONAL)
                : null;
    }

    /** "We hope that they will support us": what the author wishes of others is no stance of theirs yet. */
    private boolean hoped(int t, Verb verb, int subjectEnd, Stretch in) {
        boolean future = tokens.lower(subjectEnd + 1).equals("will") || tokens.lower(subjectEnd + 1).equals("would");
        if (verb.words() || !future) {
            return false;
        }
        for (int i = in.from(); i < t; i++) {
            String lower = tokens.lower(i);
            if (lower.equals("i") || lower.equals("we")) {
                return true;
            }
        }
        return false;
    }

    /** "is known to have told": the subject stands before what is known. */
    private @Nullable Predicate perfect(int t, Verb verb, Before before, Stretch in, int sentence) {
        int known = before.subjectEnd() - 1;
        return KNOWN.contains(tokens.lower(known)) && tokens.lower(before.subjectEnd()).equals("to")
                ? subject(t, verb, before(known, in).subjectEnd(), in, sentence, List.of())
                : null;
    }

    /** "continues to insist": the subject stands before the verb that governs this one. */
    private @Nullable Predicate infinitive(int t, Verb verb, Before before, Stretch in, int sentence) {
        int governor = before.subjectEnd() - 1;
        String lower = tokens.lower(governor);
        if (lower.equals("on")) {
            governor--;
        }
        if (!lexicon.is(Words.GOVERNOR, tokens.lower(governor))) {
            return null;
        }
        return subject(t, verb, before(governor, in).subjectEnd(), in, sentence, List.of());
    }

    private @Nullable Predicate subject(int t, Verb verb, int end, Stretch in, int sentence, List<Predicate> earlier) {
        if (end < in.from()) {
            return null;
        }
        if (verb.form() == Verb.Form.ING && tokens.word(end) && end == t - 1) {
            boolean quotedAs =
                    tokens.lower(end).equals("as") && tokens.lower(end - 1).equals("quoted");
            if (quotedAs) {
                return direct(t, verb, before(end - 1, in).subjectEnd(), in, sentence);
            }
            boolean goesOn = tokens.lower(end).equals("and")
                    || tokens.lower(end).equals("by")
                    || (tokens.lower(end).equals("of") && TIRED.contains(tokens.lower(end - 1)));
            return goesOn ? main(t, verb, in, sentence, earlier) : null;
        }
        if (tokens.mark(end, ",")) {
            boolean participle = verb.form() == Verb.Form.ING;
            Integer opening = participle ? null : parenthesis(end, in);
            if (opening != null && opening > in.from()) {
                if (fullName(opening + 1, end)) {
                    return direct(t, verb, end - 1, in, sentence);
                }
                Predicate p = direct(t, verb, opening - 1, in, sentence);
                return p != null && described(end - 1) ? p.ofPerson() : p;
            }
            return participle ? main(t, verb, in, sentence, earlier) : null;
        }
        String lower = tokens.lower(end);
        if (lower.equals("and") || lower.equals("but") || lower.equals("or") || lower.equals("и")) {
            boolean finite =
                    verb.form() == Verb.Form.PAST || verb.form() == Verb.Form.FINITE || verb.form() == Verb.Form.THIRD;
            return finite ? main(t, verb, in, sentence, earlier) : null;
        }
        if (lower.equals("who") || lower.equals("которая") || lower.equals("который")) {
            return direct(t, verb, tokens.mark(end - 1, ",") ? end - 2 : end - 1, in, sentence);
        }
        return direct(t, verb, end, in, sentence);
    }

    /** "Zhiltsov, a political analyst, said": whoever is called so is a person. */
    private boolean described(int last) {
        return lexicon.is(Words.AGENT, tokens.lower(last)) || lexicon.is(Words.OFFICIAL, tokens.lower(last));
    }

    /** "A farmer, Ivan Petrov, told us": the name in the parenthesis is the better subject. */
    private boolean fullName(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!tokens.capital(i)) {
                return false;
            }
        }
        return to - from == 2 || to - from == 3;
    }

    private @Nullable Predicate direct(int t, Verb verb, int end, Stretch in, int sentence) {
        Stretch np = end < in.from() ? null : phrases.endingAt(end, in);
        Holder holder = np == null ? null : holders.of(np, sentence);
        if (np == null || holder == null || !speaks(holder, t, verb, in)) {
            return null;
        }
        return new Predicate(t, verb, holder, np, Shape.ACTIVE);
    }

    /** A common noun may be the object of a participle ("troops reported missing"): only plain saying is believed of it. */
    private boolean speaks(Holder holder, int t, Verb verb, Stretch in) {
        if (holder.kind() != Holder.Kind.COMMON) {
            return verb.words() || holder.takesSides();
        }
        String surface = holder.surface();
        if (surface != null
                && lexicon.is(Words.INANIMATE, surface.substring(surface.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT))) {
            return false;
        }
        String lower = tokens.lower(t);
        return verb.words() && (lower.startsWith("sa") || lower.startsWith("t") || that(t + 1, in) >= 0);
    }

    private int that(int from, Stretch in) {
        for (int i = from; i < in.to() && i < from + 4; i++) {
            if (tokens.lower(i).equals("that")) {
                return i;
            }
        }
        return -1;
    }

    /** The subject of the verb before in the sentence, else whom the sentence begins with. */
    private @Nullable Predicate main(int t, Verb verb, Stretch in, int sentence, List<Predicate> earlier) {
        for (int i = earlier.size() - 1; i >= 0; i--) {
            Predicate p = earlier.get(i);
            if (p.shape() == Shape.ACTIVE && in.contains(p.at())) {
                return new Predicate(t, verb, p.holder(), new Stretch(t, t), Shape.ACTIVE);
            }
        }
        int start = in.from();
        while (start < t && !tokens.word(start)) {
            start++;
        }
        start = afterOpening(start, t);
        Stretch np = phrases.startingAt(start, in);
        if (np == null || np.to() > t) {
            return null;
        }
        Holder holder = holders.of(np, sentence);
        return holder == null || !holder.takesSides()
                ? null
                : new Predicate(t, verb, holder, new Stretch(t, t), Shape.ACTIVE);
    }

    /** "Asked about the wall, the colonel": the subject stands after the comma. */
    private int afterOpening(int start, int verb) {
        Verb first = lexicon.verb(tokens.lower(start));
        boolean participle = passage.actor(start) == null
                && ((first != null && (first.form() == Verb.Form.PAST || first.form() == Verb.Form.ING))
                        || lexicon.is(Words.PREPOSITION, tokens.lower(start)));
        for (int t = start; participle && t < verb; t++) {
            if (tokens.mark(t, ",")) {
                return t + 1;
            }
        }
        return start;
    }

    private @Nullable Integer parenthesis(int comma, Stretch in) {
        for (int i = comma - 1; i >= in.from() && i > comma - PARENTHESIS; i--) {
            if (tokens.mark(i, ";:")) {
                return null;
            }
            if (tokens.mark(i, ",")) {
                return i;
            }
        }
        return null;
    }
}
