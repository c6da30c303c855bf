package org.parallax.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parallax.statistics.CoverageSimulation;
import org.parallax.statistics.CoverageSimulation.Clusters;
import org.parallax.statistics.CoverageSimulation.Coverage;
import org.parallax.statistics.CoverageSimulation.Method;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parallax simulate}: how often the intervals of the periods hold a truth that is known. */
@Command(
        name = "simulate",
        description =
                "Draws corpora whose truth is known, and tells how often the 95 %% intervals of stance_by_period hold it.",
        footer = {
            "",
            "Corpora have stories with wire copies, drift, outlets that lean, and a classifier that errs at known rates.",
            "The mean is held against the mean score that this classifier gives on average, all else against the truth."
        })
final class SimulateCommand implements Callable<Integer> {
    private static final int MOST_RUNS = 1_000_000;
    private static final int MOST_CLUSTERS = 10_000;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Corpora for each number of clusters; ${DEFAULT-VALUE} if not given.")
    int runs = 2000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the random numbers; ${DEFAULT-VALUE} if not given.")
    long seed = 20091;

    @Option(
            names = "--clusters",
            paramLabel = "N",
            split = ",",
            description = "Numbers of stories or outlets, with commas between; 8,15,30,60 if not given.")
    List<Integer> clusters = List.of(8, 15, 30, 60);

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        check("--runs", runs, 1, MOST_RUNS);
        clusters.forEach(n -> check("--clusters", n, 2, MOST_CLUSTERS));
        PrintWriter out = Commands.out(spec);
        CoverageSimulation simulation = new CoverageSimulation(runs, seed);
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-12s", "clusters"));
        for (Method method : Method.values()) {
            head.append(String.format(Locale.ROOT, "  %-17s", method.code()));
        }
        out.println("Share of 95 % intervals that hold the truth (mean width), in " + runs + " corpora each");
        out.println(head.toString().stripTrailing());
        for (Clusters of : Clusters.values()) {
            for (int n : clusters) {
                out.println(line(n + " " + of.code(), simulation.run(of, n)));
                out.flush();
            }
        }
        return ExitCode.DONE;
    }

    private static String line(String name, Map<Method, Coverage> coverage) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-12s", name));
        coverage.values()
                .forEach(c -> line.append(String.format(
                        Locale.ROOT,
                        "  %-17s",
                        c.intervals() == 0
                                ? "-"
                                : String.format(Locale.ROOT, "%.1f %% (%.2f)", 100 * c.covered(), c.width()))));
        return line.toString().stripTrailing();
    }

    private void check(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    Commands.given(spec).commandLine(),
                    option + " " + value + ": must be a whole number from " + least + " to " + most);
        }
    }
}
