package org.parallax.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.config.ConfigException;
import org.parallax.table.MentionsTable;

@ExtendWith(SparkExtension.class)
class SampleStageTest {
    private static final int ARTICLES = 400;

    @Test
    void theSampleHasItsSizeAndWeighsUpToAllScoredMentions(SparkSession spark) {
        Sample sample = draw(spark, 60, Sampling.By.VOICE, 1, 2);

        assertThat(sample.lines()).hasSize(60);
        assertThat(sample.strata()).hasSize(8).allSatisfy(s -> assertThat(s.drawn())
                .isBetween((int) Math.min(5, s.mentions()), (int) s.mentions()));
        assertThat(sample.strata().stream().mapToLong(Stratum::mentions).sum()).isEqualTo(2 * ARTICLES);
        assertThat(sample.lines().stream()
                        .mapToDouble(line -> 1 / line.inclusionProbability())
                        .sum())
                .isCloseTo(2 * ARTICLES, within(1e-9));
        assertThat(sample.lines()).extracting(SheetLine::id).doesNotHaveDuplicates();
        assertThat(sample.lines()).extracting(SheetLine::sample).containsOnly(sample.id());
    }

    @Test
    void rareKindsAreDrawnMoreOftenThanCommonOnes(SparkSession spark) {
        Sample sample = draw(spark, 60, Sampling.By.VOICE, 1, 2);
        Stratum rare = sample.strata().stream()
                .filter(s -> s.target().equals("nato") && s.stance().equals("favourable"))
                .findFirst()
                .orElseThrow();
        Stratum common = sample.strata().stream()
                .max(Comparator.comparingLong(Stratum::mentions))
                .orElseThrow();

        assertThat((double) rare.drawn() / rare.mentions())
                .isGreaterThan(3.0 * common.drawn() / common.mentions());
    }

    @Test
    void neitherPartitionsNorOrderChangeTheDrawAndAnotherSeedDoes(SparkSession spark) {
        Sample sample = draw(spark, 40, Sampling.By.VOICE, 1, 1);

        assertThat(draw(spark, 40, Sampling.By.VOICE, 1, 7)).isEqualTo(sample);
        Sample another = draw(spark, 40, Sampling.By.VOICE, 2, 1);
        assertThat(another.id()).isNotEqualTo(sample.id());
        Set<String> both = new HashSet<>(ids(sample));
        both.retainAll(ids(another));
        assertThat(both).hasSizeLessThan(25);
    }

    @Test
    void eachMentionOfAStratumIsDrawnAsOftenAsAnyOther(SparkSession spark) {
        Random random = new Random(4);
        List<Row> articles = new ArrayList<>();
        List<Row> mentions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            articles.add(LabelRows.article("a" + i, "one", "NATO said so."));
            mentions.add(LabelRows.mention("a" + i, 0, "nato", 0, 4, 0.1, 0.8, 0.1));
        }
        Dataset<Row> of = LabelRows.articles(spark, articles).cache();
        Dataset<Row> in = LabelRows.mentions(spark, mentions).coalesce(1).cache();
        int[] drawn = new int[12];
        for (int round = 0; round < 30; round++) {
            SampleStage.draw(in, of, new Sampling(4, Sampling.By.VOICE, random.nextLong()), t -> t)
                    .lines()
                    .forEach(line -> drawn[Integer.parseInt(line.articleId().substring(1))]++);
        }
        // Each is drawn with probability 1/3, in 30 rounds 10 times with a standard deviation of 2.6.
        assertThat(Arrays.stream(drawn).boxed()).allSatisfy(times -> assertThat(times).isBetween(1, 20));
        of.unpersist();
        in.unpersist();
    }

    @Test
    void outletsMakeStrataToo(SparkSession spark) {
        Sample sample = draw(spark, 80, Sampling.By.OUTLET, 1, 2);

        assertThat(sample.strata()).extracting(Stratum::group).contains("outlet 0", "other outlets");
        assertThat(sample.strata().stream().map(Stratum::group).distinct()).hasSize(21);
        assertThat(sample.lines()).hasSize(80);
    }

    @Test
    void aSampleOfEverythingTakesEachMentionForSure(SparkSession spark) {
        Sample sample = draw(spark, 2 * ARTICLES, Sampling.By.VOICE, 1, 2);

        assertThat(sample.lines()).hasSize(2 * ARTICLES).allSatisfy(line -> assertThat(line.inclusionProbability())
                .isEqualTo(1));
    }

    @Test
    void sizesThatCannotBeDrawnAreRefused(SparkSession spark) {
        assertThatThrownBy(() -> draw(spark, 2 * ARTICLES + 1, Sampling.By.VOICE, 1, 2))
                .isInstanceOf(ConfigException.class)
                .hasMessage("--for-labelling 801: the tables hold 800 scored mentions; draw at most so many");
        assertThatThrownBy(() -> draw(spark, 7, Sampling.By.VOICE, 1, 2))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the mentions fall into 8 strata");
    }

    @Test
    void theSentenceStandsBetweenItsNeighboursWithItsMentionMarked() {
        String text = "😀 First one. It was late.\nThe head of NATO spoke in Riga. Nobody listened. The end.";
        int begin = text.codePointCount(0, text.indexOf("The head"));
        int end = text.codePointCount(0, text.indexOf(" Nobody"));
        int mark = text.codePointCount(0, text.indexOf("NATO"));

        assertThat(SheetSentence.of(text, "en", begin, end, mark, mark + 4))
                .isEqualTo(new SheetSentence(
                        "It was late.",
                        "The head of [[NATO]] spoke in Riga.",
                        "Nobody listened.",
                        MentionId.ofSentence("The head of NATO spoke in Riga.")));
        assertThat(SheetSentence.of("NATO is here.", "en", 0, 13, 0, 4))
                .isEqualTo(new SheetSentence(
                        "", "[[NATO]] is here.", "", MentionId.ofSentence("NATO is here.")));
    }

    @Test
    void namesOfMentionsAreTheSameInSparkAndInJava(SparkSession spark) {
        Row row = LabelRows.mentions(spark, List.of(LabelRows.mention("ä😀", 7, "nato", 0, 4, 0.1, 0.8, 0.1)))
                .select(MentionId.column(), MentionId.ofSentence(functions.lit("Ä 😀")))
                .first();

        assertThat(row.getString(0))
                .isEqualTo(MentionId.of("ä😀", "body", "7", "nato"))
                .matches("m[0-9a-f]{20}");
        assertThat(row.getString(1)).isEqualTo(MentionId.ofSentence("Ä 😀"));
    }

    private static List<String> ids(Sample sample) {
        return sample.lines().stream().map(SheetLine::id).toList();
    }

    /** Two scored mentions of each of 400 articles, of which few are favourable, and one that is not scored. */
    private static Sample draw(SparkSession spark, int size, Sampling.By by, long seed, int partitions) {
        List<Row> articles = new ArrayList<>();
        List<Row> mentions = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            String id = "a" + i;
            articles.add(LabelRows.article(id, "outlet " + i % 23, "NATO said so. The CSTO did not."));
            boolean rare = i % 40 == 0;
            mentions.add(LabelRows.mention(id, 0, "nato", 0, 4, 0.1, rare ? 0.1 : 0.8, rare ? 0.8 : 0.1));
            mentions.add(LabelRows.mention(id, 1, "csto", 18, 22, i % 2 == 0 ? 0.8 : 0.1, 0.1, i % 2 == 0 ? 0.1 : 0.8));
            mentions.add(LabelRows.unread(id, 2, "nato"));
        }
        Collections.shuffle(mentions, new Random(partitions));
        return SampleStage.draw(
                LabelRows.mentions(spark, mentions)
                        .withColumn(
                                MentionsTable.VOICE,
                                functions.expr(
                                        "if(pmod(xxhash64(article_id), 3) = 0, 'reported', 'author')"))
                        .repartition(partitions),
                LabelRows.articles(spark, articles),
                new Sampling(size, by, seed),
                target -> target);
    }
}
