package org.parallax.voice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Name;
import org.parallax.mention.NamedText;

/** One text read once: whose words each stretch of it is. Answers for all names in it. */
public final class VoiceReading {
    private final Passage passage;
    private final Scopes scopes = new Scopes();
    private final boolean speech;
    private final @Nullable String own;

    VoiceReading(NamedText text, Map<String, Standing> known, @Nullable LocalDate publishedOn) {
        passage = new Passage(text, known);
        Clauses clauses = new Clauses(passage);
        Discourse discourse = new Discourse(passage);
        NounPhrases phrases = new NounPhrases(passage);
        HolderFinder holders = new HolderFinder(passage, discourse, new Offices(passage, known, publishedOn));
        Predicates predicates = new Predicates(passage, phrases, holders, discourse);
        ReportedClauses clauseReader = new ReportedClauses(passage, clauses, scopes);
        Stances stances = new Stances(passage, clauses, phrases, holders, discourse, scopes);
        List<List<Predicate>> found = new ArrayList<>();
        for (int s = 0; s < passage.sentences().size(); s++) {
            List<Predicate> here = predicates.of(s);
            found.add(here);
            clauseReader.read(s, here);
            stances.read(s);
        }
        new QuotedSpeech(passage, clauses, scopes, phrases, holders, found).read();
        speech = OwnState.speech(passage);
        own = OwnState.of(passage);
        if (Headlines.headline(text.text())) {
            new Headlines(passage, holders, scopes).read();
        } else {
            if (!speech) {
                new Continuations(passage, scopes, found).read();
            }
            new Transcripts(passage, holders, scopes).read();
        }
    }

    /** Whose words or stance the text gives where it names the target. */
    public Attribution attribution(Name target) {
        for (Scope scope : scopes.around(target.span())) {
            if (speakersState(scope.holder())) {
                continue;
            }
            if (scope.kind() == Scope.Kind.WORDS || !itself(scope.holder(), target)) {
                return new Attribution(
                        Voice.REPORTED, scope.holder().id(), scope.holder().surface());
            }
        }
        return Attribution.AUTHOR;
    }

    /** In a speech: the state in whose name it is held. */
    private boolean speakersState(Holder holder) {
        boolean known = own != null && holder.kind() == Holder.Kind.GROUP && own.equals(holder.id());
        return known || (speech && OwnState.unknown(passage, holder));
    }

    private boolean itself(Holder holder, Name target) {
        String id = holder.id();
        if (id == null) {
            return false;
        }
        Name actor = passage.actor(passage.tokens().after(target.span().begin()));
        return id.equals(target.id()) || (actor != null && id.equals(actor.id()));
    }
}
