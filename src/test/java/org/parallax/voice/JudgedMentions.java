package org.parallax.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.parallax.config.Settings;
import org.parallax.config.SettingsLoader;
import org.parallax.mention.Name;
import org.parallax.mention.NameFinder;
import org.parallax.mention.NamedText;

/** Mentions of real texts that were judged by reading. The texts lie outside of the repository; places and judgements in it. */
final class JudgedMentions {
    /** Not read from the class path, since one test may write what another reads. */
    static final Path RESULTS = Path.of("src/test/resources/voice");

    static final Path CORPORA = Path.of("../shared/data/corpora");

    /** A text of a corpus with its day. */
    private record Document(String text, LocalDate day) {}

    /** What a reader said of a mention. */
    private record Judged(String sample, String ref, int begin, int end, Voice voice, List<String> holders) {

        /** Whether voice and holder are as judged. */
        boolean agrees(Attribution found) {
            if (found.voice() != voice) {
                return false;
            }
            return voice == Voice.AUTHOR || holders.stream().anyMatch(holder -> agrees(holder, found));
        }

        private static boolean agrees(String holder, Attribution found) {
            if (found.holder() != null) {
                return found.holder().equals(holder);
            }
            return holder.equals("-")
                    || (found.holderSurface() != null && found.holderSurface().contains(holder));
        }
    }

    private JudgedMentions() {}

    static Map<String, Document> presidents(SparkSession spark) {
        Map<String, Document> documents = new HashMap<>();
        for (Row row : spark.read()
                .parquet(CORPORA.resolve("presidents").toString())
                .select(
                        functions.col("url"),
                        functions.col("body"),
                        functions.col("published_at").cast("date").cast("string"))
                .collectAsList()) {
            documents.put(row.getString(0), new Document(row.getString(1), LocalDate.parse(row.getString(2))));
        }
        return documents;
    }

    static Map<String, Document> ungdc() {
        Map<String, Document> documents = new HashMap<>();
        try {
            for (String line : Files.readAllLines(CORPORA.resolve("ungdc/1991_2007.jsonl"))) {
                JsonNode json = new ObjectMapper().readTree(line);
                LocalDate day = LocalDate.of(json.get("year").asInt(), 9, 25);
                documents.put(
                        json.get("id").asText(), new Document(json.get("text").asText(), day));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    /** The score of each sample of a file, with the shipped names and rules. */
    static Map<String, VoiceScore> score(String file, Map<String, Document> documents) {
        Settings settings = SettingsLoader.load(Path.of("conf"), null, Map.of());
        NameFinder names = new NameFinder(settings.targets(), settings.actors());
        VoiceReader reader = new VoiceReader(settings.actors());
        Map<String, VoiceScore> scores = new TreeMap<>();
        for (Judged judged : judged(file)) {
            Document document = Objects.requireNonNull(documents.get(judged.ref()), judged.ref());
            NamedText text = names.read(document.text(), "en");
            int begin = document.text().offsetByCodePoints(0, judged.begin());
            int end = document.text().offsetByCodePoints(0, judged.end());
            Name name = text.names().stream()
                    .filter(n -> n.kind() == Name.Kind.TARGET
                            && n.span().begin() == begin
                            && n.span().end() == end)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(judged + " is no mention any more; judge it again"));
            Attribution found = reader.read(text, document.day()).attribution(name);
            scores.computeIfAbsent(judged.sample(), k -> new VoiceScore())
                    .add(judged.voice(), found.voice(), judged.agrees(found), judged + "\n  is " + found);
        }
        return scores;
    }

    private static List<Judged> judged(String file) {
        return lines(file).stream()
                .map(line -> line.split("\t", -1))
                .map(p -> new Judged(
                        p[0],
                        p[1],
                        Integer.parseInt(p[2]),
                        Integer.parseInt(p[3]),
                        p[4].equals("author") ? Voice.AUTHOR : Voice.REPORTED,
                        List.of(p[5].split("\\|", -1))))
                .toList();
    }

    /** The lines of a file that are no comments. */
    static List<String> lines(String file) {
        try (Stream<String> lines = Files.lines(RESULTS.resolve(file))) {
            return lines.filter(l -> !l.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
