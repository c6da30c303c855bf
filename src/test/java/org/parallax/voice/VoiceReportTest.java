package org.parallax.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The report on voice and holder in training/VOICE.md: its tables are counted from the labelled texts. */
class VoiceReportTest {
    private static final Path FILE = Path.of("training/VOICE.md");
    private static final Path TEXT = JudgedMentions.RESULTS.resolve("report.md");
    private static final String REGENERATE = "mvn test -Dtest=VoiceReportTest -Dvoice.write";
    private static final VoiceReader READER = new VoiceReader(VoiceTexts.actors());

    @Test
    void theReportIsTheOneThatTheLabelledTextsGive() throws IOException {
        String report = report();
        if (System.getProperty("voice.write") != null) {
            Files.writeString(FILE, report);
        }
        assertThat(FILE).as("written by: %s", REGENERATE).exists();
        assertThat(Files.readString(FILE))
                .as("%s is stale; write it again with: %s", FILE, REGENERATE)
                .isEqualTo(report);
    }

    private static String report() throws IOException {
        List<Labelled> development = Labelled.of("development.tsv");
        List<Labelled> heldOut = Labelled.of("held-out.tsv");
        return Files.readString(TEXT)
                .replace("{texts}", Integer.toString(development.size() + heldOut.size()))
                .replace("{development-texts}", Integer.toString(development.size()))
                .replace("{held-out-texts}", Integer.toString(heldOut.size()))
                .replace("{first-read}", table(firstRead()))
                .replace("{held-out}", table(byKind(heldOut)))
                .replace("{development}", table(byKind(development)))
                .replace("{real}", real());
    }

    private static Map<String, VoiceScore> byKind(List<Labelled> labelled) {
        return labelled.stream()
                .collect(Collectors.groupingBy(
                        Labelled::kind,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), rows -> VoiceScore.of(rows, READER))));
    }

    private static Map<String, VoiceScore> firstRead() {
        return JudgedMentions.lines("first-read.tsv").stream()
                .collect(Collectors.toMap(
                        line -> line.split("\t", -1)[0], RealTextVoiceTest::counts, (a, b) -> a, TreeMap::new));
    }

    private static String table(Map<String, VoiceScore> byKind) {
        Map<String, VoiceScore> rows = new LinkedHashMap<>(byKind);
        rows.put("all", byKind.values().stream().reduce(VoiceScore::plus).orElseThrow());
        return Stream.concat(
                        Stream.of(
                                "| kind | texts | reported | precision | recall | voice right | voice and holder right |",
                                "|---|---:|---:|---:|---:|---:|---:|"),
                        rows.entrySet().stream().map(e -> row("| " + e.getKey(), e.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String real() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| corpus | sample | rules | mentions | reported | precision | recall | voice right | voice and holder right |");
        lines.add("|---|---|---|---:|---:|---:|---:|---:|---:|");
        for (String line : JudgedMentions.lines("measured.tsv")) {
            String[] parts = line.split("\t", -1);
            lines.add(row(
                    "| " + String.join(" | ", parts[0], parts[1], parts[2]), RealTextVoiceTest.counts(line)));
        }
        return String.join("\n", lines);
    }

    private static String row(String head, VoiceScore score) {
        return head + " | " + score.rows() + " | " + score.reported() + " | " + share(score.precision()) + " | "
                + share(score.recall()) + " | " + share(score.voices()) + " | " + share(score.holders()) + " |";
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
