package org.parallax.voice;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Span;
import org.parallax.voice.Lexicon.Words;
import org.parallax.voice.Predicate.Shape;

/**
 * Sentences that go on with what the sentence before reports: "X noted that the talks were stalling. Nevertheless, Russia is
 * ready to continue them." They begin with a word that links arguments and speak in the present. Words that link events as
 * well ("however") count only in texts that report most of the time, as press releases do.
 */
final class Continuations {
    /** Share of sentences with a reported clause from which a text is taken for a press release. */
    private static final double RELEASE = 0.3;

    private static final Set<String> LINKS = Set.of(
            "nevertheless", "nonetheless", "moreover", "furthermore", "therefore", "hence", "consequently", "besides");
    private static final Set<String> LINKS_OF_RELEASES =
            Set.of("however", "thus", "so", "accordingly", "instead", "otherwise", "also", "currently");
    private static final List<List<String>> PHRASES = List.of(
            List.of("in", "addition"),
            List.of("at", "the", "same", "time"),
            List.of("in", "this", "regard"),
            List.of("in", "this", "context"),
            List.of("in", "particular"),
            List.of("that", "is", "why"),
            List.of("for", "this", "reason"));
    private static final Set<String> PRESENT = Set.of(
            "is", "are", "has", "have", "will", "would", "must", "should", "can", "cannot", "may", "does", "do", "isn't",
            "aren't", "won't");
    private static final Set<String> TOLD = Set.of("was", "were", "did");

    private final Passage passage;
    private final Tokens tokens;
    private final Scopes scopes;
    private final List<List<Predicate>> predicates;
    private final Lexicon lexicon = Lexicon.shipped();

    Continuations(Passage passage, Scopes scopes, List<List<Predicate>> predicates) {
        this.passage = passage;
        this.scopes = scopes;
        this.predicates = predicates;
        tokens = passage.tokens();
    }

    /** Adds a scope for each sentence that goes on. */
    void read() {
        boolean release = release();
        Holder speaking = null;
        for (int s = 0; s < predicates.size(); s++) {
            Holder says = speaker(s);
            if (says != null) {
                speaking = says;
            } else if (speaking != null && goesOn(s, release)) {
                Stretch in = passage.sentences().get(s);
                scopes.add(new Scope(passage.span(in), new Span(0, 0), Scope.Kind.WORDS, speaking));
            } else {
                speaking = null;
            }
        }
    }

    private boolean release() {
        int told = 0;
        int outside = 0;
        for (int s = 0; s < predicates.size(); s++) {
            Stretch in = passage.sentences().get(s);
            if (in.empty() || passage.speechOf(in.from()) >= 0) {
                continue;
            }
            outside++;
            told += speaker(s) != null ? 1 : 0;
            for (int t = in.from(); t < in.to(); t++) {
                if (lexicon.is(Words.SELF, tokens.lower(t)) && passage.speechOf(t) < 0) {
                    return false;
                }
            }
        }
        return outside > 0 && told >= RELEASE * outside;
    }

    /** Who is reported to say something in the last clause of a sentence. */
    private @Nullable Holder speaker(int sentence) {
        List<Predicate> here = predicates.get(sentence);
        for (int i = here.size() - 1; i >= 0; i--) {
            Predicate p = here.get(i);
            boolean told = p.holder().takesSides() || p.shape() == Shape.IMPERSONAL;
            if (p.verb().words() && told && passage.speechOf(p.at()) < 0) {
                return p.holder();
            }
        }
        return toTheEnd(sentence);
    }

    /** Whose words the last word of a sentence is: "according to him, the shelling goes on". */
    private @Nullable Holder toTheEnd(int sentence) {
        Stretch in = passage.sentences().get(sentence);
        int last = in.to() - 1;
        while (last > in.from() && !tokens.word(last)) {
            last--;
        }
        if (in.empty() || passage.speechOf(last) >= 0) {
            return null;
        }
        return scopes.around(passage.span(new Stretch(last, last + 1))).stream()
                .filter(scope -> scope.kind() == Scope.Kind.WORDS)
                .findFirst()
                .map(Scope::holder)
                .orElse(null);
    }

    private boolean goesOn(int sentence, boolean release) {
        Stretch in = passage.sentences().get(sentence);
        if (in.empty() || passage.speechOf(in.from()) >= 0 || newParagraph(in)) {
            return false;
        }
        return links(in.from(), release) && present(in);
    }

    private boolean newParagraph(Stretch in) {
        int before = in.from() - 1;
        return before < 0
                || passage.text().substring(tokens.end(before), tokens.begin(in.from())).indexOf('\n') >= 0;
    }

    private boolean links(int first, boolean release) {
        String lower = tokens.lower(first);
        return LINKS.contains(lower)
                || (release && LINKS_OF_RELEASES.contains(lower))
                || PHRASES.stream().anyMatch(phrase -> phraseAt(first, phrase));
    }

    private boolean phraseAt(int first, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            if (!tokens.lower(first + i).equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the first finite verb that is known as one is of the present, so that nothing is narrated. */
    private boolean present(Stretch in) {
        for (int t = in.from(); t < in.to(); t++) {
            String lower = tokens.lower(t);
            if (PRESENT.contains(lower) || TOLD.contains(lower)) {
                return PRESENT.contains(lower);
            }
            Verb verb = lexicon.verb(lower);
            if (verb != null && verb.form() == Verb.Form.PAST && !verb.nounToo()) {
                return false;
            }
        }
        return false;
    }
}
