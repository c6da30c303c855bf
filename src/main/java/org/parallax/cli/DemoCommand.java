package org.parallax.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Settings;
import org.parallax.corpus.Format;
import org.parallax.run.Job;
import org.parallax.run.Progress;
import org.parallax.run.Session;
import org.parallax.run.Source;
import org.parallax.table.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parallax demo}: the whole job on the shipped sample corpus, for a first look. */
@Command(name = "demo", description = "Runs the whole job on the shipped sample corpus and shows what came out.")
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--output", paramLabel = "DIR", description = "Folder for the tables; tables/demo if not given.")
    @Nullable
    String output;

    @Mixin
    SettingsOptions settings = new SettingsOptions();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        Settings loaded = settings.load(List.of());
        Path home = SettingsOptions.home();
        String sample = shown(home.resolve("jobs/sample"));
        String folder = output == null ? shown(home.resolve("tables/demo")) : output;
        PrintWriter out = Commands.out(spec);
        try (Session session = Session.open("demo", loaded.spark());
                Progress progress = Terminal.progress(Commands.err(spec))) {
            Manifest manifest = new Job(session.spark(), loaded, progress)
                    .run(new Source.Files(List.of(sample), Format.JSONL), folder);
            Summary summary = Summary.of(session.spark(), folder, manifest, Terminal.style());
            summary.intake().forEach(out::println);
            summary.results().forEach(out::println);
            new OutletTable(session.spark(), folder, manifest, Terminal.style())
                    .lines(Terminal.width())
                    .forEach(out::println);
            summary.nextSteps().forEach(out::println);
        }
        return ExitCode.DONE;
    }

    /** As short as it can be typed from here. */
    private static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }
}
