package org.parallax.cli;

import static java.util.Comparator.comparingDouble;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.parallax.table.ArticlesTable;
import org.parallax.table.Manifest;
import org.parallax.table.TableStore;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Finds the outlet and the target that somebody means, whatever the case of the letters. */
final class OutletLookup {
    private static final int MOST_SHOWN = 3;

    private final TableStore store;
    private final String folder;
    private final CommandLine command;

    OutletLookup(TableStore store, String folder, CommandLine command) {
        this.store = store;
        this.folder = folder;
        this.command = command;
    }

    /** @throws ParameterException when there is none, with those that come near */
    String outlet(String wanted) {
        List<String> outlets =
                store.read(ArticlesTable.TABLE).select(ArticlesTable.OUTLET).distinct().collectAsList().stream()
                        .map(row -> row.getString(0))
                        .sorted()
                        .toList();
        return outlets.stream()
                .filter(wanted::equals)
                .findFirst()
                .or(() -> outlets.stream().filter(wanted::equalsIgnoreCase).findFirst())
                .orElseThrow(() -> unknown("--outlets " + wanted, "outlet", wanted, outlets));
    }

    /** The id of a target of the run, by its id or its name. */
    String target(String wanted) {
        Manifest manifest = store.manifest();
        List<String> ids = manifest.configuration().get("targets") instanceof Map<?, ?> targets
                ? targets.keySet().stream().map(String::valueOf).sorted().toList()
                : List.of();
        return ids.stream()
                .filter(id -> wanted.equalsIgnoreCase(id)
                        || wanted.equalsIgnoreCase(Summary.displayName(manifest, "targets", id)))
                .findFirst()
                .orElseThrow(() -> unknown("--target " + wanted, "target", wanted, ids));
    }

    private ParameterException unknown(String named, String kind, String wanted, List<String> known) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        String lower = wanted.toLowerCase(Locale.ROOT);
        String nearest = known.stream()
                .sorted(comparingDouble((String name) -> -similarity.apply(lower, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_SHOWN)
                .collect(Collectors.joining("; "));
        return new ParameterException(
                command, named + ": there is no such " + kind + " in " + folder + "; the nearest are: " + nearest);
    }
}
