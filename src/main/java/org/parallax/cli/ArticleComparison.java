package org.parallax.cli;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.parallax.statistics.Interval;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.EventsTable;
import org.parallax.table.Manifest;
import org.parallax.table.TableStore;

/** Articles side by side: for each target and voice the scores, what can be said of their difference, and the sentences. */
final class ArticleComparison {
    private static final List<String> VOICES = List.of("author", "reported");
    private static final int CELL = 23;
    private static final int GAP = 3;
    private static final int ID_SHOWN = 12;
    private static final String MARGIN = "   ";
    private static final String INDENT = "    ";

    /** The stance of one article. */
    private record Stance(double score, Interval interval, int mentions, String stance, List<Row> evidence) {
        static Stance of(Row row) {
            return new Stance(
                    row.<Double>getAs(ArticleStanceTable.SCORE),
                    new Interval(
                            row.<Double>getAs(ArticleStanceTable.SCORE_LOW),
                            row.<Double>getAs(ArticleStanceTable.SCORE_HIGH)),
                    row.<Integer>getAs(ArticleStanceTable.MENTIONS),
                    row.getAs(ArticleStanceTable.STANCE),
                    row.getList(row.fieldIndex(ArticleStanceTable.EVIDENCE)));
        }
    }

    private final Manifest manifest;
    private final List<Row> articles;
    private final Map<String, Stance> stances = new HashMap<>();
    private final Set<String> targets = new TreeSet<>();
    private final Map<String, String> events = new HashMap<>();
    private final Style style;
    private final int width;

    ArticleComparison(TableStore store, List<Row> articles, Style style, int width) {
        this.manifest = store.manifest();
        this.articles = articles;
        this.style = style;
        this.width = width;
        Object[] ids = articles.stream().map(ArticleComparison::id).toArray();
        for (Row row : store.read(ArticleStanceTable.TABLE)
                .filter(col(ArticleStanceTable.ARTICLE_ID).isin(ids))
                .collectAsList()) {
            String target = row.getAs(ArticleStanceTable.TARGET);
            targets.add(target);
            String voice = row.getAs(ArticleStanceTable.VOICE);
            stances.put(key(row.getAs(ArticleStanceTable.ARTICLE_ID), target, voice), Stance.of(row));
        }
        if (store.contains(EventsTable.TABLE)) {
            store.read(EventsTable.TABLE)
                    .filter(col(EventsTable.ARTICLE_ID).isin(ids))
                    .collectAsList()
                    .forEach(row -> events.put(row.getAs(EventsTable.ARTICLE_ID), row.getAs(EventsTable.EVENT_ID)));
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            lines.addAll(heading(i));
        }
        lines.add("");
        lines.add(style.faint(sameEvent()));
        lines.add("");
        if (targets.isEmpty()) {
            lines.add("None of them has a scored mention of a target.");
            return lines;
        }
        lines.addAll(table());
        lines.add("");
        targets.forEach(target -> VOICES.forEach(voice -> lines.addAll(verdict(target, voice))));
        lines.add("");
        lines.add(style.bold("Strongest sentences"));
        targets.forEach(target -> lines.addAll(sentences(target)));
        return lines;
    }

    private List<String> heading(int i) {
        Row article = articles.get(i);
        String title = article.getAs(ArticlesTable.TITLE);
        Object at = article.getAs(ArticlesTable.PUBLISHED_AT);
        List<String> lines =
                new ArrayList<>(Paragraph.wrap(Objects.requireNonNullElse(title, "(no title)"), width, MARGIN));
        lines.set(0, style.bold(letter(i)) + lines.get(0).substring(letter(i).length()));
        lines.add(MARGIN
                + style.faint(Stream.of(
                                article.<String>getAs(ArticlesTable.OUTLET),
                                at == null ? "undated" : at.toString().substring(0, 10),
                                id(article)
                                        .substring(
                                                0,
                                                Math.min(ID_SHOWN, id(article).length())))
                        .collect(Collectors.joining(" · "))));
        return lines;
    }

    private String sameEvent() {
        if (events.isEmpty()) {
            return "Whether they report the same event is not known: the tables have no events.";
        }
        long stories = articles.stream()
                .map(article -> article.<String>getAs(ArticlesTable.STORY_ID))
                .distinct()
                .count();
        long apart = articles.stream()
                .map(article -> events.get(id(article)))
                .distinct()
                .count();
        if (stories == 1) {
            return "They are versions of one story.";
        }
        if (apart == 1) {
            return "They report the same event.";
        }
        return apart == articles.size()
                ? "They report different events: a difference may be one of what they report."
                : "Only some of them report the same event: a difference may be one of what they report.";
    }

    /** Rows of target and voice, columns of articles; with many articles the columns run out of the terminal, not the words. */
    private List<String> table() {
        int label = GAP
                + Stream.concat(targets.stream().map(this::name), Stream.of(""))
                        .mapToInt(name -> Style.width(name) + " reported".length())
                        .max()
                        .orElse(0);
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(" ".repeat(label));
        for (int i = 0; i < articles.size(); i++) {
            head.append(padded(style.bold(letter(i))));
        }
        lines.add(head.toString().stripTrailing());
        for (String target : targets) {
            for (String voice : VOICES) {
                List<Stance> row = row(target, voice);
                if (row.stream().anyMatch(Objects::nonNull)) {
                    String words = style.bold(name(target)) + " " + voice;
                    lines.add((words
                                    + " ".repeat(label - Style.width(words))
                                    + row.stream().map(s -> padded(cell(s))).collect(Collectors.joining()))
                            .stripTrailing());
                }
            }
        }
        lines.add(style.faint("Score, 95 % interval of the model's own doubt, sentences."));
        return lines;
    }

    private String cell(@Nullable Stance stance) {
        if (stance == null) {
            return style.faint("-");
        }
        return style.side(stance.stance, Numbers.signed(stance.score))
                + style.faint(" (" + Numbers.signed(stance.interval.low()) + " "
                        + Numbers.signed(stance.interval.high()) + ")")
                + String.format(Locale.ROOT, "%4d", stance.mentions);
    }

    /** The most and the least favourable article: if these do not differ, none do. */
    private List<String> verdict(String target, String voice) {
        List<Stance> row = row(target, voice);
        List<Integer> there = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (row.get(i) != null) {
                there.add(i);
            }
        }
        if (there.isEmpty()) {
            return List.of();
        }
        String about = style.bold(name(target)) + ", " + voice + ": ";
        if (there.size() == 1) {
            return List.of(about + "only " + letter(there.get(0)) + " has a scored sentence.");
        }
        Comparator<Integer> byScore = Comparator.comparingDouble(i -> Objects.requireNonNull(row.get(i)).score);
        int top = there.stream().max(byScore).orElseThrow();
        int bottom = there.stream().min(byScore).orElseThrow();
        Stance most = Objects.requireNonNull(row.get(top));
        Stance least = Objects.requireNonNull(row.get(bottom));
        String words = most.interval.overlaps(least.interval)
                ? "no difference that the data can show: the intervals overlap."
                : letter(top) + " is more favourable than " + letter(bottom) + " by "
                        + String.format(Locale.ROOT, "%.2f", most.score - least.score)
                        + "; their intervals lie apart.";
        return Paragraph.wrap(about + words, width, "");
    }

    private List<String> sentences(String target) {
        List<String> lines = new ArrayList<>();
        for (String voice : VOICES) {
            List<Stance> row = row(target, voice);
            for (int i = 0; i < row.size(); i++) {
                Stance stance = row.get(i);
                if (stance == null) {
                    continue;
                }
                lines.add("  " + style.bold(letter(i)) + "  " + name(target) + ", " + voice);
                for (Row sentence : stance.evidence) {
                    double score = sentence.<Double>getAs(ArticleStanceTable.SCORE);
                    String text = sentence.<String>getAs(ArticleStanceTable.EVIDENCE_SENTENCE)
                            .replaceAll("\\s+", " ");
                    lines.addAll(Paragraph.wrap(
                            style.side(stance.stance, Numbers.signed(score)) + " " + text, width, INDENT));
                }
            }
        }
        return lines;
    }

    private List<Stance> row(String target, String voice) {
        List<Stance> row = new ArrayList<>();
        articles.forEach(article -> row.add(stances.get(key(id(article), target, voice))));
        return row;
    }

    private String name(String target) {
        return Summary.displayName(manifest, "targets", target);
    }

    private static String padded(String cell) {
        return cell + " ".repeat(Math.max(0, CELL + GAP - Style.width(cell)));
    }

    private static String letter(int i) {
        return i < 26 ? String.valueOf((char) ('A' + i)) : "#" + (i + 1);
    }

    private static String id(Row article) {
        return article.getAs(ArticlesTable.ARTICLE_ID);
    }

    private static String key(String article, String target, String voice) {
        return article + "|" + target + "|" + voice;
    }
}
