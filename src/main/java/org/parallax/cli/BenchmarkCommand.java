package org.parallax.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Settings;
import org.parallax.corpus.Format;
import org.parallax.run.Progress;
import org.parallax.run.Session;
import org.parallax.run.Source;
import org.parallax.run.Speed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parallax benchmark}: the job's scoring beside bare ONNX Runtime. */
@Command(
        name = "benchmark",
        description =
                "Measures how many texts a second the job scores, beside bare ONNX Runtime on the same model, texts and"
                        + " cores, in turns.",
        footer = {
            "",
            "Of an even number of rounds the median is the mean of the middle two. What is scored to warm up is not counted."
        })
final class BenchmarkCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "DIR_OR_FILE",
            description = "Articles whose sentences are scored; the shipped sample corpus if not given.")
    @Nullable
    String input;

    @Option(
            names = "--texts",
            paramLabel = "N",
            description = "Different texts in a round; ${DEFAULT-VALUE} if not given.")
    int texts = 2000;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds that count; ${DEFAULT-VALUE} if not given.")
    int rounds = 3;

    @Mixin
    SettingsOptions settings = new SettingsOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        if (texts < 1 || rounds < 1) {
            throw new ParameterException(Commands.given(spec).commandLine(), "--texts and --rounds must be at least 1");
        }
        Settings loaded = settings.load(List.of());
        try (Session session = Session.open("benchmark", loaded.spark());
                Progress progress = Terminal.progress(Commands.err(spec))) {
            progress.stage("prepare texts");
            Source source = input == null
                    ? new Source.Files(
                            List.of(SettingsOptions.home()
                                    .resolve("jobs/sample")
                                    .toString()),
                            Format.JSONL)
                    : Source.of(session.spark(), input, null);
            try (Speed speed = Speed.of(session.spark(), source, loaded, texts)) {
                progress.end(speed.texts());
                progress.stage("warm up");
                speed.warmUp();
                progress.end();
                List<Speed.Round> measured = new ArrayList<>();
                for (int r = 1; r <= rounds; r++) {
                    progress.stage("round " + r + " of " + rounds);
                    measured.add(speed.round());
                    progress.end();
                }
                print(Commands.out(spec), speed, measured);
            }
        }
        return ExitCode.DONE;
    }

    private static void print(PrintWriter out, Speed speed, List<Speed.Round> rounds) {
        out.printf(
                Locale.ROOT,
                "%,d texts of %.0f word pieces on average, %d cores, model %s%n%n",
                speed.texts(),
                speed.pieces(),
                speed.cores(),
                speed.modelId());
        out.println("texts a second   bare, ids given   bare, with words to ids   job   job / bare");
        for (int r = 0; r < rounds.size(); r++) {
            line(out, "round " + (r + 1), rounds.get(r));
        }
        Speed.Round median = new Speed.Round(
                median(rounds, Speed.Round::bare),
                median(rounds, Speed.Round::bareWithPieces),
                median(rounds, Speed.Round::job));
        line(out, "median", median);
        double ratio = median(rounds, r -> r.job() / r.bare());
        double whole = median(rounds, r -> r.job() / r.bareWithPieces());
        out.printf(
                Locale.ROOT,
                "%nThe job scores at %.0f %% of bare ONNX Runtime (%.0f %% where that makes the ids too), by the median of the"
                        + " rounds' ratios.%n",
                100 * ratio,
                100 * whole);
    }

    private static void line(PrintWriter out, String name, Speed.Round round) {
        out.printf(
                Locale.ROOT,
                "%-14s %17.1f %25.1f %5.1f %12.2f%n",
                name,
                round.bare(),
                round.bareWithPieces(),
                round.job(),
                round.job() / round.bare());
    }

    private static double median(List<Speed.Round> rounds, ToDoubleFunction<Speed.Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
