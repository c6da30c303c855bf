package org.parallax.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.parallax.config.SettingsLoader;
import org.parallax.run.Session;
import org.parallax.table.TableStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parallax explain}: one article, and how its stance came about. */
@Command(
        name = "explain",
        description = "Shows one article with its mentions marked, and how they make the article's stance.")
final class ExplainCommand implements Callable<Integer> {

    @Option(names = "--tables", required = true, paramLabel = "DIR", description = "Folder that run wrote.")
    String tables = "";

    @Option(
            names = "--article",
            required = true,
            paramLabel = "ID",
            description = "The article's id or the start of it, its url, or a part of its title.")
    String article = "";

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        Path conf = SettingsOptions.home().resolve("conf");
        Map<String, String> properties =
                SettingsLoader.load(conf, null, Map.of()).spark();
        PrintWriter out = Commands.out(spec);
        try (Session session = Session.open("explain", properties)) {
            TableStore store = new TableStore(session.spark(), tables);
            Row found = ArticleLookup.find(
                    store,
                    tables,
                    article,
                    "--article " + article,
                    Commands.given(spec).commandLine());
            new Explanation(store, found, Terminal.style(), Terminal.width())
                    .lines()
                    .forEach(out::println);
        }
        return ExitCode.DONE;
    }
}
