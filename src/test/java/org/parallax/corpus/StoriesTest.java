package org.parallax.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parallax.corpus.CorpusFixtures.accepted;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parallax.SparkExtension;
import org.parallax.config.Settings.StorySettings;
import org.parallax.corpus.CorpusFixtures.Text;

@ExtendWith(SparkExtension.class)
class StoriesTest {
    private static final StorySettings SETTINGS = new StorySettings(0.5, 3, 36);

    private static Map<String, String> stories(Dataset<Row> assigned) {
        return assigned.collectAsList().stream()
                .collect(Collectors.toMap(
                        r -> r.<String>getAs("article_id"),
                        r -> r.<String>getAs("story_id"),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static Map<String, String> stories(SparkSession spark, Text... texts) {
        return stories(Stories.assign(accepted(spark, List.of(texts)), SETTINGS));
    }

    /** Words that repeat in no other text of another seed. */
    private static String text(int seed, int words) {
        return IntStream.range(0, words).mapToObj(i -> "w" + seed + "x" + i).collect(Collectors.joining(" "));
    }

    @Test
    void identicalTextsAreOneStoryWhateverTheirCaseAndPunctuation(SparkSession spark) {
        assertThat(stories(
                        spark,
                        Text.of("b", "The ministers met in Riga."),
                        Text.of("a", "THE MINISTERS met\n\nin “Riga”"),
                        Text.of("c", "Nobody came to Oslo on that day.")))
                .isEqualTo(Map.of("a", "a", "b", "a", "c", "c"));
    }

    @Test
    void aCutParagraphAndANewLeadStayInTheStory(SparkSession spark) {
        String lead = text(1, 30);
        String middle = text(2, 150);
        String end = text(3, 30);

        assertThat(stories(
                        spark,
                        Text.of("whole", lead + " " + middle + " " + end).at("2023-01-01"),
                        Text.of("cut", lead + " " + middle).at("2023-01-02"),
                        Text.of("led", text(4, 30) + " " + middle + " " + end).at("2023-01-02"),
                        Text.of("other", text(5, 210)).at("2023-01-01")))
                .isEqualTo(Map.of("whole", "whole", "cut", "whole", "led", "whole", "other", "other"));
    }

    @Test
    void textsBelowTheThresholdAreTwoStoriesThoughTheyShareMuch(SparkSession spark) {
        String shared = text(1, 100);

        assertThat(stories(spark, Text.of("a", shared + " " + text(2, 60)), Text.of("b", shared + " " + text(3, 60))))
                .isEqualTo(Map.of("a", "a", "b", "b"));
    }

    @Test
    void aChainOfSimilarTextsIsOneStory(SparkSession spark) {
        List<Text> chain = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            chain.add(Text.of(
                    "t" + (char) ('a' + i),
                    IntStream.range(i * 20, i * 20 + 100).mapToObj(w -> "w" + w).collect(Collectors.joining(" "))));
        }
        Collections.shuffle(chain, new Random(1));

        assertThat(stories(spark, chain.toArray(Text[]::new))).hasSize(12).allSatisfy((id, story) -> assertThat(story)
                .isEqualTo("ta"));
    }

    @Test
    void theOriginalIsTheEarliestThenTheLeastIdAndUndatedOnesComeLast(SparkSession spark) {
        String body = text(1, 50);
        Dataset<Row> assigned = Stories.assign(
                accepted(
                        spark,
                        List.of(
                                Text.of("a", body),
                                Text.of("d", body).at("2023-01-02"),
                                Text.of("c", body).at("2023-01-02"),
                                Text.of("b", body).at("2023-01-03"))),
                SETTINGS);

        assertThat(stories(assigned).values()).containsOnly("c");
        assertThat(assigned.filter("original").collectAsList())
                .singleElement()
                .satisfies(r -> assertThat(r.<String>getAs("article_id")).isEqualTo("c"));
    }

    @Test
    void textsOfDifferentLanguagesAreNeverOneStory(SparkSession spark) {
        String body = text(1, 50);

        assertThat(stories(spark, Text.of("a", body), Text.of("b", body).in("ru")))
                .isEqualTo(Map.of("a", "a", "b", "b"));
    }

    @Test
    void textsShorterThanAShingleOrWithoutWordsCompareAsAWhole(SparkSession spark) {
        assertThat(stories(
                        spark,
                        Text.of("a", "Riga."),
                        Text.of("b", "riga"),
                        Text.of("c", "Oslo"),
                        Text.of("d", "!!!"),
                        Text.of("e", "!!!"),
                        Text.of("f", "???")))
                .isEqualTo(Map.of("a", "a", "b", "a", "c", "c", "d", "d", "e", "d", "f", "f"));
    }

    @Test
    void aThousandCopiesAreOneStory(SparkSession spark) {
        List<Text> copies = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            copies.add(Text.of("t%04d".formatted(i), text(1, 100)));
        }

        assertThat(stories(Stories.assign(accepted(spark, copies), SETTINGS)).values())
                .hasSize(1_000)
                .containsOnly("t0000");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void partitioningAndOrderChangeNothing(int partitions, SparkSession spark) {
        List<Text> texts = variants();
        Map<String, String> expected =
                stories(Stories.assign(accepted(spark, texts).coalesce(1), SETTINGS));
        Collections.shuffle(texts, new Random(partitions));

        assertThat(stories(Stories.assign(accepted(spark, texts).repartition(partitions), SETTINGS)))
                .isEqualTo(expected);
    }

    /** The stories equal those of comparing all pairs. */
    @Test
    void noSimilarPairIsMissed(SparkSession spark) {
        List<Text> texts = variants();
        Components components = new Components();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (jaccard(texts.get(i).body(), texts.get(j).body()) >= SETTINGS.similarity()) {
                    components.join(
                            Long.parseLong(texts.get(i).id()),
                            Long.parseLong(texts.get(j).id()));
                }
            }
        }
        Map<Long, Long> roots = components.roots();

        Map<String, String> found = stories(Stories.assign(accepted(spark, texts), SETTINGS));

        assertThat(found).allSatisfy((id, story) -> {
            long number = Long.parseLong(id);
            assertThat(Long.parseLong(story)).isEqualTo(roots.getOrDefault(number, number));
        });
        assertThat(found.values().stream().distinct().count()).isBetween(25L, 100L);
    }

    /** 30 texts in up to five versions each, with words dropped, replaced or cut off. */
    private static List<Text> variants() {
        Random random = new Random(5);
        List<Text> texts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            List<String> words = List.of(text(i, 60 + random.nextInt(200)).split(" ", -1));
            for (int v = 0; v < 1 + random.nextInt(5); v++) {
                List<String> changed = new ArrayList<>();
                int end = words.size() - random.nextInt(words.size() / 3);
                for (int w = 0; w < end; w++) {
                    int draw = random.nextInt(25);
                    if (draw > 0) {
                        changed.add(draw == 1 ? "new" + random.nextInt(1_000) : words.get(w));
                    }
                }
                texts.add(Text.of(String.valueOf(1_000 + texts.size()), String.join(" ", changed)));
            }
        }
        return texts;
    }

    private static double jaccard(String a, String b) {
        var left = boxed(StoryText.shingles(a, SETTINGS.shingleWords()));
        var right = boxed(StoryText.shingles(b, SETTINGS.shingleWords()));
        long common = left.stream().filter(right::contains).count();
        return (double) common / (left.size() + right.size() - common);
    }

    private static java.util.Set<Long> boxed(long[] values) {
        return java.util.Arrays.stream(values).boxed().collect(Collectors.toSet());
    }
}
