package org.parallax.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.parallax.config.SettingsLoader;
import org.parallax.run.Session;
import org.parallax.table.ArticlesTable;
import org.parallax.table.TableStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parallax compare}: articles, or two outlets, side by side. */
@Command(
        name = "compare",
        description = "Sets articles side by side, or two outlets on one target.",
        footer = {
            "",
            "Examples:",
            "  parallax compare --tables tables/news 3f2a 91bc",
            "  parallax compare --tables tables/news --outlets 'Podil Daily,Steppe Observer' --target csto"
        })
final class CompareCommand implements Callable<Integer> {

    @Option(names = "--tables", required = true, paramLabel = "DIR", description = "Folder that run wrote.")
    String tables = "";

    @Parameters(
            arity = "0..*",
            paramLabel = "ARTICLE",
            description = "Two articles or more: the id or the start of it, the url, or a part of the title.")
    List<String> articles = new ArrayList<>();

    @Option(names = "--outlets", split = ",", paramLabel = "OUTLET", description = "Two outlets, with a comma between.")
    List<String> outlets = new ArrayList<>();

    @Option(names = "--target", paramLabel = "TARGET", description = "With --outlets: the id or name of a target.")
    @Nullable
    String target;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        check();
        Path conf = SettingsOptions.home().resolve("conf");
        Map<String, String> properties =
                SettingsLoader.load(conf, null, Map.of()).spark();
        PrintWriter out = Commands.out(spec);
        try (Session session = Session.open("compare", properties)) {
            TableStore store = new TableStore(session.spark(), tables);
            List<String> lines = outlets.isEmpty() ? ofArticles(store) : ofOutlets(store);
            lines.forEach(out::println);
        }
        return ExitCode.DONE;
    }

    private void check() {
        if (articles.isEmpty() == outlets.isEmpty()) {
            throw usage("name two articles or more, or --outlets A,B with --target T");
        }
        if (articles.size() == 1) {
            throw usage("one article cannot be compared; name another, or use explain");
        }
        if (!outlets.isEmpty() && outlets.size() != 2) {
            throw usage("--outlets takes two outlets with a comma between, not " + outlets.size());
        }
        if (outlets.isEmpty() != (target == null)) {
            throw usage(
                    outlets.isEmpty()
                            ? "--target goes with --outlets; articles are compared on all targets"
                            : "--outlets needs --target T");
        }
    }

    private List<String> ofArticles(TableStore store) {
        List<Row> found = new ArrayList<>();
        for (String wanted : articles) {
            Row article = ArticleLookup.find(
                    store,
                    tables,
                    wanted,
                    "ARTICLE " + wanted,
                    Commands.given(spec).commandLine());
            String id = article.getAs(ArticlesTable.ARTICLE_ID);
            if (found.stream().anyMatch(other -> id.equals(other.<String>getAs(ArticlesTable.ARTICLE_ID)))) {
                throw usage("ARTICLE " + wanted + " is named twice; name another");
            }
            found.add(article);
        }
        return new ArticleComparison(store, found, Terminal.style(), Terminal.width()).lines();
    }

    private List<String> ofOutlets(TableStore store) {
        OutletLookup lookup =
                new OutletLookup(store, tables, Commands.given(spec).commandLine());
        String first = lookup.outlet(outlets.get(0).strip());
        String second = lookup.outlet(outlets.get(1).strip());
        if (first.equals(second)) {
            throw usage("--outlets names " + first + " twice; name another");
        }
        return new OutletComparison(
                        store,
                        first,
                        second,
                        lookup.target(Commands.given(target).strip()),
                        Terminal.style(),
                        Terminal.width())
                .lines();
    }

    private ParameterException usage(String message) {
        return new ParameterException(Commands.given(spec).commandLine(), message);
    }
}
