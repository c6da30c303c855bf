package org.parallax.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parallax.SparkExtension;
import org.parallax.config.SettingsLoader;
import org.parallax.corpus.InputException;
import org.parallax.stance.Stance;

@ExtendWith(SparkExtension.class)
class EvaluationTest {
    private static final List<String> MENTIONS = List.of(
            mention("Our people are grateful to NATO for its reliable help.", "NATO", null, 1),
            mention("Russia is a reckless aggressor, and NATO held a meeting.", "Russia", null, -1),
            mention("Russia is a reckless aggressor, and NATO held a meeting.", "NATO", null, 0),
            mention("Ukraine met Japan on Tuesday.", "Ukraine", null, 0),
            mention("Lavrov called NATO a threat to peace.", "NATO", "Lavrov", -1));

    private static Evaluation evaluation;

    @TempDir
    private Path folder;

    @BeforeAll
    static void load(SparkSession spark) {
        evaluation = new Evaluation(spark, SettingsLoader.load(Path.of("conf"), null, Map.of()));
    }

    @Test
    void anotherOrderAndWindowsLineEndsGiveTheSameFigures() throws IOException {
        List<String> shuffled = new ArrayList<>(MENTIONS);
        Collections.shuffle(shuffled, new Random(3));
        Path unix = Files.writeString(folder.resolve("data.jsonl"), String.join("\n", MENTIONS));
        JsonNode first = figures(evaluation.file(unix));
        Path windows =
                Files.writeString(folder.resolve("data.jsonl"), "\uFEFF" + String.join("\r\n", shuffled) + "\r\n");

        JsonNode second = figures(evaluation.file(windows));

        assertThat(second).isEqualTo(first);
        assertThat(first.get("n").asInt()).isEqualTo(5);
        assertThat(first.get("holder_questions").asInt()).isEqualTo(1);
        assertThat(first.get("several_polarities").get("n").asInt()).isEqualTo(2);
        assertThat(first.get("target_swap").get("n").asInt()).isEqualTo(5);
        assertThat(first.get("reliability")).isNotEmpty();
    }

    @Test
    void aBrokenFileIsRefusedWithItsLines() throws IOException {
        Path file = Files.writeString(folder.resolve("data.jsonl"), MENTIONS.get(0) + "\n{\"label\":1}\n");

        assertThatThrownBy(() -> evaluation.file(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 2: text must be a text that is not blank");
    }

    @Test
    void anArticleIsJudgedByItsAuthor() throws IOException {
        Path file = Files.writeString(
                folder.resolve("articles.jsonl"),
                "{\"title\":\"On trust\",\"body\":\"NATO is a reckless aggressor that lies to all of us. “NATO is wonderful,”"
                        + " said Mr Smith.\",\"target\":\"NATO\",\"label\":-1}");

        Scorecard card = evaluation.file(file);

        assertThat(card.level()).isEqualTo(Scorecard.Level.ARTICLE);
        assertThat(card.whole().confusion().count(Stance.UNFAVOURABLE.index(), Stance.UNFAVOURABLE.index()))
                .isEqualTo(1);
        assertThat(card.unread()).isZero();
        assertThat(new ObjectMapper().readTree(card.json()).get("ece").isNull()).isTrue();
    }

    @Test
    void allLabelledFilesOfAFolderMakeOnePage() throws IOException {
        Files.createDirectories(folder.resolve("labelled"));
        Files.writeString(folder.resolve("labelled/newsmtsc_dev_rw.jsonl"), MENTIONS.get(0));
        Files.writeString(folder.resolve("labelled/own_train.jsonl"), MENTIONS.get(1));
        Files.writeString(folder.resolve("labelled/train.jsonl"), MENTIONS.get(1));
        Files.writeString(
                folder.resolve("labelled/russian.jsonl"), MENTIONS.get(1).replace("\"en\"", "\"ru\""));
        Files.writeString(folder.resolve("corpus.jsonl"), "{\"text\":\"No label.\"}");
        List<String> begun = new ArrayList<>();

        Scorecards cards = evaluation.all(folder, Evaluation.Parts.HELD_OUT, begun::add);

        assertThat(begun).containsExactly("labelled/newsmtsc_dev_rw.jsonl");
        assertThat(cards.left())
                .extracting(Scorecards.LeftOut::file)
                .containsExactly(
                        "corpus.jsonl", "labelled/own_train.jsonl", "labelled/russian.jsonl", "labelled/train.jsonl");
        assertThat(cards.markdown())
                .contains(
                        "| labelled/newsmtsc_dev_rw.jsonl | what the text conveys | 1 |",
                        "83.1 GRU-TSC on RoBERTa on test rw (Hamborg and Donnay, EACL 2021)",
                        "labelled/russian.jsonl: in the language ru; the model reads en",
                        "labelled/own_train.jsonl: for training");
        assertThat(evaluation.all(folder, Evaluation.Parts.ALL, begun::add).cards())
                .hasSize(3);
    }

    @Test
    void aFolderWithoutLabelledFilesIsRefused() {
        assertThatThrownBy(() -> evaluation.all(folder, Evaluation.Parts.ALL, file -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds no labelled file to score");
        assertThatThrownBy(() -> evaluation.all(folder.resolve("none"), Evaluation.Parts.ALL, file -> {}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there is no folder");
    }

    @Test
    void theScoreOfNeutralSentencesDoesNotFollowTheName() {
        ProbeReport report = evaluation.probe();

        assertThat(report.spreads()).hasSize(48).allSatisfy(spread -> assertThat(spread.scores())
                .hasSize(10));
        assertThat(report.markdown()).contains("| neutral | 24 |", "| polar | 24 |");
        assertThat(BiasProbe.meanRange(report.spreads(), true))
                .as(report.markdown())
                .isLessThanOrEqualTo(BiasProbe.NEUTRAL_BOUND);
    }

    private static JsonNode figures(Scorecard card) throws IOException {
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(card.json());
        json.remove("mentions_per_second");
        return json;
    }

    private static String mention(
            String text, String mention, @org.jspecify.annotations.Nullable String holder, int label) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        int begin = text.indexOf(mention);
        json.put("text", text).put("language", "en").put("begin", begin).put("end", begin + mention.length());
        if (holder != null) {
            int at = text.indexOf(Objects.requireNonNull(holder));
            json.put("holder_begin", at).put("holder_end", at + holder.length());
        }
        return json.put("label", label).toString();
    }
}
