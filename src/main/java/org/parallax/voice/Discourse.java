package org.parallax.voice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Name;

/** Whom "he", "it" or "the President" means: who spoke last, else who is named first in the sentences just before. */
final class Discourse {
    private static final int SENTENCES_BACK = 3;
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
        for (int s = sentence; s >= Math.max(0, sentence - SENTENCES_BACK); s--) {
            for (Said said : speakers) {
                if (said.sentence() == s
                        && said.token() < token
                        && wanted.test(said.holder().kind())) {
                    return said.holder();
                }
            }
            Holder topic = topic(s, token, wanted);
            if (topic != null) {
                return topic;
            }
        }
        return null;
    }

    private @Nullable Holder topic(int sentence, int before, Predicate<Holder.Kind> wanted) {
        Stretch in = passage.sentences().get(sentence);
        int to = Math.min(Math.min(in.to(), before), in.from() + WORDS_LOOKED_AT);
        Holder first = unknownAtStart(in, to);
        if (first != null && wanted.test(first.kind())) {
            return first;
        }
        for (int t = in.from(); t < to; t++) {
            Name name = passage.actor(t);
            if (name == null || tokens.possessive(t + 1)) {
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
        while (t < to && tokens.capital(t) && passage.actor(t) == null) {
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
}
