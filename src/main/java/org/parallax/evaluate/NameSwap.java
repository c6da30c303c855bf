package org.parallax.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Actor;
import org.parallax.config.Settings;
import org.parallax.mention.Span;

/**
 * The same sentence about another state or alliance, as a reader would expect it to be judged: alike. Only mentions that are
 * a name by themselves are replaced ("Russia", "the CSTO's"), no adjectives, capitals or offices.
 */
final class NameSwap {
    private static final String THE = "the ";
    private static final Pattern POSSESSIVE = Pattern.compile("(['’])s?$");
    /** After these "the" cannot stand: "its CSTO allies". */
    private static final Pattern DETERMINED = Pattern.compile(
            "(?:\\b(?:an?|this|that|these|those|its|their|our|his|her|my|your|no|any|every|each|some)|['’]s?)\\s+$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SENTENCE_BEGINS = Pattern.compile("(?:^|[.!?]\\s)[\\s\"'“‘«(]*$");

    private record Group(Set<String> forms, List<String> names) {}

    private final List<Group> groups;

    private NameSwap(List<Group> groups) {
        this.groups = groups;
    }

    /** Names of the configured states, and those of the resource {@code swap.json}. */
    static NameSwap of(Settings settings) {
        JsonNode json = read();
        Group states = group(json.path("states"));
        settings.actors().stream()
                .filter(actor -> actor.kind() == Actor.Kind.STATE)
                .forEach(actor -> states.forms.add(actor.name()));
        return new NameSwap(List.of(states, group(json.path("alliances"))));
    }

    /** The item with each other name of its group that its text does not hold; empty where its mention is no such name. */
    List<Labelled.Mention> others(Labelled.Mention item) {
        String surface = item.mention().of(item.text());
        Matcher possessive = POSSESSIVE.matcher(surface);
        String suffix = possessive.find() ? possessive.group() : "";
        String base = surface.substring(0, surface.length() - suffix.length());
        String bare = without(base);
        List<Labelled.Mention> others = new ArrayList<>();
        for (Group group : groups) {
            if (!group.forms.contains(bare)) {
                continue;
            }
            for (String name : group.names) {
                if (!item.text().contains(without(name))) {
                    Labelled.Mention other = renamed(item, name, suffix);
                    if (other != null) {
                        others.add(other);
                    }
                }
            }
        }
        return others;
    }

    /** Null where the holder stands in the way. */
    private static Labelled.@Nullable Mention renamed(Labelled.Mention item, String name, String suffix) {
        String text = item.text();
        Span span = item.mention();
        int begin = span.begin();
        if (begin >= THE.length() && text.substring(begin - THE.length(), begin).equalsIgnoreCase(THE)) {
            begin -= THE.length();
        }
        Span replaced = new Span(begin, span.end());
        Span holder = item.holder();
        if (holder != null && holder.overlaps(replaced)) {
            return null;
        }
        String before = text.substring(0, begin);
        boolean capital = text.startsWith("The ", begin)
                || SENTENCE_BEGINS.matcher(before).find();
        String article = name.startsWith(THE) && !DETERMINED.matcher(before).find() ? THE : "";
        String bare = without(name);
        if (capital) {
            article = article.isEmpty() ? "" : "The ";
        }
        String mention = bare + possessive(bare, suffix);
        int at = begin + article.length();
        String renamed = before + article + mention + text.substring(span.end());
        int longer = article.length() + mention.length() - (span.end() - begin);
        Span moved = holder == null || holder.end() <= begin
                ? holder
                : new Span(holder.begin() + longer, holder.end() + longer);
        return new Labelled.Mention(
                item.id(),
                renamed,
                item.language(),
                new Span(at, at + mention.length()),
                moved,
                item.holderName(),
                item.target(),
                item.label());
    }

    private static String possessive(String name, String suffix) {
        if (suffix.isEmpty()) {
            return "";
        }
        return suffix.charAt(0) + (name.endsWith("s") ? "" : "s");
    }

    private static String without(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(THE) ? name.substring(THE.length()) : name;
    }

    private static Group group(JsonNode json) {
        return new Group(new TreeSet<>(texts(json.path("forms"))), texts(json.path("names")));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode read() {
        try (InputStream in = NameSwap.class.getResourceAsStream("swap.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
