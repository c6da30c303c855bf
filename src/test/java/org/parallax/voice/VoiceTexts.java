package org.parallax.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Actor;
import org.parallax.mention.Name;
import org.parallax.mention.NamedText;
import org.parallax.mention.Span;

/** Named texts for tests: names are found by plain search, sentences by their stops. */
final class VoiceTexts {
    private static final Pattern STOP = Pattern.compile("[.!?…][\"”»’)]*\\s+(?=[\\p{Lu}\"“«‘])|\\n+");
    private static final Pattern NO_STOP = Pattern.compile("(\\b(Mr|Mrs|Gen|Dr)|\\b\\p{Lu}|U\\.S)\\.\\s+$");

    private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();
    private static final Map<String, Actor> ACTORS = new LinkedHashMap<>();

    static {
        state("russia", "Russian Federation|Russian|Russia|Moscow|Kremlin|Россия|России|Россию|Москва|Москву");
        state("ukraine", "Ukrainian|Ukraine|Kyiv|Украина|Украину|Киев");
        state("kazakhstan", "Kazakhstan|Kazakh|Astana|Казахстан");
        state("belarus", "Belarusian|Belarus|Minsk");
        state("uzbekistan", "Uzbekistan|Uzbek|Tashkent");
        state("georgia", "Georgian|Georgia");
        state("poland", "Poland|Polish|Warsaw");
        state("finland", "Finland|Finnish");
        state("turkey", "Turkey|Turkish");
        state("tajikistan", "Tajikistan|Tajik|Dushanbe");
        state("armenia", "Armenia|Armenian|Yerevan");
        state("germany", "Germany|German|Berlin");
        state("france", "France|French");
        state("usa", "United States|Washington|U.S.");
        actor("nato", Actor.Kind.ORGANISATION, null, "NATO|НАТО");
        actor("csto", Actor.Kind.ORGANISATION, null, "CSTO|CORF|ОДКБ");
        actor("eu", Actor.Kind.ORGANISATION, null, "European Union|EU");
        actor("lavrov", Actor.Kind.PERSON, "russia", "Sergei Lavrov|Lavrov|Лавров|Лаврова");
        actor("putin", Actor.Kind.PERSON, "russia", "Vladimir Putin|Putin|Путин|Путина");
        actor("zelensky", Actor.Kind.PERSON, "ukraine", "Volodymyr Zelenskyy|Zelenskyy");
        actor("nazarbayev", Actor.Kind.PERSON, "kazakhstan", "Nursultan Nazarbayev|Nazarbayev");
        actor("tokayev", Actor.Kind.PERSON, "kazakhstan", "Tokayev");
        actor("lukashenka", Actor.Kind.PERSON, "belarus", "Alexander Lukashenka|Lukashenka|Лукашенко");
        actor("stoltenberg", Actor.Kind.PERSON, "nato", "Jens Stoltenberg|Stoltenberg");
        actor("biden", Actor.Kind.PERSON, "usa", "Joe Biden|Biden");
        actor("macron", Actor.Kind.PERSON, "france", "Emmanuel Macron|Macron");
        actor("medvedev", Actor.Kind.PERSON, "russia", "Dmitry Medvedev|Medvedev");
        actor("karimov", Actor.Kind.PERSON, "uzbekistan", "Islam Karimov|Karimov");
        actor("pashinyan", Actor.Kind.PERSON, "armenia", "Nikol Pashinyan|Pashinyan");
        actor("saakashvili", Actor.Kind.PERSON, "georgia", "Mikheil Saakashvili|Saakashvili");
        actor("rasmussen", Actor.Kind.PERSON, null, "Anders Fogh Rasmussen|Rasmussen");
        actor("merkel", Actor.Kind.PERSON, "germany", "Angela Merkel|Merkel");
    }

    private VoiceTexts() {}

    private static void state(String id, String names) {
        actor(id, Actor.Kind.STATE, null, names);
    }

    private static void actor(String id, Actor.Kind kind, @Nullable String state, String names) {
        ACTORS.put(id, new Actor(id, id, kind, state, List.of()));
        NAMES.put(id, List.of(names.split("\\|", -1)));
    }

    static List<Actor> actors() {
        return List.copyOf(ACTORS.values());
    }

    /** The text with every known name, as an actor and as a target. */
    static NamedText named(String text) {
        List<Name> names = new ArrayList<>();
        Map<String, String> byName = new LinkedHashMap<>();
        NAMES.forEach((id, list) -> list.forEach(n -> byName.put(n, id)));
        String any = byName.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow();
        Matcher matcher = Pattern.compile("(?<![\\p{L}\\p{N}])(" + any + ")(?![\\p{L}\\p{N}])")
                .matcher(text);
        while (matcher.find()) {
            Span span = new Span(matcher.start(), matcher.end());
            String id = byName.getOrDefault(matcher.group(1), "");
            names.add(new Name(span, Name.Kind.TARGET, id));
            names.add(new Name(span, Name.Kind.ACTOR, id));
        }
        return new NamedText(text, sentences(text), names);
    }

    /** The first mention of a target from an offset on. */
    static Name target(NamedText text, int from) {
        return text.names().stream()
                .filter(n -> n.kind() == Name.Kind.TARGET && n.span().begin() >= from)
                .findFirst()
                .orElseThrow();
    }

    static List<Span> sentences(String text) {
        List<Span> sentences = new ArrayList<>();
        int begin = 0;
        Matcher stop = STOP.matcher(text);
        while (stop.find()) {
            if (!NO_STOP.matcher(text.substring(begin, stop.end())).find()) {
                add(sentences, text, begin, stop.end());
                begin = stop.end();
            }
        }
        add(sentences, text, begin, text.length());
        return sentences;
    }

    private static void add(List<Span> sentences, String text, int begin, int end) {
        int from = begin;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            sentences.add(new Span(from, to));
        }
    }
}
