package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parallax.statistics.ClusterBootstrap.Cluster;

/** Reference values: src/test/reference/statistics.py. */
class ClusterBootstrapTest {
    private static final ClusterBootstrap BOOTSTRAP = new ClusterBootstrap(1000, 42);

    static Stream<JsonNode> reference() throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(Path.of("src/test/resources/statistics/cluster_bootstrap.json")
                        .toFile());
        return StreamSupport.stream(cases.spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("reference")
    void agreesWithNumPyWithinMonteCarloError(JsonNode expected) {
        List<Cluster> clusters = new ArrayList<>();
        for (int i = 0; i < expected.get("sums").size(); i++) {
            clusters.add(new Cluster(
                    "s" + i,
                    expected.get("sums").get(i).asDouble(),
                    expected.get("counts").get(i).asLong()));
        }
        Interval interval = new ClusterBootstrap(40_000, 7).interval(clusters, "cell");
        // The 2.5 % quantile of 40,000 normal draws has a standard error of about 0.013 standard deviations.
        double error = 0.06 * expected.get("sd").asDouble();
        assertThat(interval.low()).isCloseTo(expected.get("low").asDouble(), within(error));
        assertThat(interval.high()).isCloseTo(expected.get("high").asDouble(), within(error));
    }

    @Test
    void coversTheTrueMeanAboutAsOftenAsItSaysWhenObservationsOfAClusterGoTogether() {
        Random random = new Random(11);
        ClusterBootstrap bootstrap = new ClusterBootstrap(400, 5);
        int rounds = 600;
        int covered = 0;
        int coveredWithoutClusters = 0;
        for (int round = 0; round < rounds; round++) {
            List<Cluster> stories = new ArrayList<>();
            List<Cluster> articles = new ArrayList<>();
            for (int story = 0; story < 40; story++) {
                double stance = 0.4 * random.nextGaussian();
                int copies = 1 + random.nextInt(6);
                double sum = 0;
                for (int copy = 0; copy < copies; copy++) {
                    double score = stance + 0.1 * random.nextGaussian();
                    sum += score;
                    articles.add(new Cluster(story + "/" + copy, score, 1));
                }
                stories.add(new Cluster("s" + story, sum, copies));
            }
            covered += bootstrap.interval(stories, "round " + round).contains(0) ? 1 : 0;
            coveredWithoutClusters +=
                    bootstrap.interval(articles, "round " + round).contains(0) ? 1 : 0;
        }
        assertThat((double) covered / rounds).isBetween(0.91, 0.97);
        assertThat((double) coveredWithoutClusters / rounds)
                .as("resampling articles takes copies for evidence")
                .isLessThan(0.75);
    }

    @Test
    void neitherTheOrderOfTheClustersNorOtherCellsMatter() {
        List<Cluster> clusters =
                new ArrayList<>(List.of(new Cluster("b", 0.3, 1), new Cluster("a", -1.2, 3), new Cluster("c", 0.1, 2)));
        Interval interval = BOOTSTRAP.interval(clusters, "cell");
        BOOTSTRAP.interval(clusters, "another cell");
        Collections.reverse(clusters);
        assertThat(BOOTSTRAP.interval(clusters, "cell")).isEqualTo(interval);
    }

    @Test
    void cellsAndSeedsDrawTheirOwnNumbers() {
        List<Cluster> clusters = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 30; i++) {
            clusters.add(new Cluster("s" + i, random.nextGaussian(), 1));
        }
        Interval interval = BOOTSTRAP.interval(clusters, "cell");
        assertThat(BOOTSTRAP.interval(clusters, "another cell")).isNotEqualTo(interval);
        assertThat(new ClusterBootstrap(1000, 43).interval(clusters, "cell")).isNotEqualTo(interval);
    }

    @Test
    void oneClusterGivesAPoint() {
        assertThat(BOOTSTRAP.interval(List.of(new Cluster("a", 1.5, 3)), "cell"))
                .isEqualTo(new Interval(0.5, 0.5));
    }

    @Test
    void theMeanWeighsObservationsAndNotClusters() {
        assertThat(ClusterBootstrap.mean(List.of(new Cluster("a", 3, 3), new Cluster("b", -1, 1))))
                .isEqualTo(0.5);
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> BOOTSTRAP.interval(List.of(), "cell")).hasMessageContaining("no clusters");
        assertThatThrownBy(() -> new Cluster("a", 1, 0)).hasMessageContaining("cluster a has the sum 1.0 of 0");
        assertThatThrownBy(() -> new ClusterBootstrap(0, 1)).hasMessageContaining("at least 1 resample, not 0");
    }
}
