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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.table.ScoresTable;

/** The job's path against the reference tokeniser and bare ONNX Runtime, on texts of ours ({@code training/stance/reference.py}). */
@ExtendWith(SparkExtension.class)
class ReferenceTest {
    private static final Path MODEL = Path.of("conf/model");

    record Case(String text, int begin, int end, String marked, List<String> pieces, List<Double> p) {}

    @Test
    void marksTheTargetAsInTraining() throws IOException {
        for (Case c : cases()) {
            int begin = c.text.offsetByCodePoints(0, c.begin);
            int end = c.text.offsetByCodePoints(0, c.end);
            assertThat(Marking.target(c.text, begin, end)).isEqualTo(c.marked);
        }
    }

    @Test
    void readsTheWordPiecesOfTheReference() throws IOException {
        Set<String> vocabulary = new HashSet<>(Files.readAllLines(MODEL.resolve("assets/vocab.txt")));
        for (Case c : cases()) {
            List<String> pieces = new ArrayList<>(List.of("<s>"));
            for (String word : Words.of(c.marked).split(" ")) {
                pieces.addAll(pieces(word, vocabulary));
            }
            pieces.add("</s>");
            assertThat(pieces)
                    .as(c.marked)
                    .startsWith(c.pieces.subList(0, c.pieces.size() - 1).toArray(String[]::new));
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

        assertThat(answers).hasSameSizeAs(cases);
        for (int i = 0; i < cases.size(); i++) {
            Row answer = answers.get("q" + i);
            List<Double> expected = cases.get(i).p;
            assertThat((double) answer.getAs(ScoresTable.P_UNFAVOURABLE))
                    .as(cases.get(i).marked)
                    .isCloseTo(expected.get(0), within(0.01));
            assertThat((double) answer.getAs(ScoresTable.P_NEUTRAL)).isCloseTo(expected.get(1), within(0.01));
            assertThat((double) answer.getAs(ScoresTable.P_FAVOURABLE)).isCloseTo(expected.get(2), within(0.01));
        }
    }

    /** Greedy longest match (Wu et al., 2016), as both tokenisers do it on one word. */
    private static List<String> pieces(String word, Set<String> vocabulary) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < word.length()) {
            int end = word.length();
            while (end > start && !vocabulary.contains((start > 0 ? "##" : "") + word.substring(start, end))) {
                end--;
            }
            if (end == start) {
                return List.of("[UNK]");
            }
            pieces.add((start > 0 ? "##" : "") + word.substring(start, end));
            start = end;
        }
        return pieces;
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
                cases.add(new Case(
                        json.get("text").asText(),
                        json.get("begin").asInt(),
                        json.get("end").asInt(),
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
}
