package org.parallax.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parallax.config.ConfigException;
import org.parallax.config.Settings;
import org.parallax.evaluate.Evaluation;
import org.parallax.evaluate.ProbeReport;
import org.parallax.evaluate.Scorecard;
import org.parallax.evaluate.Scorecards;
import org.parallax.run.Progress;
import org.parallax.run.Session;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parallax evaluate}: labelled files to figures, or the bias probe. */
@Command(
        name = "evaluate",
        description = "Scores labelled files through the very stages of a run, and prints figures.",
        footer = {
            "",
            "A labelled file holds one JSON object a line: a mention (text, begin, end, label -1, 0 or 1; offsets in code",
            "points, end exclusive; optional: target, and the holder whose stance was labelled by holder_begin and holder_end",
            "or by name as holder) or a whole article (title, body, target, label).",
            "--data prints one JSON object, --all and --probe a page in Markdown."
        })
final class EvaluateCommand implements Callable<Integer> {

    /** What is scored. */
    static final class Asked {
        @Option(names = "--data", required = true, paramLabel = "FILE.jsonl", description = "One labelled file.")
        @Nullable
        Path data;

        @Option(
                names = "--all",
                required = true,
                paramLabel = "DIR",
                description = "All labelled files below a folder; those for training (train, *_train) are left out.")
        @Nullable
        Path all;

        @Option(
                names = "--probe",
                required = true,
                description = "Sentences of our own with different names in them: how far the score follows the name.")
        boolean probe;
    }

    @ArgGroup(multiplicity = "1")
    Asked asked = new Asked();

    @Option(names = "--include-train", description = "With --all: score the files for training too.")
    boolean includeTrain;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the figures there too.")
    @Nullable
    Path output;

    @Mixin
    SettingsOptions settings = new SettingsOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (includeTrain && asked.all == null) {
            throw new ParameterException(Commands.given(spec).commandLine(), "--include-train goes with --all");
        }
        Settings loaded = settings.load(List.of());
        Path parent = output == null ? null : output.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new ConfigException("--output " + output + ": there is no folder " + parent);
        }
        try (Session session = Session.open("evaluate", loaded.spark());
                Progress progress = Terminal.progress(Commands.err(spec))) {
            progress.stage("load the model");
            Evaluation evaluation = new Evaluation(session.spark(), loaded);
            progress.end();
            String figures = figures(evaluation, progress);
            Commands.out(spec).print(figures);
            Commands.out(spec).flush();
            if (output != null) {
                Files.writeString(output, figures);
            }
        }
        return ExitCode.DONE;
    }

    private String figures(Evaluation evaluation, Progress progress) {
        Path data = asked.data;
        if (data != null) {
            progress.stage("score " + data.getFileName());
            Scorecard card = evaluation.file(data);
            progress.end(card.items());
            return card.json() + "\n";
        }
        Path all = asked.all;
        if (all != null) {
            Evaluation.Parts parts = includeTrain ? Evaluation.Parts.ALL : Evaluation.Parts.HELD_OUT;
            Scorecards cards = evaluation.all(all, parts, file -> {
                progress.end();
                progress.stage("score " + file);
            });
            progress.end();
            cards.left().forEach(file -> Commands.err(spec).println("left out: " + file.file() + ", " + file.reason()));
            return cards.markdown();
        }
        progress.stage("probe");
        ProbeReport report = evaluation.probe();
        progress.end(report.spreads().size());
        return report.markdown();
    }
}
