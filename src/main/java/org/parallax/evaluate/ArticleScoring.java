package org.parallax.evaluate;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.parallax.article.ArticleStanceStage;
import org.parallax.config.Alias;
import org.parallax.config.Settings;
import org.parallax.config.Target;
import org.parallax.mention.NameFinder;
import org.parallax.mention.TextRows;
import org.parallax.stance.Stance;
import org.parallax.stance.StanceStage;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.voice.Voice;
import org.parallax.voice.VoiceStage;

/** Labelled articles: each is read for its own target, and the author's stance is held against the label. */
final class ArticleScoring {
    private static final Pattern NAME_PARTS = Pattern.compile("\\s+");

    private ArticleScoring() {}

    /** One verdict for each item, in their order. */
    static List<Verdict> score(
            SparkSession spark, List<Labelled.Article> items, Respondent respondent, Settings settings) {
        List<Row> texts = new ArrayList<>();
        List<Row> articles = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Labelled.Article item = items.get(i);
            String id = Integer.toString(i);
            NameFinder names = new NameFinder(List.of(target(item)), settings.actors());
            if (!item.title().isBlank()) {
                texts.add(TextRows.row(id, TextRows.TITLE, item.language(), names.read(item.title(), item.language())));
            }
            texts.add(TextRows.row(id, TextRows.BODY, item.language(), names.read(item.body(), item.language())));
            articles.add(article(id, item));
        }
        Dataset<Row> asked = StanceStage.ask(
                VoiceStage.apply(spark.createDataFrame(texts, TextRows.SCHEMA), settings.actors()),
                settings.stance().languages());
        Dataset<Row> mentions = StanceStage.answer(
                asked,
                respondent.answer(StanceStage.questions(asked, List.of())),
                settings.stance().minConfidence());
        Dataset<Row> stances = ArticleStanceStage.sum(
                mentions, spark.createDataFrame(articles, ArticlesTable.TABLE.schema()), settings.articles());

        List<Row> answers = stances.select(
                        col(ArticleStanceTable.ARTICLE_ID),
                        col(ArticleStanceTable.VOICE),
                        col(ArticleStanceTable.STANCE))
                .collectAsList();
        Map<String, String> authors = new HashMap<>();
        Map<String, String> reported = new HashMap<>();
        for (Row row : answers) {
            boolean author = Voice.AUTHOR.code().equals(row.getAs(ArticleStanceTable.VOICE));
            (author ? authors : reported)
                    .put(row.getAs(ArticleStanceTable.ARTICLE_ID), row.getAs(ArticleStanceTable.STANCE));
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String id = Integer.toString(i);
            String stance = authors.getOrDefault(id, reported.get(id));
            Stance given = stance == null ? Stance.NEUTRAL : Stance.ofCode(stance);
            verdicts.add(new Verdict(
                    items.get(i).text(), items.get(i).target(), items.get(i).label(), given, stance != null, null));
        }
        return verdicts;
    }

    /** The labelled name and, of a person's full name, the last part, by which news refers to them again. */
    private static Target target(Labelled.Article item) {
        List<Alias> aliases = new ArrayList<>();
        aliases.add(new Alias(item.target(), item.language(), List.of()));
        List<String> parts = NAME_PARTS.splitAsStream(item.target().strip()).toList();
        String last = parts.get(parts.size() - 1);
        if (parts.size() > 1 && last.length() > 2 && Character.isUpperCase(last.codePointAt(0))) {
            aliases.add(new Alias(last, item.language(), List.of()));
        }
        return new Target("target", item.target(), aliases, List.of());
    }

    private static Row article(String id, Labelled.Article item) {
        Object[] values = new Object[ArticlesTable.TABLE.columns().size()];
        for (int c = 0; c < values.length; c++) {
            values[c] = switch (ArticlesTable.TABLE.columns().get(c).name()) {
                case ArticlesTable.ARTICLE_ID, ArticlesTable.STORY_ID -> id;
                case ArticlesTable.TITLE -> item.title();
                case ArticlesTable.BODY -> item.body();
                case ArticlesTable.OUTLET -> "labelled";
                case ArticlesTable.LANGUAGE -> item.language();
                default -> null;
            };
        }
        return RowFactory.create(values);
    }
}
