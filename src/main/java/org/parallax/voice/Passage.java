package org.parallax.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Actor;
import org.parallax.mention.Name;
import org.parallax.mention.NamedText;
import org.parallax.mention.Span;

/** A text as the rules of this room see it: its tokens, sentences, quotations and the actors named in it. */
final class Passage {
    /** Quotations of fewer words are terms and names: they stay part of the sentence around them. */
    private static final int SHORTEST_SPEECH = 4;

    private final NamedText source;
    private final Tokens tokens;
    private final List<Stretch> sentences = new ArrayList<>();
    private final List<Quotation> speeches = new ArrayList<>();
    private final int[] speechOf;
    private final Name[] actors;
    private final Map<String, Standing> known;

    Passage(NamedText source, Map<String, Standing> known) {
        this.source = source;
        this.known = known;
        Quotations quotations = Quotations.of(source.text(), source.sentences());
        tokens = Tokens.of(source.text(), quotations.marks(), Lexicon.shipped().all(Lexicon.Words.ABBREVIATION));
        for (Span s : source.sentences()) {
            int from = tokens.after(s.begin());
            int last = tokens.after(Math.max(s.begin(), s.end() - 1));
            sentences.add(new Stretch(from, Math.max(from, Math.min(tokens.size(), last + 1))));
        }
        speechOf = new int[tokens.size()];
        Arrays.fill(speechOf, -1);
        quotations.list().forEach(this::speech);
        actors = new Name[tokens.size()];
        source.names().stream().filter(n -> n.kind() == Name.Kind.ACTOR).forEach(this::actor);
    }

    private void speech(Quotation quotation) {
        Stretch inside = inside(quotation);
        int words = 0;
        for (int t = inside.from(); t < inside.to() && words < SHORTEST_SPEECH; t++) {
            words += tokens.word(t) ? 1 : 0;
        }
        if (words < SHORTEST_SPEECH) {
            return;
        }
        Arrays.fill(speechOf, inside.from(), inside.to(), speeches.size());
        speeches.add(quotation);
    }

    private void actor(Name name) {
        for (int t = tokens.after(name.span().begin());
                t < tokens.size() && tokens.begin(t) < name.span().end();
                t++) {
            Name before = actors[t];
            if (before == null || length(before) < length(name)) {
                actors[t] = name;
            }
        }
    }

    private static int length(Name name) {
        return name.span().end() - name.span().begin();
    }

    Tokens tokens() {
        return tokens;
    }

    String text() {
        return source.text();
    }

    List<Name> names() {
        return source.names();
    }

    List<Stretch> sentences() {
        return sentences;
    }

    /** Quotations long enough to be speech, in the order of their opening marks. */
    List<Quotation> speeches() {
        return speeches;
    }

    /** Index of the innermost speech that holds the token; -1 outside of them. */
    int speechOf(int token) {
        return speechOf[token];
    }

    /** The tokens between the marks. */
    Stretch inside(Quotation quotation) {
        int from = tokens.after(quotation.begin());
        int to = tokens.after(quotation.close() - 1);
        if (to < tokens.size() && tokens.begin(to) < quotation.close()) {
            to++;
        }
        return new Stretch(from, Math.max(from, to));
    }

    /** The actor that the token names; null when it names none. */
    @Nullable
    Name actor(int token) {
        return token >= 0 && token < actors.length ? actors[token] : null;
    }

    Actor.Kind kind(Name name) {
        Standing actor = known.get(name.id());
        return actor == null ? Actor.Kind.ORGANISATION : actor.kind();
    }

    boolean person(int token) {
        Name name = actor(token);
        return name != null && kind(name) == Actor.Kind.PERSON;
    }

    /** The state that an actor speaks for; null when it is none or unknown. */
    @Nullable
    String state(String actorId) {
        Standing actor = known.get(actorId);
        return actor == null ? null : actor.state();
    }

    /** The actor's display name; empty when it is unknown. */
    String displayName(String actorId) {
        Standing actor = known.get(actorId);
        return actor == null ? "" : actor.name();
    }

    /** The part of the sentence around a token that is as much or as little quoted as the token itself. */
    Stretch voiceOf(int token, Stretch sentence) {
        int speech = speechOf(token);
        if (speech < 0) {
            return sentence;
        }
        Stretch inside = inside(speeches.get(speech));
        return new Stretch(Math.max(inside.from(), sentence.from()), Math.min(inside.to(), sentence.to()));
    }

    Span span(Stretch stretch) {
        if (stretch.empty()) {
            return new Span(0, 0);
        }
        return new Span(tokens.begin(stretch.from()), tokens.end(stretch.to() - 1));
    }
}
