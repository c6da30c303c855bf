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
import org.jspecify.annotations.Nullable;
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
    private static final String TARGET = "nato";
    private static final double MIN_CONFIDENCE = 0.34;
    private static final StructType MENTION = new StructType()
            .add(MentionsTable.ARTICLE_ID, DataTypes.StringType)
            .add(MentionRows.LANGUAGE, DataTypes.StringType)
            .add(MentionRows.SENTENCE, DataTypes.StringType)
            .add(MentionRows.MARK_BEGIN, DataTypes.IntegerType)
            .add(MentionRows.MARK_END, DataTypes.IntegerType)
            .add(MentionsTable.VOICE, DataTypes.StringType)
            .add(MentionsTable.HOLDER_SURFACE, DataTypes.StringType)
            .add(MentionsTable.TARGET, DataTypes.StringType);

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
        Dataset<Row> first = Scoring.open(StanceStage.questions(asked, List.of()), none, model);
        Dataset<Row> known = spark.createDataFrame(
                Scoring.answer(first, model).limit(1).collectAsList(), ScoresTable.TABLE.schema());

        assertThat(first.count()).isEqualTo(2);
        assertThat(Scoring.open(StanceStage.questions(asked, List.of()), known, model)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void asksWhatTheHolderExpressesOnlyWhereSomebodyIsReportedByName(SparkSession spark) {
        List<Row> asked = StanceStage.ask(
                        spark.createDataFrame(
                                List.of(
                                        reported("1", "NATO is weak, Mr Orban said.", "NATO", "Mr Orban"),
                                        reported("2", "NATO is weak.", "NATO", "Mr Orban"),
                                        reported("3", "NATO is weak, it is said.", "NATO", null),
                                        mention("4", "en", "NATO is weak.", "NATO")),
                                MENTION),
                        ENGLISH)
                .orderBy(MentionsTable.ARTICLE_ID)
                .collectAsList();

        assertThat(asked)
                .extracting(row -> row.<String>getAs(Questions.HOLDER_QUESTION))
                .containsExactly(
                        "§ nato § is weak , ¶ mr orban ¶ said .", "¶ mr orban ¶ : § nato § is weak .", null, null);
        assertThat(asked.get(1).<String>getAs(Questions.QUESTION_ID))
                .isEqualTo(asked.get(3).<String>getAs(Questions.QUESTION_ID))
                .isEqualTo(Question.target("NATO is weak.", new Span(0, 4)).id());
    }

    @Test
    void answersBothQuestionsAndScoresEachTextOnce(SparkSession spark) {
        StanceModel model = StanceModel.load(spark, Path.of("conf/model"));
        long before = model.answered();
        Map<String, Row> answered = new TreeMap<>();
        for (Row row : answer(
                        spark,
                        model,
                        List.of(
                                reported("1", "NATO is weak, Mr Orban said.", "NATO", "Mr Orban"),
                                reported("2", "NATO is weak, Mr Orban said.", "NATO", "Mr Orban"),
                                mention("3", "en", "NATO is weak, Mr Orban said.", "NATO")))
                .collectAsList()) {
            answered.put(row.getAs(MentionsTable.ARTICLE_ID), row);
        }

        assertThat(model.answered() - before).isEqualTo(2);
        Row first = answered.get("1");
        assertThat(first.<Double>getAs(MentionsTable.HOLDER_SCORE))
                .isEqualTo(first.<Double>getAs(MentionsTable.HOLDER_P_FAVOURABLE)
                        - first.<Double>getAs(MentionsTable.HOLDER_P_UNFAVOURABLE))
                .isEqualTo(answered.get("2").<Double>getAs(MentionsTable.HOLDER_SCORE));
        assertThat(first.<Double>getAs(MentionsTable.P_NEUTRAL))
                .isEqualTo(answered.get("3").<Double>getAs(MentionsTable.P_NEUTRAL));
        assertThat(first.<String>getAs(MentionsTable.HOLDER_STANCE)).isNotNull();
        assertThat(answered.get("3").<Double>getAs(MentionsTable.HOLDER_SCORE)).isNull();
        assertThat(answered.get("3").<String>getAs(MentionsTable.HOLDER_STANCE)).isNull();
    }

    @Test
    void aClassThatIsNotProbableEnoughIsUncertainAndKeepsItsScore(SparkSession spark) {
        Dataset<Row> asked = StanceStage.ask(
                spark.createDataFrame(
                        List.of(
                                reported("1", "NATO is weak, Mr Orban said.", "NATO", "Mr Orban"),
                                mention("2", "en", "NATO met.", "NATO"),
                                mention("3", "en", "NATO won.", "NATO")),
                        MENTION),
                ENGLISH);
        List<Row> scores = new ArrayList<>();
        double[][] answers = {{0.45, 0.3, 0.25}, {0.2, 0.45, 0.35}, {0.2, 0.5, 0.3}, {0.1, 0.2, 0.7}};
        for (Row question : StanceStage.questions(asked, List.of())
                .orderBy(Questions.QUESTION)
                .collectAsList()) {
            double[] p = answers[scores.size()];
            scores.add(RowFactory.create(question.getString(0), p[0], p[1], p[2], "m"));
        }

        List<Row> rows = StanceStage.answer(asked, spark.createDataFrame(scores, ScoresTable.TABLE.schema()), 0.5)
                .orderBy(MentionsTable.ARTICLE_ID)
                .collectAsList();

        assertThat(rows)
                .extracting(row -> row.<String>getAs(MentionsTable.STANCE))
                .containsExactly("uncertain", "neutral", "favourable");
        assertThat(rows.get(0).<String>getAs(MentionsTable.HOLDER_STANCE)).isEqualTo("uncertain");
        assertThat(rows.get(0).<Double>getAs(MentionsTable.SCORE)).isCloseTo(-0.2, within(1e-12));
    }

    @Test
    void tellsHowMuchOfALongSentenceIsNotRead(SparkSession spark) {
        List<Row> asked = StanceStage.ask(
                        spark.createDataFrame(
                                List.of(
                                        mention("1", "en", "abcd ".repeat(100) + "NATO " + "abcd ".repeat(100), "NATO"),
                                        mention("2", "en", "NATO met.", "NATO"),
                                        mention("3", "ru", "НАТО.", "НАТО")),
                                MENTION),
                        ENGLISH)
                .orderBy(MentionsTable.ARTICLE_ID)
                .collectAsList();

        assertThat(asked)
                .extracting(row -> row.<Integer>getAs(MentionsTable.CHARACTERS_CUT))
                .containsExactly(379, 0, null);
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

    @Test
    void doesNotAskForTheToneOfASentenceWithoutAWord(SparkSession spark) {
        NamedText body = new NamedText("\uF0B7 NATO met.", List.of(new Span(0, 1), new Span(2, 11)), List.of());
        Dataset<Row> texts =
                spark.createDataFrame(List.of(TextRows.row("a", TextRows.BODY, "en", body)), TextRows.SCHEMA);

        List<Row> asked = ToneStage.ask(texts, ENGLISH, 4).collectAsList();

        assertThat(asked)
                .extracting(row -> row.<String>getAs(Questions.QUESTION))
                .containsExactly("nato met .");
        assertThat(asked.get(0).<Integer>getAs(ArticleToneTable.SENTENCES)).isEqualTo(2);
    }

    private static Dataset<Row> answer(SparkSession spark, StanceModel model, List<Row> mentions) {
        Dataset<Row> asked = StanceStage.ask(spark.createDataFrame(mentions, MENTION), ENGLISH);
        Dataset<Row> none = spark.createDataFrame(List.of(), ScoresTable.TABLE.schema());
        Dataset<Row> open = Scoring.open(StanceStage.questions(asked, List.of()), none, model);
        Dataset<Row> scores =
                spark.createDataFrame(Scoring.answer(open, model).collectAsList(), ScoresTable.TABLE.schema());
        return StanceStage.answer(asked, scores, MIN_CONFIDENCE);
    }

    private static Map<String, Double> scores(SparkSession spark, StanceModel model, List<Row> mentions) {
        Map<String, Double> scores = new TreeMap<>();
        for (Row row : answer(spark, model, mentions).collectAsList()) {
            scores.put(row.getAs(MentionRows.SENTENCE), row.getAs(MentionsTable.SCORE));
        }
        return scores;
    }

    @Test
    void onlyTheGivenTargetsAreReadAgainAndTheirHoldersToo(SparkSession spark) {
        Dataset<Row> asked = StanceStage.ask(
                spark.createDataFrame(
                        List.of(reported("1", "Minsk says that NATO is weak.", "NATO", "Minsk")), MENTION),
                ENGLISH);

        assertThat(StanceStage.questions(asked, List.of(TARGET)).collectAsList())
                .extracting(row -> row.<String>getAs(Questions.WITHOUT_NAME))
                .containsExactlyInAnyOrder("minsk says that § § is weak .", "¶ minsk ¶ says that § § is weak .");
        assertThat(StanceStage.questions(asked, List.of("russia")).collectAsList())
                .hasSize(2)
                .allMatch(row -> row.isNullAt(2));
    }

    private static Row mention(String id, String language, String sentence, String name) {
        int begin = sentence.indexOf(name);
        return RowFactory.create(id, language, sentence, begin, begin + name.length(), "author", null, TARGET);
    }

    private static Row reported(String id, String sentence, String name, @Nullable String holder) {
        int begin = sentence.indexOf(name);
        return RowFactory.create(id, "en", sentence, begin, begin + name.length(), "reported", holder, TARGET);
    }
}
