package org.parallax.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parallax.config.ConfigException;
import org.parallax.config.SettingsLoader;
import org.parallax.label.Sample;
import org.parallax.label.SampleStage;
import org.parallax.label.Sampling;
import org.parallax.label.SheetFiles;
import org.parallax.label.Stratum;
import org.parallax.run.Session;
import org.parallax.table.ArticlesTable;
import org.parallax.table.Manifest;
import org.parallax.table.MentionsTable;
import org.parallax.table.TableStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parallax sample}: published tables to a sheet that people fill in. */
@Command(
        name = "sample",
        description =
                "Draws a stratified probability sample of the mentions, and writes sheets in which people label them.",
        footer = {
            "",
            "Example: parallax sample --tables tables/news --for-labelling 300 --annotators 2",
            "Then:    parallax run --input ... --output tables/news --labels labelling/sheet-1.csv labelling/sheet-2.csv"
        })
final class SampleCommand implements Callable<Integer> {

    @Option(names = "--tables", required = true, paramLabel = "DIR", description = "Folder that run wrote.")
    String tables = "";

    @Option(
            names = "--for-labelling",
            required = true,
            paramLabel = "N",
            description = "How many mentions to draw: 30 or more of each target that figures are wanted for.")
    int size;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder on this machine for sheets and guide; ${DEFAULT-VALUE} if not given.")
    Path output = Path.of("labelling");

    @Option(
            names = "--annotators",
            paramLabel = "K",
            description = "How many people label: each gets a sheet of the whole sample; 1 if not given.")
    int annotators = 1;

    @Option(
            names = "--by",
            paramLabel = "voice|outlet",
            description = "What the strata are, beside target and predicted stance; voice if not given.")
    Sampling.By by = Sampling.By.VOICE;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "The same seed draws the same mentions from the same tables; ${DEFAULT-VALUE} if not given.")
    long seed = 1;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        positive("--for-labelling", size);
        positive("--annotators", annotators);
        SheetFiles.refuseFilled(output, annotators);
        Map<String, String> properties = SettingsLoader.load(
                        SettingsOptions.home().resolve("conf"), null, Map.of())
                .spark();
        PrintWriter out = Commands.out(spec);
        try (Session session = Session.open("sample", properties)) {
            TableStore store = new TableStore(session.spark(), tables);
            Manifest manifest = store.manifest();
            Sample sample = SampleStage.draw(
                    store.read(MentionsTable.TABLE),
                    store.read(ArticlesTable.TABLE),
                    new Sampling(size, by, seed),
                    target -> Summary.displayName(manifest, "targets", target));
            List<Path> written = SheetFiles.write(sample, annotators, output);
            out.println(String.format(
                    Locale.ROOT,
                    "%-12s %-13s %-20s %10s %7s",
                    "target",
                    "stance",
                    by.name().toLowerCase(Locale.ROOT),
                    "mentions",
                    "drawn"));
            for (Stratum stratum : sample.strata()) {
                out.println(String.format(
                        Locale.ROOT,
                        "%-12s %-13s %-20s %,10d %,7d",
                        stratum.target(),
                        stratum.stance(),
                        stratum.group(),
                        stratum.mentions(),
                        stratum.drawn()));
            }
            out.println();
            out.println(size + " mentions drawn; written:");
            written.forEach(file -> out.println("  " + file));
            out.println("Have the sheets filled as "
                    + written.get(written.size() - 1).getFileName()
                    + " says, then give them to parallax run with --labels.");
        }
        return ExitCode.DONE;
    }

    private static void positive(String option, int value) {
        if (value < 1) {
            throw new ConfigException(option + " " + value + ": must be a whole number from 1");
        }
    }
}
