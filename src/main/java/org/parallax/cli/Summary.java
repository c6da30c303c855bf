package org.parallax.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.Manifest;
import org.parallax.table.MentionsTable;
import org.parallax.table.TableStore;

/** What a command tells of its tables when it ends. */
final class Summary {
    private final TableStore store;
    private final String folder;
    private final Manifest manifest;
    private final Style style;

    private Summary(TableStore store, String folder, Manifest manifest, Style style) {
        this.store = store;
        this.folder = folder;
        this.manifest = manifest;
        this.style = style;
    }

    static Summary of(SparkSession spark, String folder, Manifest manifest, Style style) {
        return new Summary(new TableStore(spark, folder), folder, manifest, style);
    }

    /** What came in and what was set aside. */
    List<String> intake() {
        long articles = rows(ArticlesTable.TABLE.name());
        long rejected =
                manifest.rejects().values().stream().mapToLong(Long::longValue).sum();
        Row read = store.read(ArticlesTable.TABLE)
                .agg(
                        countDistinct(ArticlesTable.STORY_ID),
                        count_if(col(ArticlesTable.PUBLISHED_AT).isNull()))
                .first();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(line(
                "rows in",
                articles + rejected,
                "from " + counted(manifest.inputs().size(), "file")));
        lines.add(line("articles", articles, "in " + number(read.getLong(0)) + " stories"));
        if (read.getLong(1) > 0) {
            lines.add(line("undated", read.getLong(1), "in no table by period, and in no trend or break"));
        }
        lines.add(line(
                "rejected",
                rejected,
                manifest.rejects().entrySet().stream()
                        .map(e -> number(e.getValue()) + " " + e.getKey())
                        .collect(Collectors.joining(", "))));
        manifest.unreadable().forEach(file -> lines.add("left out, unreadable: " + file.file() + ": " + file.reason()));
        return lines;
    }

    /** What was measured, and where it lies. */
    List<String> results() {
        List<Row> scored = store.read(ArticleStanceTable.TABLE)
                .agg(
                        sum(ArticleStanceTable.MENTIONS),
                        countDistinct(ArticleStanceTable.ARTICLE_ID),
                        sum(ArticleStanceTable.UNCERTAIN))
                .collectAsList();
        long mentions = rows(MentionsTable.TABLE.name());
        long withScore = scored.get(0).isNullAt(0) ? 0 : scored.get(0).getLong(0);
        long uncertain = scored.get(0).isNullAt(2) ? 0 : scored.get(0).getLong(2);
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "mentions",
                mentions,
                number(withScore) + " scored, in "
                        + counted(scored.get(0).getLong(1), "article")
                        + (uncertain == 0 ? "" : "; " + number(uncertain) + " uncertain")));
        lines.addAll(cut());
        lines.add("");
        lines.add("Tables, and " + Manifest.FILE + ", in " + folder + "  ("
                + Duration.between(manifest.started(), manifest.finished()).toSeconds()
                + " s)");
        return lines;
    }

    /** How much of the sentences was too long for the model; no line where it read them whole. */
    private List<String> cut() {
        Row cut = store.read(MentionsTable.TABLE)
                .filter(col(MentionsTable.CHARACTERS_CUT).gt(0))
                .agg(count(lit(1)), sum(MentionsTable.CHARACTERS_CUT))
                .first();
        return cut.getLong(0) == 0
                ? List.of()
                : List.of(line(
                        "cut",
                        cut.getLong(0),
                        "mentions in long sentences: " + number(cut.getLong(1)) + " characters not read"));
    }

    /** What to type next. */
    List<String> nextSteps() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Try, in DuckDB:");
        lines.add("  SELECT outlet, target, round(avg(score), 2) AS stance, count(*) AS articles");
        lines.add("  FROM '" + folder + "/article_stance/*.parquet'");
        lines.add("  WHERE voice = 'author' GROUP BY ALL ORDER BY target, stance;");
        List<Row> richest = store.read(ArticleStanceTable.TABLE)
                .groupBy(ArticleStanceTable.ARTICLE_ID)
                .agg(
                        countDistinct(ArticleStanceTable.TARGET, ArticleStanceTable.VOICE)
                                .as(ArticleStanceTable.VOICE),
                        sum(ArticleStanceTable.MENTIONS).as(ArticleStanceTable.MENTIONS))
                .orderBy(
                        col(ArticleStanceTable.VOICE).desc(),
                        col(ArticleStanceTable.MENTIONS).desc(),
                        col(ArticleStanceTable.ARTICLE_ID))
                .takeAsList(1);
        if (!richest.isEmpty()) {
            String id = richest.get(0).getString(0);
            lines.add("");
            lines.add("Or read an article with everything that was found in it:");
            lines.add("  jobs/parallax explain --tables " + folder + " --article "
                    + id.substring(0, Math.min(12, id.length())));
        }
        return lines;
    }

    private long rows(String table) {
        return manifest.tables().stream()
                .collect(Collectors.toMap(Manifest.Rows::table, Manifest.Rows::rows))
                .getOrDefault(table, 0L);
    }

    private String line(String what, long count, String detail) {
        return String.format(Locale.ROOT, "%-9s %7s", what, number(count))
                + (detail.isEmpty() ? "" : "  " + style.faint(detail));
    }

    private static String counted(long count, String what) {
        return number(count) + " " + what + (count == 1 ? "" : "s");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Display names of targets or actors by id, as the run was configured. */
    static String displayName(Manifest manifest, String kind, String id) {
        if (manifest.configuration().get(kind) instanceof Map<?, ?> entries
                && entries.get(id) instanceof Map<?, ?> entry
                && entry.get("name") instanceof String name) {
            return name;
        }
        return id;
    }
}
