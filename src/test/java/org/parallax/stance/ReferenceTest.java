package org.parallax.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
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
import org.parallax.mention.Span;
import org.parallax.table.ScoresTable;

/** The job's path against the reference tokeniser and bare ONNX Runtime, on texts of ours ({@code training/stance/reference.py}). */
@ExtendWith(SparkExtension.class)
class ReferenceTest {
    /** The fixture was made on a processor that multiplies bytes exactly; where others round, some digits of it differ. */
    private static final double OF_FIXTURE = ExactProducts.given() ? 0.01 : 0.03;

    private static final Path MODEL = Path.of("conf/model");

    record Case(
            String text,
            Span target,
            @Nullable Span holder,
            @Nullable String named,
            String marked,
            List<String> pieces,
            List<Double> p) {}

    @Test
    void marksTargetAndHolderAsInTraining() throws IOException {
        for (Case c : cases()) {
            String marked;
            if (c.holder != null) {
                marked = Marking.holder(c.text, c.target, c.holder);
            } else if (c.named != null) {
                marked = Marking.named(c.text, c.target, c.named);
            } else {
                marked = Marking.target(c.text, c.target);
            }
            assertThat(marked).isEqualTo(c.marked);
        }
        assertThat(cases()).filteredOn(c -> c.holder != null).hasSizeGreaterThan(50);
        assertThat(cases()).filteredOn(c -> c.named != null).hasSizeGreaterThan(30);
    }

    @Test
    void readsTheWordPiecesOfTheReference(SparkSession spark) throws IOException {
        List<String> vocabulary = Files.readAllLines(MODEL.resolve("assets/vocab.txt"));
        WordPieces own = WordPieces.read(MODEL);
        List<Case> cases = cases();
        List<String> words = cases.stream().map(c -> Words.of(c.marked)).toList();
        List<long[]> read = SparkNlpPieces.ids(spark, StanceModel.load(spark, MODEL), words);

        for (int i = 0; i < words.size(); i++) {
            assertThat(LongStream.of(read.get(i)).mapToObj(id -> vocabulary.get((int) id)))
                    .as(words.get(i))
                    .isEqualTo(cases.get(i).pieces);
            assertThat(own.ids(words.get(i))).isEqualTo(read.get(i));
        }
    }

    @Test
    void answersWithTheReferencesProbabilities(SparkSession spark) throws IOException {
        StanceModel model = StanceModel.load(spark, MODEL);
        List<Case> cases = cases();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            rows.add(RowFactory.create("q" + i, Words.of(cases.get(i).marked)));
        }
        Dataset<Row> questions = spark.createDataFrame(
                rows,
                new StructType()
                        .add(Questions.QUESTION_ID, DataTypes.StringType)
                        .add(Questions.QUESTION, DataTypes.StringType));

        Map<String, Row> answers = new HashMap<>();
        for (Row row : model.score(questions).collectAsList()) {
            answers.put(row.getAs(ScoresTable.QUESTION_ID), row);
        }

        BareModel bare = BareModel.load(MODEL);
        assertThat(answers).hasSameSizeAs(cases);
        for (int i = 0; i < cases.size(); i++) {
            Row answer = answers.get("q" + i);
            String words = Words.of(cases.get(i).marked);
            assertClose(answer, bare.answer(bare.ids(words)), 0.01, words);
            assertClose(answer, cases.get(i).p, OF_FIXTURE, words);
        }
    }

    private static void assertClose(Row answer, Probabilities expected, double most, String words) {
        assertClose(answer, List.of(expected.unfavourable(), expected.neutral(), expected.favourable()), most, words);
    }

    private static void assertClose(Row answer, List<Double> expected, double most, String words) {
        List<String> columns = List.of(ScoresTable.P_UNFAVOURABLE, ScoresTable.P_NEUTRAL, ScoresTable.P_FAVOURABLE);
        for (int c = 0; c < columns.size(); c++) {
            assertThat(answer.<Double>getAs(columns.get(c))).as(words).isCloseTo(expected.get(c), within(most));
        }
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream in = ReferenceTest.class.getResourceAsStream("/stance/reference.jsonl")) {
            assertThat(in).isNotNull();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                JsonNode json = new ObjectMapper().readTree(line);
                List<String> pieces = new ArrayList<>();
                json.get("pieces").forEach(piece -> pieces.add(piece.asText()));
                JsonNode p = json.get("p");
                String text = json.get("text").asText();
                cases.add(new Case(
                        text,
                        span(text, json, "begin", "end"),
                        json.has("holder_begin") ? span(text, json, "holder_begin", "holder_end") : null,
                        json.has("holder") ? json.get("holder").asText() : null,
                        json.get("marked").asText(),
                        pieces,
                        List.of(
                                p.get(0).asDouble(),
                                p.get(1).asDouble(),
                                p.get(2).asDouble())));
            }
        }
        return cases;
    }

    private static Span span(String text, JsonNode json, String begin, String end) {
        return new Span(
                text.offsetByCodePoints(0, json.get(begin).asInt()),
                text.offsetByCodePoints(0, json.get(end).asInt()));
    }
}
