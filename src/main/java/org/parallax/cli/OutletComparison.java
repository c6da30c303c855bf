package org.parallax.cli;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.EventsTable;
import org.parallax.table.Manifest;
import org.parallax.table.OutletContrastsTable;
import org.parallax.table.TableStore;

/** Two outlets on one target: how they differ, over all they wrote and on the same events, by month, and in which words. */
final class OutletComparison {
    private static final List<String> VOICES = List.of("author", "reported");
    private static final int MOST_EVENTS = 3;
    private static final String MONTH = "month";
    private static final String MEAN_A = "mean_of_a";
    private static final String MEAN_B = "mean_of_b";
    private static final String COUNT_A = "articles_of_a";
    private static final String COUNT_B = "articles_of_b";
    private static final String START = "first_published";
    private static final String INDENT = "    ";

    private final TableStore store;
    private final Manifest manifest;
    private final String a;
    private final String b;
    private final String target;
    private final Style style;
    private final int width;

    OutletComparison(TableStore store, String a, String b, String target, Style style, int width) {
        this.store = store;
        this.manifest = store.manifest();
        this.a = a;
        this.b = b;
        this.target = target;
        this.style = style;
        this.width = width;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold(a + " and " + b) + " on " + style.bold(Summary.displayName(manifest, "targets", target)));
        for (String voice : VOICES) {
            lines.add("");
            lines.add(style.bold(
                    voice.equals("author") ? "In their own voice" : "In the voice of those whom they report"));
            lines.addAll(contrasts(voice));
        }
        lines.addAll(months());
        lines.addAll(events());
        return lines;
    }

    private List<String> contrasts(String voice) {
        Map<String, Row> byBasis = new TreeMap<>();
        store.read(OutletContrastsTable.TABLE)
                .filter(col(OutletContrastsTable.GROUPING)
                        .equalTo(OutletContrastsTable.OUTLET)
                        .and(col(OutletContrastsTable.GROUP_A).isin(a, b))
                        .and(col(OutletContrastsTable.GROUP_B).isin(a, b))
                        .and(col(OutletContrastsTable.TARGET).equalTo(target))
                        .and(col(OutletContrastsTable.VOICE).equalTo(voice)))
                .collectAsList()
                .forEach(row -> byBasis.put(row.getAs(OutletContrastsTable.BASIS), row));
        Row all = byBasis.get(OutletContrastsTable.ALL_ARTICLES);
        Row same = byBasis.get(OutletContrastsTable.SAME_STORIES);
        List<String> lines = new ArrayList<>();
        if (all == null) {
            lines.addAll(Paragraph.wrap(tooFew(voice), width, "  "));
            return lines;
        }
        lines.addAll(basis("All their articles", Contrast.of(all, a)));
        if (same == null) {
            lines.add("  On the same events: they have none in common.");
        } else {
            lines.addAll(basis("On the same events", Contrast.of(same, a)));
        }
        return lines;
    }

    private List<String> basis(String title, Contrast contrast) {
        List<String> lines = new ArrayList<>();
        String events = contrast.events() == null ? "" : ", " + counted(contrast.events(), "common event");
        lines.addAll(Paragraph.wrap(
                title + ": " + a + " " + Numbers.signed(contrast.meanA()) + " ("
                        + counted(contrast.articlesA(), "article") + "), " + b + " "
                        + Numbers.signed(contrast.meanB()) + " (" + counted(contrast.articlesB(), "article") + ")"
                        + events + ".",
                width,
                "  "));
        lines.addAll(Paragraph.wrap(contrast.words(a, b, fewest()), width, INDENT));
        return lines;
    }

    /** Why the tables hold no row of the two. */
    private String tooFew(String voice) {
        Map<String, Long> stories = new TreeMap<>(Map.of(a, 0L, b, 0L));
        ofBoth(voice)
                .groupBy(ArticleStanceTable.OUTLET)
                .agg(countDistinct(ArticleStanceTable.STORY_ID))
                .collectAsList()
                .forEach(row -> stories.put(row.getString(0), row.getLong(1)));
        return "Not compared: " + a + " has " + counted(stories.get(a), "dated story", "dated stories") + " and " + b
                + " has " + counted(stories.get(b), "dated story", "dated stories")
                + ". Each needs " + fewest()
                + " (contrasts.min-stories), and only outlets with the most stories are paired (contrasts.most-groups).";
    }

    private long fewest() {
        return manifest.configuration().get("contrasts") instanceof Map<?, ?> contrasts
                        && contrasts.get("min-stories") instanceof Number number
                ? number.longValue()
                : 0;
    }

    private List<String> months() {
        Column month = date_format(col(ArticleStanceTable.PUBLISHED_AT), "yyyy-MM");
        List<Row> rows = sideBySide(ofBoth("author").groupBy(month.as(MONTH)))
                .orderBy(MONTH)
                .collectAsList();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(style.bold("By month, in their own voice") + style.faint("  (mean, articles)"));
        if (rows.isEmpty()) {
            lines.add("  none: neither has a dated article with a score");
            return lines;
        }
        int column = Math.max(14, Math.max(Style.width(a), Style.width(b)) + 2);
        lines.add("           " + padded(a, column) + b);
        for (Row row : rows) {
            lines.add("  " + row.<String>getAs(MONTH) + "  " + padded(cell(row, MEAN_A, COUNT_A), column)
                    + cell(row, MEAN_B, COUNT_B));
        }
        return lines;
    }

    private List<String> events() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(style.bold("Common events with the largest difference, in their own voice"));
        Dataset<Row> articles = ofBoth("author")
                .join(
                        store.read(EventsTable.TABLE).select(EventsTable.ARTICLE_ID, EventsTable.EVENT_ID),
                        EventsTable.ARTICLE_ID);
        List<Row> common = sideBySide(articles.groupBy(EventsTable.EVENT_ID))
                .filter(col(COUNT_A).gt(0).and(col(COUNT_B).gt(0)))
                .orderBy(abs(col(MEAN_A).minus(col(MEAN_B))).desc(), col(EventsTable.EVENT_ID))
                .takeAsList(MOST_EVENTS);
        if (common.isEmpty()) {
            lines.add("  none: they report no event in common");
        }
        for (Row event : common) {
            String id = event.getAs(EventsTable.EVENT_ID);
            List<Row> members = articles.filter(col(EventsTable.EVENT_ID).equalTo(id))
                    .orderBy(ArticleStanceTable.PUBLISHED_AT, ArticleStanceTable.ARTICLE_ID)
                    .collectAsList();
            lines.add("  " + event.getAs(START) + "  " + title(id));
            lines.addAll(outlet(a, event, MEAN_A, COUNT_A, members));
            lines.addAll(outlet(b, event, MEAN_B, COUNT_B, members));
        }
        return lines;
    }

    private List<String> outlet(String outlet, Row event, String mean, String count, List<Row> members) {
        List<String> lines = new ArrayList<>();
        lines.add(INDENT + style.bold(outlet) + "  " + cell(event, mean, count));
        Row strongest = members.stream()
                .filter(row -> outlet.equals(row.<String>getAs(ArticleStanceTable.OUTLET)))
                .flatMap(row -> row.<Row>getList(row.fieldIndex(ArticleStanceTable.EVIDENCE)).stream())
                .max(Comparator.comparingDouble(s -> Math.abs(s.<Double>getAs(ArticleStanceTable.SCORE))))
                .orElse(null);
        if (strongest != null) {
            String sentence = strongest
                    .<String>getAs(ArticleStanceTable.EVIDENCE_SENTENCE)
                    .replaceAll("\\s+", " ");
            lines.addAll(Paragraph.wrap(
                    Numbers.signed(strongest.<Double>getAs(ArticleStanceTable.SCORE)) + " " + sentence,
                    width,
                    INDENT + "  "));
        }
        return lines;
    }

    private String title(String event) {
        return store
                .read(ArticlesTable.TABLE)
                .filter(col(ArticlesTable.ARTICLE_ID).equalTo(event))
                .select(ArticlesTable.TITLE)
                .collectAsList()
                .stream()
                .map(row -> Objects.requireNonNullElse(row.<@Nullable String>getAs(0), "(no title)"))
                .findFirst()
                .orElse("(no title)");
    }

    private Dataset<Row> ofBoth(String voice) {
        return store.read(ArticleStanceTable.TABLE)
                .filter(col(ArticleStanceTable.OUTLET)
                        .isin(a, b)
                        .and(col(ArticleStanceTable.TARGET).equalTo(target))
                        .and(col(ArticleStanceTable.VOICE).equalTo(voice))
                        .and(col(ArticleStanceTable.PUBLISHED_AT).isNotNull()));
    }

    private Dataset<Row> sideBySide(org.apache.spark.sql.RelationalGroupedDataset grouped) {
        Column ofA = when(col(ArticleStanceTable.OUTLET).equalTo(a), col(ArticleStanceTable.SCORE));
        Column ofB = when(col(ArticleStanceTable.OUTLET).equalTo(b), col(ArticleStanceTable.SCORE));
        return grouped.agg(
                avg(ofA).as(MEAN_A),
                count(ofA).as(COUNT_A),
                avg(ofB).as(MEAN_B),
                count(ofB).as(COUNT_B),
                date_format(min(ArticleStanceTable.PUBLISHED_AT), "yyyy-MM-dd").as(START));
    }

    private String cell(Row row, String mean, String count) {
        Double value = row.getAs(mean);
        if (value == null) {
            return style.faint("-");
        }
        return Numbers.signed(value) + style.faint(String.format(Locale.ROOT, "%4d", row.<Long>getAs(count)));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - Style.width(text)));
    }

    private static String counted(@Nullable Long count, String what) {
        return counted(count, what, what + "s");
    }

    private static String counted(@Nullable Long count, String one, String many) {
        return count + " " + (count != null && count == 1 ? one : many);
    }
}
