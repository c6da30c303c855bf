package org.parallax.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.mention.NamedText;
import org.parallax.mention.Span;
import org.parallax.mention.TextRows;
import org.parallax.table.ArticleToneTable;
import org.parallax.table.MentionsTable;
import org.parallax.table.ScoresTable;
import org.parallax.voice.MentionRows;

@ExtendWith(SparkExtension.class)
class StanceStageTest {
    private static final List<String> ENGLISH = List.of("en");
    private static final StructType MENTION = new StructType()
            .add(MentionsTable.ARTICLE_ID, DataTypes.StringType)
            .add(MentionRows.LANGUAGE, DataTypes.StringType)
            .add(MentionRows.SENTENCE, DataTypes.StringType)
            .add(MentionRows.MARK_BEGIN, DataTypes.IntegerType)
            .add(MentionRows.MARK_END, DataTypes.IntegerType);

    @Test
    void scoresManySentencesAsItScoresEachAlone(SparkSession spark) {
        StanceModel model = StanceModel.load(spark, Path.of("conf/model"));
        List<Row> many = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String sentence = "In year " + i + " the ministers " + "again and ".repeat(i) + "again praised NATO.";
            many.add(mention("long", "en", sentence, "NATO"));
        }
        many.add(mention("short", "en", "NATO!", "NATO"));

        Map<String, Double> together = scores(spark, model, many);
        Map<String, Double> alone = new TreeMap<>();
        many.forEach(row -> alone.putAll(scores(spark, model, List.of(row))));

        assertThat(together).hasSize(25);
        together.forEach((question, score) -> assertThat(score).isCloseTo(alone.get(question), within(1e-9)));
    }

    @Test
    void readsPraiseAsFavourableAndBlameAsUnfavourable(SparkSession spark) {
        StanceModel model = StanceModel.load(spark, Path.of("conf/model"));
        Dataset<Row> answered = answer(
                spark,
                model,
                List.of(
                        mention("1", "en", "We are deeply grateful to NATO for its reliable support.", "NATO"),
                        mention("2", "en", "NATO held a meeting on Tuesday.", "NATO"),
                        mention("3", "en", "NATO is a reckless aggressor that lies to the world.", "NATO")));

        assertThat(answered.orderBy(MentionsTable.ARTICLE_ID).collectAsList())
                .extracting(row -> row.getAs(MentionsTable.STANCE))
                .containsExactly("favourable", "neutral", "unfavourable");
    }

    @Test
    void leavesAnotherLanguageUnscored(SparkSession spark) {
        StanceModel model = StanceModel.load(spark, Path.of("conf/model"));
        Row row = answer(spark, model, List.of(mention("ru", "ru", "НАТО расширяется.", "НАТО")))
                .first();

        assertThat(row.<Double>getAs(MentionsTable.SCORE)).isNull();
        assertThat(row.<String>getAs(MentionsTable.STANCE)).isNull();
    }

    @Test
    void asksNothingThatAnEarlierRunHasAnswered(SparkSession spark) {
        StanceModel model = StanceModel.load(spark, Path.of("conf/model"));
        Dataset<Row> asked = StanceStage.ask(
                spark.createDataFrame(
                        List.of(
                                mention("1", "en", "Nobody likes NATO.", "NATO"),
                                mention("2", "en", "Nobody likes NATO.", "NATO"),
                                mention("3", "en", "Nobody minds NATO.", "NATO")),
                        MENTION),
                ENGLISH);
        Dataset<Row> none = spark.createDataFrame(List.of(), ScoresTable.TABLE.schema());
        Dataset<Row> first = Scoring.open(asked, none, model);
        Dataset<Row> known = spark.createDataFrame(
                Scoring.answer(first, model).limit(1).collectAsList(), ScoresTable.TABLE.schema());

        assertThat(first.count()).isEqualTo(2);
        assertThat(Scoring.open(asked, known, model).count()).isEqualTo(1);
    }

    @Test
    void readsTheToneOfAnEvenSampleOfALongBody(SparkSession spark) {
        StringBuilder text = new StringBuilder();
        List<Span> sentences = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int begin = text.length();
            text.append("Sentence ").append(i).append('.');
            sentences.add(new Span(begin, text.length()));
            text.append(' ');
        }
        NamedText body = new NamedText(text.toString(), sentences, List.of());
        NamedText title = new NamedText("Title", List.of(new Span(0, 5)), List.of());
        Dataset<Row> texts = spark.createDataFrame(
                List.of(TextRows.row("a", TextRows.BODY, "en", body), TextRows.row("a", TextRows.TITLE, "en", title)),
                TextRows.SCHEMA);

        List<Row> asked = ToneStage.ask(texts, ENGLISH, 4)
                .orderBy(MentionsTable.SENTENCE_INDEX)
                .collectAsList();

        assertThat(asked)
                .extracting(row -> row.<Integer>getAs(MentionsTable.SENTENCE_INDEX))
                .containsExactly(2, 4, 7, 9);
        assertThat(asked.get(0).<String>getAs(Questions.QUESTION)).isEqualTo("sentence 2 .");
        assertThat(asked).allSatisfy(row -> assertThat(row.<Integer>getAs(ArticleToneTable.SENTENCES))
                .isEqualTo(10));
        assertThat(ToneStage.ask(texts, ENGLISH, 12).count()).isEqualTo(10);
    }

    private static Dataset<Row> answer(SparkSession spark, StanceModel model, List<Row> mentions) {
        Dataset<Row> asked = StanceStage.ask(spark.createDataFrame(mentions, MENTION), ENGLISH);
        Dataset<Row> none = spark.createDataFrame(List.of(), ScoresTable.TABLE.schema());
        return StanceStage.answer(asked, Scoring.answer(Scoring.open(asked, none, model), model));
    }

    private static Map<String, Double> scores(SparkSession spark, StanceModel model, List<Row> mentions) {
        Map<String, Double> scores = new TreeMap<>();
        for (Row row : answer(spark, model, mentions).collectAsList()) {
            scores.put(row.getAs(MentionRows.SENTENCE), row.getAs(MentionsTable.SCORE));
        }
        return scores;
    }

    private static Row mention(String id, String language, String sentence, String name) {
        int begin = sentence.indexOf(name);
        return RowFactory.create(id, language, sentence, begin, begin + name.length());
    }
}
