package org.parallax.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that the rules of this room look for, English and Russian together: their letters do not clash. */
final class Lexicon {

    /** What a word is asked for; each is a section of {@code words.txt}. */
    enum Words {
        STANCE_NOUN,
        CLAIM_NOUN,
        VIEW_NOUN,
        STANCE_ADJECTIVE,
        CERTAIN_ADJECTIVE,
        STANCE_LINK,
        COPULA,
        STRONG,
        SUBORDINATE,
        AUXILIARY,
        MODAL,
        PASSIVE,
        ADVERB,
        WEEKDAY,
        PERIOD,
        GOVERNOR,
        PREPOSITION,
        DETERMINER,
        CONJUNCTION,
        SELF,
        NOBODY,
        PERSON_PRONOUN,
        THING_PRONOUN,
        PLURAL_PRONOUN,
        ROLE,
        OFFICIAL,
        AGENT,
        TITLE,
        OFFICE,
        MOUTHPIECE,
        LABEL,
        DOCUMENT,
        QUESTIONER,
        FINITE,
        INANIMATE,
        SURVEY,
        SAY_IDIOM,
        STANCE_IDIOM,
        ABBREVIATION
    }

    private static final List<Verb.Form> FORMS =
            List.of(Verb.Form.BASE, Verb.Form.THIRD, Verb.Form.PAST, Verb.Form.ING);

    private static final Lexicon SHIPPED = new Lexicon();

    private final Map<String, Verb> verbs = new HashMap<>();
    private final Map<Words, Set<String>> words = new EnumMap<>(Words.class);

    private Lexicon() {
        sections("words.txt")
                .forEach((section, lines) -> words.put(
                        Words.valueOf(section.toUpperCase(Locale.ROOT).replace('-', '_')),
                        new HashSet<>(lines.stream()
                                .flatMap(l -> Arrays.stream(l.split(" ", -1)))
                                .toList())));
        sections("verbs.txt").forEach((section, lines) -> lines.forEach(l -> verb(section, l)));
    }

    /** The lexicon that comes with the job. */
    static Lexicon shipped() {
        return SHIPPED;
    }

    boolean is(Words kind, String lower) {
        return words.getOrDefault(kind, Set.of()).contains(lower);
    }

    Set<String> all(Words kind) {
        return words.getOrDefault(kind, Set.of());
    }

    @Nullable
    Verb verb(String lower) {
        return verbs.get(lower);
    }

    private void verb(String section, String line) {
        String[] forms = line.split(" ", -1);
        Verb.Kind kind = section.startsWith("attitude")
                ? Verb.Kind.ATTITUDE
                : section.equals("tell") ? Verb.Kind.TELL : Verb.Kind.SAY;
        boolean russian = section.endsWith("-russian");
        if (!russian && forms.length != 4) {
            throw new IllegalStateException("verbs.txt, section " + section + ": '" + line
                    + "' has not the four forms base, third person, past, -ing; add the missing one");
        }
        boolean needsThat = forms[0].endsWith("!");
        for (int i = 0; i < forms.length; i++) {
            String form = forms[i].replace("!", "").replace("*", "");
            Verb.Form place = russian ? Verb.Form.FINITE : FORMS.get(i);
            verbs.putIfAbsent(form, new Verb(kind, place, forms[i].contains("*"), needsThat));
        }
    }

    private static Map<String, List<String>> sections(String resource) {
        Map<String, List<String>> sections = new HashMap<>();
        String section = "";
        for (String line : Resource.lines(resource)) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                sections.computeIfAbsent(section, k -> new ArrayList<>()).add(line.strip());
            }
        }
        return sections;
    }
}
