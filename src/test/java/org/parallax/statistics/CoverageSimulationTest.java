package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parallax.statistics.CoverageSimulation.Clusters;

class CoverageSimulationTest {
    private static final CoverageSimulation SIMULATION = new CoverageSimulation(1500, 20091);

    @ParameterizedTest
    @CsvSource({"STORIES, 30", "STORIES, 60", "OUTLETS, 30", "OUTLETS, 60"})
    void intervalsHoldTheTruthAsOftenAsTheySayFromThirtyClustersOn(Clusters of, int clusters) {
        SIMULATION.run(of, clusters).forEach((method, coverage) -> assertThat(coverage.covered())
                .as(method.code())
                .isBetween(0.93, 0.97));
    }

    @ParameterizedTest
    @CsvSource({"STORIES", "OUTLETS"})
    void withEightClustersTheyAreStillNoLie(Clusters of) {
        SIMULATION.run(of, 8).forEach((method, coverage) -> assertThat(coverage.covered())
                .as(method.code())
                .isGreaterThanOrEqualTo(0.9));
    }

    @Test
    void theSameSeedGivesTheSame() {
        CoverageSimulation few = new CoverageSimulation(20, 5);
        assertThat(few.run(Clusters.OUTLETS, 8)).isEqualTo(few.run(Clusters.OUTLETS, 8));
        assertThat(new CoverageSimulation(20, 6).run(Clusters.OUTLETS, 8)).isNotEqualTo(few.run(Clusters.OUTLETS, 8));
    }

    @Test
    void oneClusterIsRefused() {
        assertThatThrownBy(() -> SIMULATION.run(Clusters.STORIES, 1))
                .hasMessage("1500 runs with 1 clusters; coverage takes a run or more, with 2 clusters or more");
    }
}
