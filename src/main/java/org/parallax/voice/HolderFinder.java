package org.parallax.voice;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Office;
import org.parallax.mention.Name;
import org.parallax.voice.Lexicon.Words;

/**
 * Who a noun phrase is: a configured person before a state, a state where an office speaks for it, else the name or noun as
 * it stands, without article. Pronouns and offices ("the President") are whom the text spoke of before.
 */
final class HolderFinder {
    private static final int LONGEST_SURFACE = 8;

    /** Parts of an office that are no office by themselves. */
    private static final Set<String> ADJECTIVES = Set.of("foreign", "prime", "deputy", "defence", "defense", "general");

    /** Those in whose name somebody speaks who says "my" or "our" of them. */
    private static final Set<String> OWN = Set.of(
            "delegation", "government", "country", "nation", "people", "state", "republic", "administration", "ministry",
            "side", "authorities");

    private final Passage passage;
    private final Tokens tokens;
    private final Discourse discourse;
    private final Offices offices;
    private final Persons persons;
    private final Lexicon lexicon = Lexicon.shipped();

    /** Surnames of officials whom the configuration does not know, with the states that they were introduced by. */
    private final Map<String, String> introduced = new HashMap<>();

    HolderFinder(Passage passage, Discourse discourse, Offices offices) {
        this.passage = passage;
        this.discourse = discourse;
        this.offices = offices;
        persons = new Persons(passage);
        tokens = passage.tokens();
    }

    /** The holder that a phrase of a sentence names; null when it names nobody but the author, or no speaker at all. */
    @Nullable
    Holder of(Stretch phrase, int sentence) {
        if (phrase.to() - phrase.from() == 1 && pronoun(tokens.lower(phrase.from()))) {
            return pronoun(tokens.lower(phrase.from()), sentence, phrase.from());
        }
        Stretch np = trimmed(phrase);
        if (np.empty() || own(phrase, np)) {
            return null;
        }
        int last = np.to() - 1;
        String lower = tokens.lower(last);
        if ((lexicon.is(Words.SELF, lower) && passage.actor(last) == null) || lexicon.is(Words.WEEKDAY, lower)) {
            return null;
        }
        if (pronoun(lower)) {
            return pronoun(lower, sentence, last);
        }
        if (relative(np)) {
            return null;
        }
        if (lexicon.is(Words.NOBODY, lower)) {
            return null;
        }
        Holder person = persons.of(np);
        if (person != null) {
            return person;
        }
        if (passage.actor(last) != null) {
            return named(np, sentence);
        }
        if (tokens.capital(last) && !commonAtStart(np, sentence)) {
            return capitalised(np, sentence);
        }
        return common(np, phrase, sentence);
    }

    /** "those who defend the state": the last noun is the object of a relative clause. */
    private boolean relative(Stretch np) {
        String before = tokens.lower(np.from() - 1);
        if (!before.equals("who") && !before.equals("which")) {
            return false;
        }
        for (int t = np.from() + 1; t < np.to(); t++) {
            if (lexicon.is(Words.DETERMINER, tokens.lower(t)) && !link(t - 1)) {
                return true;
            }
        }
        return false;
    }

    /** "My delegation", "our Government": the author. */
    private boolean own(Stretch phrase, Stretch np) {
        boolean owned = false;
        for (int t = phrase.from(); t < np.to(); t++) {
            owned |= tokens.lower(t).equals("my") || tokens.lower(t).equals("our");
        }
        return owned && OWN.contains(tokens.lower(np.to() - 1));
    }

    private boolean commonAtStart(Stretch np, int sentence) {
        int last = np.to() - 1;
        return last == passage.sentences().get(sentence).from()
                && (lexicon.is(Words.AGENT, tokens.lower(last)) || lexicon.is(Words.OFFICIAL, tokens.lower(last)));
    }

    private Stretch trimmed(Stretch phrase) {
        int from = phrase.from();
        int to = phrase.to();
        while (to > from && (!tokens.word(to - 1) || adverb(to - 1))) {
            to--;
        }
        if (lexicon.is(Words.PREPOSITION, tokens.lower(from))) {
            for (int t = to - 1; t > from; t--) {
                if (lexicon.is(Words.PREPOSITION, tokens.lower(t))
                        && !tokens.lower(t).equals("for")) {
                    from = t;
                    break;
                }
            }
            from++;
            // "On Monday he", "In Moscow the ministry": what follows the place or day is the subject.
            for (int t = to - 1; t > from; t--) {
                if (lexicon.is(Words.DETERMINER, tokens.lower(t))
                        && !tokens.lower(t - 1).equals("of")) {
                    from = t;
                    break;
                }
            }
        }
        while (from < to && (!tokens.word(from) || leading(from))) {
            from++;
        }
        return new Stretch(from, to);
    }

    private boolean leading(int t) {
        String lower = tokens.lower(t);
        boolean soleWord = lexicon.is(Words.NOBODY, lower) && !lexicon.is(Words.DETERMINER, lower);
        return !soleWord
                && !tokens.initial(t)
                && (lexicon.is(Words.DETERMINER, lower) || adverb(t) || lower.equals("and"))
                && tokens.word(t + 1);
    }

    private boolean adverb(int t) {
        return lexicon.is(Words.ADVERB, tokens.lower(t)) && passage.actor(t) == null;
    }

    private boolean pronoun(String lower) {
        return lexicon.is(Words.PERSON_PRONOUN, lower)
                || lexicon.is(Words.THING_PRONOUN, lower)
                || lexicon.is(Words.PLURAL_PRONOUN, lower);
    }

    private @Nullable Holder pronoun(String lower, int sentence, int token) {
        if (lexicon.is(Words.PERSON_PRONOUN, lower)) {
            Holder person = discourse.person(sentence, token);
            if (person == null && lower.startsWith("h")) {
                // "With his refusal Lukashenka has made his point": the name follows.
                Stretch rest = new Stretch(token, passage.sentences().get(sentence).to());
                person = persons.first(passage.voiceOf(token, rest));
            }
            return person != null ? person : Holder.UNKNOWN;
        }
        Holder thing = discourse.thing(sentence, token);
        if (lexicon.is(Words.PLURAL_PRONOUN, lower)) {
            String surface = thing == null ? null : thing.surface();
            return thing != null && surface != null && surface.endsWith("s") ? thing : Holder.UNKNOWN;
        }
        return thing;
    }

    private boolean link(int t) {
        return tokens.lower(t).equals("of") || lexicon.is(Words.PREPOSITION, tokens.lower(t));
    }

    /** A phrase that ends with a state or an organisation. */
    private @Nullable Holder named(Stretch np, int sentence) {
        int last = np.to() - 1;
        Name name = passage.actor(last);
        if (name == null) {
            return null;
        }
        int first = persons.first(last);
        int link = first - 1;
        while (link > np.from() && !link(link)) {
            link--;
        }
        boolean hangs = link > np.from() && link(link);
        if (!hangs) {
            boolean former = offices.former(np) && lexicon.is(Words.ROLE, tokens.lower(last));
            return former || offices.kind(np) != null
                    ? office(np, name, sentence)
                    : new Holder(Holder.Kind.GROUP, name.id(), persons.surface(name));
        }
        int head = link - 1;
        if (lexicon.is(Words.ROLE, tokens.lower(head)) || offices.kind(np) != null) {
            return office(np, name, sentence);
        }
        boolean speaksForIt = official(new Stretch(np.from(), link));
        Holder.Kind kind =
                speaksForIt || lexicon.is(Words.AGENT, tokens.lower(head)) ? Holder.Kind.GROUP : Holder.Kind.COMMON;
        return new Holder(kind, speaksForIt ? name.id() : null, surface(np));
    }

    private boolean official(Stretch words) {
        for (int t = words.from(); t < words.to(); t++) {
            if (lexicon.is(Words.OFFICIAL, tokens.lower(t))) {
                return true;
            }
        }
        return false;
    }

    /** A phrase that ends with a capitalised word which no configured actor bears. */
    private @Nullable Holder capitalised(Stretch np, int sentence) {
        int from = np.to();
        while (from > np.from() && tokens.capital(from - 1) && passage.actor(from - 1) == null) {
            from--;
        }
        Stretch run = new Stretch(from, np.to());
        int name = run.to();
        while (name > run.from() && !lexicon.is(Words.TITLE, tokens.lower(name - 1))) {
            name--;
        }
        if (name == run.from() && name > np.from() && run.to() - name > 2 && official(new Stretch(np.from(), name))) {
            // "Minister of Higher Education Valery Falkov": of the capitals the last two are the name.
            name = run.to() - 2;
        }
        String last = tokens.lower(run.to() - 1);
        if (lexicon.is(Words.DOCUMENT, last) || lexicon.is(Words.INANIMATE, last)) {
            return null;
        }
        Name state = stateOf(np);
        if (name == run.to()) {
            return office(np, state, sentence);
        }
        if (office(run) && roleOf(np)) {
            return office(np, null, sentence);
        }
        if (office(run)) {
            int begin = run.from();
            while (begin > np.from() && (tokens.capital(begin - 1) || tokens.possessive(begin - 1))) {
                begin--;
            }
            return new Holder(
                    Holder.Kind.GROUP, state == null ? null : state.id(), surface(new Stretch(begin, np.to())));
        }
        boolean person = name > np.from() || run.to() - name > 1;
        String speaksFor = state != null && official(new Stretch(np.from(), name)) ? state.id() : null;
        String surname = tokens.lower(run.to() - 1);
        if (speaksFor != null) {
            introduced.put(surname, speaksFor);
        }
        return new Holder(
                person ? Holder.Kind.PERSON : Holder.Kind.GROUP,
                speaksFor == null && state == null ? introduced.get(surname) : speaksFor,
                surface(new Stretch(name, run.to())));
    }

    /** "Head of the President's Office": an office within an office. */
    private boolean roleOf(Stretch np) {
        int head = np.from();
        while (tokens.lower(head).equals("deputy") || tokens.lower(head).equals("the")) {
            head++;
        }
        String next = tokens.lower(head + 1);
        return lexicon.is(Words.OFFICIAL, tokens.lower(head)) && (next.equals("of") || next.equals("to"));
    }

    private boolean office(Stretch run) {
        for (int t = run.from(); t < run.to(); t++) {
            if (lexicon.is(Words.OFFICE, tokens.lower(t))) {
                return true;
            }
        }
        return false;
    }

    /** A phrase that ends with a common noun. */
    private Holder common(Stretch np, Stretch phrase, int sentence) {
        int last = np.to() - 1;
        String lower = tokens.lower(last);
        Name owner = stateOf(np);
        boolean official = lexicon.is(Words.OFFICIAL, lower) && !ADJECTIVES.contains(lower);
        if ((lexicon.is(Words.ROLE, lower) || offices.kind(np) != null) && !indefinite(phrase, np)) {
            return office(np, owner, sentence);
        }
        Holder.Kind kind = official || lexicon.is(Words.AGENT, lower) || lexicon.is(Words.OFFICE, lower)
                ? Holder.Kind.GROUP
                : Holder.Kind.COMMON;
        return new Holder(kind, official && owner != null ? owner.id() : null, surface(np));
    }

    private boolean indefinite(Stretch phrase, Stretch np) {
        for (int t = phrase.from(); t < np.from(); t++) {
            if (tokens.lower(t).equals("a") || tokens.lower(t).equals("an")) {
                return true;
            }
        }
        return false;
    }

    /** The nearest actor before the last word of a phrase. */
    private @Nullable Name stateOf(Stretch np) {
        for (int t = np.to() - 1; t >= np.from(); t--) {
            Name name = passage.actor(t);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    /** "The President", "the Ukrainian foreign minister": who was just spoken of, who holds the office, or the state. */
    private Holder office(Stretch np, @Nullable Name state, int sentence) {
        if (state != null && offices.former(np)) {
            return new Holder(Holder.Kind.PERSON, null, surface(np));
        }
        Office.Kind kind = offices.kind(np);
        String incumbent =
                kind == null ? null : state == null ? offices.onlyHolder(kind) : offices.holder(kind, state.id());
        Holder person = discourse.person(sentence, np.from());
        boolean plain = np.to() - np.from() <= 3 || state != null || (person != null && offices.unknown(person));
        boolean meant = incumbent == null
                ? plain && person != null && (state == null || speaksFor(person, state.id()))
                : person != null && incumbent.equals(person.id());
        boolean junior = kind == null && offices.junior(np) && person != null && !offices.unknown(person);
        if (person != null && meant && !junior && offices.mayHold(person, kind)) {
            return person;
        }
        if (incumbent != null) {
            return new Holder(Holder.Kind.PERSON, incumbent, surface(np));
        }
        return state == null
                ? new Holder(Holder.Kind.PERSON, null, surface(np))
                : new Holder(Holder.Kind.GROUP, state.id(), surface(np));
    }

    private boolean speaksFor(Holder person, String state) {
        return person.id() != null && (person.id().equals(state) || state.equals(passage.state(person.id())));
    }

    /** The phrase as it stands; of a long one its first words where a title leads, else its last. */
    private String surface(Stretch np) {
        Stretch shown = np;
        if (np.to() - np.from() > LONGEST_SURFACE) {
            boolean leads = lexicon.is(Words.OFFICIAL, tokens.lower(np.from()))
                    || lexicon.is(Words.TITLE, tokens.lower(np.from()));
            int from = leads ? np.from() : np.to() - LONGEST_SURFACE;
            int to = leads ? np.from() + LONGEST_SURFACE : np.to();
            while (from < to - 1 && (link(from) || lexicon.is(Words.DETERMINER, tokens.lower(from)))) {
                from++;
            }
            while (to > from + 1 && (link(to - 1) || lexicon.is(Words.DETERMINER, tokens.lower(to - 1)))) {
                to--;
            }
            shown = new Stretch(from, to);
        }
        return tokens.text(shown).replaceAll("\\s+", " ");
    }
}
