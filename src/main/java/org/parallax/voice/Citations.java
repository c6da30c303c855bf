package org.parallax.voice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Span;

/**
 * Finds cited sources: in brackets, "(Interfax, June 11; www.gazeta.kz, 11 June)", and in the sentence, "Kommersant reported
 * on June 10", "according to the daily Aikyn". A name in brackets counts when a day stands beside it or it is known.
 */
final class Citations {
    private static final int LONGEST_BRACKET = 200;

    private static final String KNOWN = Resource.lines("sources.txt").stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?:", ")"));
    private static final String SITE = "(?:https?://)?(?:[\\p{L}\\p{N}-]{1,63}\\.){1,5}[a-z]{2,6}(?:/[^\\s,;)]*+)?";
    private static final String NAMED = "\\p{Lu}[\\p{L}\\p{N}'’.-]*(?:\\s+(?:\\p{Lu}[\\p{L}\\p{N}'’.-]*|i|and|of|de|la|\\d+)){0,4}";
    private static final String MEDIUM =
            "(?:newspaper|daily|weekly|magazine|news agency|agency|news site|website|web site|portal|channel|broadcaster|radio station)";

    private static final Pattern BRACKET = Pattern.compile("\\(([^()\\n]{2," + LONGEST_BRACKET + "})\\)");
    private static final Pattern LEAD = Pattern.compile(
            "^\\s*(?:see(?: also)?|source|sources|cited (?:by|in)|quoted (?:by|in)|as (?:reported|quoted|cited) (?:by|in)|reported by|from|via|по данным|см\\.)[:,]?\\s+(?:the\\s+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATED = Pattern.compile(
            "^(?<names>.{2,120}?)(?:,|\\s+of|\\s+on|\\s+from)?\\s+(?:\\p{Lu}\\p{Ll}+day,?\\s+)?(?<day>" + CitedDay.PATTERN + ")\\s*$");
    private static final Pattern NAME_START = Pattern.compile("(?:,|\\s+and|\\s+и)\\s+(?:the\\s+)?");
    private static final Pattern SOURCE_NAME = Pattern.compile("[\"“«'‘]?(?:" + SITE + "|" + NAMED + ")[\"”»'’]?");
    private static final Pattern KNOWN_NAME = Pattern.compile("[\"“«]?(?:The\\s+)?(?:" + KNOWN + "|" + SITE + ")[\"”»]?");

    private static final String DAY_AFTER = "(?:\\s+(?:on|of|in its issue of)\\s+(?:\\p{Lu}\\p{Ll}+day,?\\s+)?(?<day>" + CitedDay.PATTERN + "))?";
    private static final String SOURCE = "(?<source>(?<![\\p{L}\\p{N}.-])(?:" + KNOWN + "|" + SITE + ")(?![\\p{L}\\p{N}]))";
    private static final String SAYS =
            "(?:reported|reports|wrote|writes|quoted|quotes|cited|cites|published|revealed|reveals|carried|said|says|noted|notes"
                    + "|сообщил[аои]?|сообщает|сообщают|пишет|написал[аои]?|передает|передаёт)";
    private static final Pattern REPORTS = Pattern.compile(
            SOURCE + "(?:\\s+" + MEDIUM + ")?(?:\\s+(?:has|had|also|later|earlier)){0,2}\\s+" + SAYS + "(?!\\p{L})" + DAY_AFTER);
    private static final Pattern UNKNOWN_REPORTS = Pattern.compile("(?:(?<=^)|(?<=[.!?,]\\s)|(?<=\\bthe\\s)|(?<=\\bas\\s))(?<source>" + NAMED
            + ")(?:\\s+" + MEDIUM + ")?\\s+(?:reported|wrote|writes|reports)\\s+on\\s+(?<day>" + CitedDay.PATTERN + ")");
    private static final Pattern ACCORDING = Pattern.compile(
            "(?:[Aa]ccording to|told|quoted by|cited by|reported by|interview with|interview to|сообщению|данным)\\s+(?:the\\s+)?(?:" + MEDIUM
                    + "\\s+)?[\"“«]?" + SOURCE + DAY_AFTER);
    private static final Pattern THE_DAILY =
            Pattern.compile("\\b(?:the|The)\\s+(?:[\\p{Ll}-]+\\s+)?" + MEDIUM + "\\s+[\"“«]?(?<source>" + SITE + "|" + NAMED + ")[\"”»]?(?:\\s+" + SAYS + "(?!\\p{L}))?" + DAY_AFTER);

    /** What stands with a day in brackets and is no source. */
    private static final Set<String> NO_SOURCE = Set.of(
            "moscow", "astana", "minsk", "kyiv", "kiev", "brussels", "washington", "beijing", "tbilisi", "yerevan",
            "baku", "bishkek", "tashkent", "dushanbe", "ashgabat", "almaty", "vienna", "geneva", "paris", "berlin",
            "london", "warsaw", "vilnius", "riga", "tallinn", "bucharest", "madrid", "lisbon", "st petersburg",
            "saint petersburg", "sochi", "istanbul", "ankara", "tehran", "new york", "prague", "helsinki", "stockholm",
            "he", "she", "it", "they", "we", "i", "who", "which", "this", "that", "born", "since", "until", "from", "before", "after", "on", "in", "by", "москва", "астана", "минск", "киев");

    private static final Pattern EVENT = Pattern.compile(
            "(?i).*\\b(summit|meeting|conference|session|treaty|agreement|declaration|resolution|day|anniversary|election|elections|war|since|until|updated|signed|adopted)\\b.*");

    private final String text;
    private final @Nullable LocalDate publishedOn;
    private final Predicate<Span> speaker;
    private final List<Citation> found = new ArrayList<>();

    private Citations(String text, @Nullable LocalDate publishedOn, Predicate<Span> speaker) {
        this.text = text;
        this.publishedOn = publishedOn;
        this.speaker = speaker;
    }

    /**
     * The citations of a text by their places.
     *
     * @param speaker whether a person or state is named at a span: "Putin wrote on June 10" cites nobody's paper
     */
    static List<Citation> in(String text, @Nullable LocalDate publishedOn, Predicate<Span> speaker) {
        Citations citations = new Citations(text, publishedOn, speaker);
        citations.brackets();
        for (Pattern pattern : List.of(REPORTS, ACCORDING, THE_DAILY, UNKNOWN_REPORTS)) {
            citations.sentences(pattern);
        }
        citations.found.sort(Comparator.comparingInt((Citation c) -> c.span().begin())
                .thenComparingInt(c -> c.source().begin()));
        return citations.found;
    }

    private void brackets() {
        Matcher bracket = BRACKET.matcher(text);
        while (bracket.find()) {
            Span whole = new Span(bracket.start(), bracket.end());
            int begin = bracket.start(1);
            while (begin < bracket.end(1)) {
                int semicolon = text.indexOf(';', begin);
                int end = semicolon < 0 || semicolon > bracket.end(1) ? bracket.end(1) : semicolon;
                part(new Span(begin, end), whole);
                begin = end + 1;
            }
        }
    }

    /** One source or several with their day. */
    private void part(Span part, Span whole) {
        Matcher lead = LEAD.matcher(part.of(text));
        int begin = lead.find() ? part.begin() + lead.end() : part.begin();
        while (begin < part.end() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        Matcher dated = DATED.matcher(text.substring(begin, part.end()));
        boolean hasDay = dated.matches();
        LocalDate day = hasDay ? CitedDay.of(dated.group("day"), publishedOn) : null;
        Span names = new Span(begin, hasDay ? begin + dated.end("names") : part.end());
        List<Span> sources = names(names);
        boolean sure = sources.stream().allMatch(s -> hasDay ? source(s.of(text)) : KNOWN_NAME.matcher(s.of(text)).matches());
        if (sure) {
            sources.forEach(s -> found.add(new Citation(whole, s, day)));
        }
    }

    private List<Span> names(Span names) {
        List<Span> all = new ArrayList<>();
        int begin = names.begin();
        Matcher next = NAME_START.matcher(text).region(names.begin(), names.end());
        while (next.find()) {
            all.add(stripped(begin, next.start()));
            begin = next.end();
        }
        all.add(stripped(begin, names.end()));
        return all.stream().map(this::bare).toList();
    }

    private Span stripped(int begin, int end) {
        int from = begin;
        int to = end;
        while (to > from && (Character.isWhitespace(text.charAt(to - 1)) || text.charAt(to - 1) == ',')) {
            to--;
        }
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return new Span(from, to);
    }

    private static boolean source(String name) {
        return SOURCE_NAME.matcher(name).matches()
                && !NO_SOURCE.contains(name.toLowerCase(java.util.Locale.ROOT))
                && !EVENT.matcher(name).matches();
    }

    /** Without article and marks. */
    private Span bare(Span name) {
        int begin = name.begin();
        int end = name.end();
        if (text.startsWith("The ", begin) || text.startsWith("the ", begin)) {
            begin += 4;
        }
        while (begin < end && "\"“«'‘".indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        while (end > begin && "\"”»'’".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return new Span(begin, end);
    }

    private void sentences(Pattern pattern) {
        Matcher match = pattern.matcher(text);
        while (match.find()) {
            Span source = bare(new Span(match.start("source"), match.end("source")));
            boolean known = KNOWN_NAME.matcher(source.of(text)).matches();
            boolean taken = found.stream().anyMatch(c -> c.source().overlaps(source));
            if (taken || (!known && (speaker.test(source) || !source(source.of(text))))) {
                continue;
            }
            String day = match.group("day");
            Span span = new Span(match.start(), match.end());
            found.add(new Citation(span, source, day == null ? null : CitedDay.of(day, publishedOn)));
        }
    }
}
