package org.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimulateCommandTest {

    @Test
    void simulateTellsTheCoverageOfEachMethodForEachNumberOfClusters() {
        Console console = Console.type("simulate", "--runs", "30", "--seed", "3", "--clusters", "8,12");

        assertThat(console.exitCode()).isZero();
        assertThat(console.out().lines())
                .hasSize(6)
                .first()
                .isEqualTo("Share of 95 % intervals that hold the truth (mean width), in 30 corpora each");
        assertThat(console.out()).contains("clusters ", "mean corrected", "shares adjusted", "shares em");
        assertThat(console.out().lines().skip(2))
                .allMatch(line -> line.matches("(8|12) (stories|outlets) ( +\\d+\\.\\d % \\(\\d\\.\\d\\d\\)){4}"));
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        Console console = Console.type("simulate", "--clusters", "8,1");

        assertThat(console.exitCode()).isEqualTo(1);
        assertThat(console.err()).contains("--clusters 1: must be a whole number from 2 to 10000");
    }
}
