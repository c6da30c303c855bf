package org.parallax.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parallax.SparkExtension;
import org.parallax.config.ConfigException;
import org.parallax.mention.Span;
import org.parallax.table.ScoresTable;

@ExtendWith(SparkExtension.class)
class SecondReadingTest {
    private static final SecondReading READING = new SecondReading(0.5, 0.75);
    private static final StructType QUESTION = new StructType()
            .add(Questions.QUESTION_ID, DataTypes.StringType)
            .add(Questions.WITHOUT_NAME, DataTypes.StringType);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "§ nato § is weak .                | § § is weak .",
                "the § eu § is weak .              | § § is weak .",
                "they like the § csto § .          | they like § § .",
                "bathe § nato § in light .         | bathe § § in light .",
                "¶ kremlin ¶ : the § united states § lies . | ¶ kremlin ¶ : § § lies .",
                "the ¶ kremlin ¶ fears § nato §    | the ¶ kremlin ¶ fears § §"
            })
    void leavesOutTheNameAndItsArticle(String words, String without) {
        assertThat(SecondReading.without(words)).isEqualTo(without);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a fine day .", "", "one § alone", "§ nato § and § eu § ."})
    void asksOnlyOnceWhereNoTargetOrMoreThanOneIsMarked(String words) {
        assertThat(SecondReading.without(words)).isNull();
    }

    @Test
    void readsTheSameWithWhateverName() {
        assertThat(List.of("Russia", "the United States", "NATO", "Verania"))
                .extracting(name -> {
                    String sentence = "They say that " + name + " has lied to us.";
                    int begin = sentence.indexOf(name.replace("the ", ""));
                    return SecondReading.without(Question.target(
                                    sentence,
                                    new Span(
                                            begin,
                                            begin + name.replace("the ", "").length()))
                            .words());
                })
                .containsOnly("they say that § § has lied to us .");
    }

    @Test
    void asksAgainWhereTheBestTwoAreCloseAndNowhereElse(SparkSession spark) {
        Dataset<Row> questions = questions(spark, "close", "§ § x", "sure", "§ § y", "tone", null);
        Dataset<Row> first = scores(
                spark, score("close", 0.4, 0.5, 0.1), score("sure", 0.2, 0.1, 0.7), score("tone", 0.4, 0.5, 0.1));

        List<Row> again = READING.questions(questions, first).collectAsList();

        assertThat(again).extracting(row -> row.getString(1)).containsExactly("§ § x");
        assertThat(again).extracting(row -> row.getString(0)).containsExactly(new Question("§ § x").id());
    }

    @Test
    void weighsBothAnswers(SparkSession spark) {
        Dataset<Row> questions = questions(spark, "close", "§ § x", "sure", "§ § y", "tone", null);
        Dataset<Row> both = scores(
                spark,
                score("close", 0.4, 0.5, 0.1),
                score(new Question("§ § x").id(), 0.8, 0.1, 0.1),
                score("sure", 0.2, 0.1, 0.7),
                score(new Question("§ § y").id(), 1, 0, 0),
                score("tone", 0.4, 0.5, 0.1));

        Map<String, Row> answers = READING.answers(questions, both).collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getAs(ScoresTable.QUESTION_ID), Function.identity()));

        assertThat(answers.get("close").<Double>getAs(ScoresTable.P_UNFAVOURABLE))
                .isCloseTo(0.7, within(1e-12));
        assertThat(answers.get("close").<Double>getAs(ScoresTable.P_NEUTRAL)).isCloseTo(0.2, within(1e-12));
        assertThat(answers.get("close").<Double>getAs(ScoresTable.P_FAVOURABLE)).isCloseTo(0.1, within(1e-12));
        assertThat(answers.get("sure").<Double>getAs(ScoresTable.P_FAVOURABLE)).isEqualTo(0.7);
        assertThat(answers.get("tone").<Double>getAs(ScoresTable.P_NEUTRAL)).isEqualTo(0.5);
    }

    @Test
    void leavesEveryAnswerAsItIsWithoutAnEntryInTheCard(SparkSession spark) throws JsonProcessingException {
        SecondReading none = SecondReading.read(json("{}"), Path.of("model.json"));
        Dataset<Row> questions = questions(spark, "close", "§ § x");
        Dataset<Row> scores = scores(spark, score("close", 0.34, 0.33, 0.33));

        assertThat(none.questions(questions, scores).count()).isZero();
        assertThat(none.answers(questions, scores).collectAsList()).isEqualTo(scores.collectAsList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'closer_than': 1.5, 'weight': 0.5}",
                "{'closer_than': 0.5, 'weight': -0.1}",
                "{'closer_than': 0.5}",
                "'often'"
            })
    void refusesACardThatMakesNoSense(String entry) {
        assertThatThrownBy(() -> SecondReading.read(json("{'second_reading': " + entry + "}"), Path.of("model.json")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("second_reading")
                .hasMessageContaining("model.json");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    private static Dataset<Row> questions(SparkSession spark, @Nullable String... idsAndWords) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < idsAndWords.length; i += 2) {
            rows.add(RowFactory.create(idsAndWords[i], idsAndWords[i + 1]));
        }
        return spark.createDataFrame(rows, QUESTION);
    }

    private static Dataset<Row> scores(SparkSession spark, Row... rows) {
        return spark.createDataFrame(List.of(rows), ScoresTable.TABLE.schema());
    }

    private static Row score(String id, double unfavourable, double neutral, double favourable) {
        return RowFactory.create(id, unfavourable, neutral, favourable, "model");
    }
}
