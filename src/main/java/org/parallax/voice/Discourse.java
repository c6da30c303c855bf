package org.parallax.voice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Name;

/** Whom "he", "it" or "the President" means: who spoke last, else who is named first in the sentences just before. */
final class Discourse {
    private static final int SENTENCES_BACK = 3;
    private static final int LONGEST_QUOTATION = 30;
    private static final int REMEMBERED = 12;
    private static final int WORDS_LOOKED_AT = 60;

    private record Said(int sentence, int token, Holder holder) {}

    private final Passage passage;
    private final Tokens tokens;
    private final Deque<Said> speakers = new ArrayDeque<>();

    Discourse(Passage passage) {
        this.passage = passage;
        tokens = passage.tokens();
    }

    /** Somebody speaks or takes a stance at a token. */
    void remember(Holder holder, int sentence, int token) {
        speakers.addFirst(new Said(sentence, token, holder));
        if (speakers.size() > REMEMBERED) {
            speakers.removeLast();
        }
    }

    /** Whom "he" or "she" at a token means; null when nobody fits. */
    @Nullable
    Holder person(int sentence, int token) {
        return look(sentence, token, Holder.Kind.PERSON::equals);
    }

    /** Whom "it" at a token means; null when nobody fits. */
    @Nullable
    Holder thing(int sentence, int token) {
        return look(sentence, token, Holder.Kind.GROUP::equals);
    }

    private @Nullable Holder look(int sentence, int token, Predicate<Holder.Kind> wanted) {
        int voice = token < tokens.size() ? passage.speechOf(token) : -1;
        int seen = 0;
        for (int s = sentence; s >= Math.max(0, sentence - LONGEST_QUOTATION) && seen <= SENTENCES_BACK; s--) {
            if (s < sentence && elsewhere(s, voice)) {
                continue;
            }
            seen++;
            for (Said said : speakers) {
                if (said.sentence() == s
                        && said.token() < token
                        && wanted.test(said.holder().kind())) {
                    return said.holder();
                }
            }
            Holder topic = topic(s, token, voice, wanted);
            if (topic != null) {
                return topic;
            }
        }
        return lastHeard(sentence, token, wanted);
    }

    /** For want of anybody near: who spoke last, some sentences ago. */
    private @Nullable Holder lastHeard(int sentence, int token, Predicate<Holder.Kind> wanted) {
        for (Said said : speakers) {
            if (said.token() < token
                    && sentence - said.sentence() <= LONGEST_QUOTATION
                    && said.holder().kind() == Holder.Kind.PERSON
                    && wanted.test(Holder.Kind.PERSON)) {
                return said.holder();
            }
        }
        return null;
    }

    private @Nullable Holder topic(int sentence, int before, int voice, Predicate<Holder.Kind> wanted) {
        Stretch in = passage.sentences().get(sentence);
        int to = Math.min(Math.min(in.to(), before), in.from() + WORDS_LOOKED_AT);
        Holder first = in.empty() || passage.speechOf(in.from()) != voice ? null : unknownAtStart(in, to);
        if (first != null && wanted.test(first.kind())) {
            return first;
        }
        for (int t = in.from(); t < to; t++) {
            Name name = passage.actor(t);
            if (name == null || tokens.possessive(t + 1) || passage.speechOf(t) != voice) {
                continue;
            }
            Holder.Kind kind = passage.person(t) ? Holder.Kind.PERSON : Holder.Kind.GROUP;
            if (wanted.test(kind)) {
                return new Holder(kind, name.id(), name.span().of(passage.text()));
            }
        }
        return null;
    }

    /** A person whom the configuration does not know: two names at the start of a sentence. */
    private @Nullable Holder unknownAtStart(Stretch in, int to) {
        int t = in.from();
        while (t < to && tokens.capital(t) && passage.actor(t) == null && mayName(tokens.lower(t))) {
            t++;
        }
        Stretch run = new Stretch(in.from(), t);
        boolean name = run.to() - run.from() >= 2
                && run.to() - run.from() <= 3
                && passage.actor(t) == null
                && !Lexicon.shipped().is(Lexicon.Words.DETERMINER, tokens.lower(in.from()))
                && !Lexicon.shipped().is(Lexicon.Words.TITLE, tokens.lower(t - 1));
        return name ? new Holder(Holder.Kind.PERSON, null, tokens.text(run)) : null;
    }

    /** Whether a sentence is in a quotation that the pronoun is not in, from its first word to its last. */
    private boolean elsewhere(int sentence, int voice) {
        Stretch in = passage.sentences().get(sentence);
        int last = in.to() - 1;
        while (last > in.from() && !tokens.word(last)) {
            last--;
        }
        int first = in.from();
        while (first < last && !tokens.word(first)) {
            first++;
        }
        return !in.empty() && passage.speechOf(first) != voice && passage.speechOf(last) != voice;
    }

    private static boolean mayName(String lower) {
        Lexicon lexicon = Lexicon.shipped();
        return !lexicon.is(Lexicon.Words.CONJUNCTION, lower)
                && !lexicon.is(Lexicon.Words.PREPOSITION, lower)
                && !lexicon.is(Lexicon.Words.SELF, lower)
                && !lexicon.is(Lexicon.Words.ADVERB, lower)
                && !lexicon.is(Lexicon.Words.PERSON_PRONOUN, lower);
    }
}
