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
import org.parallax.evaluate.Scorecard;
import org.parallax.run.Progress;
import org.parallax.run.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parallax evaluate}: a labelled file to one JSON object of figures. */
@Command(
        name = "evaluate",
        description = "Scores a labelled file through the very stages of a run, and prints one JSON object of figures.",
        footer = {
            "",
            "The file holds one JSON object a line: a mention (text, begin, end, label -1, 0 or 1; offsets in code points,",
            "end exclusive) or a whole article (title, body, target, label)."
        })
final class EvaluateCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "FILE.jsonl", description = "The labelled file.")
    Path data = Path.of("");

    @Option(names = "--output", paramLabel = "FILE.json", description = "Write the JSON object there too.")
    @Nullable
    Path output;

    @Mixin
    SettingsOptions settings = new SettingsOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Settings loaded = settings.load(List.of());
        Path parent = output == null ? null : output.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new ConfigException("--output " + output + ": there is no folder " + parent);
        }
        try (Session session = Session.open("evaluate", loaded.spark());
                Progress progress = Terminal.progress(Commands.err(spec))) {
            progress.stage("score " + data.getFileName());
            Scorecard card = Evaluation.run(session.spark(), data, loaded);
            progress.end(card.verdicts().size());
            String json = card.json();
            Commands.out(spec).println(json);
            if (output != null) {
                Files.writeString(output, json + "\n");
            }
        }
        return ExitCode.DONE;
    }
}
