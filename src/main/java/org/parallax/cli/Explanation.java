package org.parallax.cli;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticleToneTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.Manifest;
import org.parallax.table.MentionsTable;
import org.parallax.table.Table;
import org.parallax.table.TableStore;

/** One article as the tables have it, from its words to its stance. */
final class Explanation {
    private static final String INDENT = "    ";

    private final Manifest manifest;
    private final Row article;
    private final List<Mention> title;
    private final List<Mention> body;
    private final List<Row> stances;
    private final List<Row> tone;
    private final Style style;
    private final int width;

    Explanation(TableStore store, Row article, Style style, int width) {
        this.manifest = store.manifest();
        this.article = article;
        this.style = style;
        this.width = width;
        List<Row> mentions = rows(store, MentionsTable.TABLE)
                .orderBy(MentionsTable.SENTENCE_INDEX, MentionsTable.BEGIN, MentionsTable.TARGET)
                .collectAsList();
        this.title = in(mentions, MentionsTable.FIELD_TITLE);
        this.body = in(mentions, MentionsTable.FIELD_BODY);
        this.stances = rows(store, ArticleStanceTable.TABLE)
                .orderBy(ArticleStanceTable.TARGET, ArticleStanceTable.VOICE)
                .collectAsList();
        this.tone = rows(store, ArticleToneTable.TABLE).collectAsList();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String heading = Objects.requireNonNullElse(text(ArticlesTable.TITLE), "(no title)");
        lines.addAll(Paragraph.wrap(style.bold(MarkedText.of(heading, title, style)), width, ""));
        lines.add(style.faint(
                Stream.of(text(ArticlesTable.OUTLET), text(ArticlesTable.COUNTRY), text(ArticlesTable.LANGUAGE), date())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "))));
        Stream.of(text(ArticlesTable.URL), "article " + text(ArticlesTable.ARTICLE_ID), story())
                .filter(Objects::nonNull)
                .forEach(line -> lines.add(style.faint(line)));
        lines.add("");
        String whole = Objects.requireNonNullElse(text(ArticlesTable.BODY), "");
        lines.addAll(Paragraph.wrap(MarkedText.of(whole, body, style), width, ""));
        mentions(lines, heading, whole);
        stances(lines);
        tone(lines);
        return lines;
    }

    private void mentions(List<String> lines, String heading, String whole) {
        lines.add("");
        lines.add(style.bold("Mentions") + " (sentence by sentence; P of unfavourable, neutral, favourable)");
        if (title.isEmpty() && body.isEmpty()) {
            lines.add("  none: the article names no target");
        }
        Stream.concat(title.stream(), body.stream()).forEach(mention -> {
            boolean inTitle = mention.field().equals(MentionsTable.FIELD_TITLE);
            lines.add("  " + style.bold(mention.targetName()) + ", " + mention.voiceOf()
                    + (inTitle ? ", in the title: " : ": ") + verdict(mention) + ofHolder(mention) + cut(mention));
            String sentence =
                    MarkedText.stretch(inTitle ? heading : whole, mention.sentenceBegin(), mention.sentenceEnd());
            lines.addAll(Paragraph.wrap(sentence, width, INDENT));
        });
    }

    private String verdict(Mention mention) {
        Double score = mention.score();
        if (score == null) {
            return style.faint("not scored, the model does not read the language");
        }
        return style.side(mention.stance(), mention.stance() + " " + Numbers.signed(score))
                + String.format(
                        Locale.ROOT,
                        "  (%.2f, %.2f, %.2f)",
                        mention.unfavourable(),
                        mention.neutral(),
                        mention.favourable());
    }

    private String ofHolder(Mention mention) {
        Double score = mention.holderScore();
        String stance = mention.holderStance();
        return score == null || stance == null
                ? ""
                : "; " + mention.holder() + "'s own stance: "
                        + style.side(stance, stance + " " + Numbers.signed(score));
    }

    private static String cut(Mention mention) {
        return mention.cut() == 0
                ? ""
                : String.format(Locale.ROOT, "; %,d characters of the sentence not read", mention.cut());
    }

    private void stances(List<String> lines) {
        lines.add("");
        lines.add(style.bold("Stance of the article"));
        if (stances.isEmpty()) {
            lines.add("  none: no mention was scored");
        }
        for (Row row : stances) {
            String target = row.getAs(ArticleStanceTable.TARGET);
            String voice = row.getAs(ArticleStanceTable.VOICE);
            String stance = row.getAs(ArticleStanceTable.STANCE);
            lines.add("  " + style.bold(Summary.displayName(manifest, "targets", target)) + ", " + voice + ": "
                    + style.side(stance, stance));
            lines.addAll(Paragraph.wrap(arithmetic(row, target, voice), width, INDENT));
        }
    }

    private String arithmetic(Row row, String target, String voice) {
        List<String> scores = Stream.concat(title.stream(), body.stream())
                .filter(m -> m.target().equals(target) && m.voice().equals(voice))
                .map(Mention::score)
                .filter(Objects::nonNull)
                .map(Numbers::signed)
                .toList();
        double score = row.<Double>getAs(ArticleStanceTable.SCORE);
        String mean = scores.size() == 1
                ? "its one score " + scores.get(0)
                : "mean of " + scores.size() + " scores (" + String.join(" ", scores) + ") = " + Numbers.signed(score);
        return mean
                + interval(
                        row.<Double>getAs(ArticleStanceTable.SCORE_LOW),
                        row.<Double>getAs(ArticleStanceTable.SCORE_HIGH))
                + "; " + band(score, row.getAs(ArticleStanceTable.STANCE));
    }

    private void tone(List<String> lines) {
        for (Row row : tone) {
            String name = row.getAs(ArticleToneTable.TONE);
            double score = row.<Double>getAs(ArticleToneTable.SCORE);
            lines.add("");
            lines.add(style.bold("Tone") + ", apart from any target: "
                    + style.side(name, name + " " + Numbers.signed(score))
                    + interval(
                            row.<Double>getAs(ArticleToneTable.SCORE_LOW),
                            row.<Double>getAs(ArticleToneTable.SCORE_HIGH))
                    + ", from " + row.<Integer>getAs(ArticleToneTable.SENTENCES_READ) + " of "
                    + row.<Integer>getAs(ArticleToneTable.SENTENCES) + " sentences");
        }
    }

    /** The band of the run that wrote the tables, from its manifest. */
    private String band(double score, String stance) {
        if (manifest.configuration().get("articles") instanceof java.util.Map<?, ?> articles
                && articles.get("neutral-band") instanceof Number band) {
            boolean inside = Math.abs(score) <= band.doubleValue();
            return (inside ? "within" : "outside") + " the neutral band of ±" + band + ", so " + stance;
        }
        return "so " + stance;
    }

    private static String interval(double low, double high) {
        return ", 95 % interval " + Numbers.signed(low) + " to " + Numbers.signed(high);
    }

    private Dataset<Row> rows(TableStore store, Table table) {
        return store.read(table)
                .filter(col(ArticlesTable.ARTICLE_ID).equalTo(article.<String>getAs(ArticlesTable.ARTICLE_ID)));
    }

    private List<Mention> in(List<Row> mentions, String field) {
        return mentions.stream()
                .filter(row -> field.equals(row.<String>getAs(MentionsTable.FIELD)))
                .map(row -> Mention.of(row, manifest))
                .toList();
    }

    private @Nullable String text(String column) {
        return article.getAs(column);
    }

    private String date() {
        Object at = article.getAs(ArticlesTable.PUBLISHED_AT);
        return at == null ? "undated" : at.toString().substring(0, 16) + " UTC";
    }

    private String story() {
        Boolean original = article.getAs(ArticlesTable.ORIGINAL);
        return Boolean.TRUE.equals(original)
                ? "original of its story"
                : "a later version of the story that began with " + text(ArticlesTable.STORY_ID);
    }
}
