package org.parallax.stance;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.mention.Span;

/**
 * The ids of real sentences, by Spark NLP and by the reference tokeniser. The fixture ({@code training/stance/parity.py})
 * holds places in the corpora and digests of the reference's ids; where the corpora are not, the test is skipped.
 */
@ExtendWith(SparkExtension.class)
class ParityTest {
    private static final Path MODEL = Path.of("conf/model");
    private static final Path CORPORA = Path.of("../shared/data/corpora");

    /** One line of the fixture; offsets in code points. */
    record Place(String corpus, String ref, int begin, int end, int mentionBegin, int mentionEnd, String digest) {
        static Place of(String line) {
            String[] cells = line.split("\t");
            return new Place(
                    cells[0],
                    cells[1],
                    Integer.parseInt(cells[2]),
                    Integer.parseInt(cells[3]),
                    Integer.parseInt(cells[4]),
                    Integer.parseInt(cells[5]),
                    cells[6]);
        }
    }

    @Test
    void sparkNlpReadsRealSentencesAsTheReferenceTokeniser(SparkSession spark) throws Exception {
        assumeThat(CORPORA)
                .as("the corpora, which are no part of the repository")
                .isDirectory();
        Map<String, String> texts = new HashMap<>();
        add(
                texts,
                spark.read()
                        .parquet(
                                CORPORA.resolve("presidents/presidents.parquet").toString()),
                "url",
                "body");
        add(texts, spark.read().json(CORPORA.resolve("ungdc/1991_2007.jsonl").toString()), "id", "text");
        List<Place> places = places();
        List<String> words =
                places.stream().map(place -> words(place, texts.get(place.ref))).toList();

        List<long[]> ids = SparkNlpPieces.ids(spark, StanceModel.load(spark, MODEL), words);

        List<String> different = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!digest(ids.get(i)).equals(places.get(i).digest)) {
                different.add(places.get(i) + " " + words.get(i));
            }
        }
        assertThat(different).isEmpty();
        assertThat(places).hasSizeGreaterThanOrEqualTo(2000);
    }

    private static void add(Map<String, String> texts, Dataset<Row> corpus, String ref, String text) {
        corpus.select(col(ref), col(text))
                .collectAsList()
                .forEach(row -> texts.put(row.getString(0), row.getString(1)));
    }

    private static String words(Place place, String text) {
        int begin = text.offsetByCodePoints(0, place.begin);
        String sentence = text.substring(begin, text.offsetByCodePoints(begin, place.end - place.begin));
        Span mention = new Span(
                sentence.offsetByCodePoints(0, place.mentionBegin), sentence.offsetByCodePoints(0, place.mentionEnd));
        return Question.target(sentence, mention).words();
    }

    private static String digest(long[] ids) throws Exception {
        String joined = LongStream.of(ids).mapToObj(Long::toString).collect(Collectors.joining(" "));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(joined.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    private static List<Place> places() throws IOException {
        try (InputStream in = ParityTest.class.getResourceAsStream("/stance/parity.tsv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Place::of)
                    .toList();
        }
    }
}
