package org.parallax.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;

/** Voice and holder of real mentions against a reader's judgement; {@code -Dvoice.write} measures anew. */
@ExtendWith(SparkExtension.class)
class RealTextVoiceTest {
    private static final Path MEASURED = JudgedMentions.RESULTS.resolve("measured.tsv");

    @Test
    void readsThePresidentsTextsAsMeasured(SparkSession spark) throws IOException {
        assumeTrue(
                Files.isDirectory(JudgedMentions.CORPORA),
                JudgedMentions.CORPORA + " is not there: the real mentions are not read");

        holds("presidents", JudgedMentions.score("presidents.tsv", JudgedMentions.presidents(spark)));
    }

    @Test
    void readsTheSpeechesInTheGeneralDebateAsMeasured() throws IOException {
        assumeTrue(
                Files.isDirectory(JudgedMentions.CORPORA),
                JudgedMentions.CORPORA + " is not there: the real mentions are not read");

        holds("ungdc", JudgedMentions.score("ungdc.tsv", JudgedMentions.ungdc()));
    }

    private static void holds(String corpus, Map<String, VoiceScore> scores) throws IOException {
        if (System.getProperty("voice.write") != null) {
            write(corpus, scores);
        }
        scores.forEach((sample, score) -> {
            VoiceScore measured = measured(corpus, sample);
            assertThat(score.voices()).as(score.wrong()).isGreaterThanOrEqualTo(measured.voices());
            assertThat(score.holders()).as(score.wrong()).isGreaterThanOrEqualTo(measured.holders());
        });
    }

    private static VoiceScore measured(String corpus, String sample) {
        return JudgedMentions.lines("measured.tsv").stream()
                .filter(l -> l.startsWith(corpus + "\t" + sample + "\tnow\t"))
                .map(RealTextVoiceTest::counts)
                .findFirst()
                .orElseThrow();
    }

    /** The score of a line: corpus, sample, rules, five counts. */
    static VoiceScore counts(String line) {
        List<Integer> counts = new ArrayList<>();
        String[] parts = line.split("\t", -1);
        for (int i = parts.length - 5; i < parts.length; i++) {
            counts.add(Integer.valueOf(parts[i]));
        }
        return VoiceScore.of(counts);
    }

    private static void write(String corpus, Map<String, VoiceScore> scores) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(MEASURED)) {
            String[] parts = line.split("\t", -1);
            VoiceScore score = parts[0].equals(corpus) && parts[2].equals("now") ? scores.get(parts[1]) : null;
            lines.add(
                    score == null
                            ? line
                            : String.join("\t", parts[0], parts[1], parts[2]) + "\t"
                                    + score.counts().stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining("\t")));
        }
        Files.write(MEASURED, lines);
    }
}
