package org.parallax.cli;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.parallax.table.Manifest;
import org.parallax.table.StanceByPeriodTable;
import org.parallax.table.TableStore;

/** Stance in the author's own voice by outlet and target, over the whole span. */
final class OutletTable {
    private static final int CELL = 23;
    private static final int GAP = 2;

    private record Cell(double mean, @Nullable Double low, @Nullable Double high, long articles) {}

    private final Map<String, Map<String, Cell>> outlets = new TreeMap<>();
    private final List<String> targets;
    private final Manifest manifest;
    private final Style style;

    OutletTable(SparkSession spark, String folder, Manifest manifest, Style style) {
        this.manifest = manifest;
        this.style = style;
        TreeSet<String> named = new TreeSet<>();
        List<Row> rows = new TableStore(spark, folder)
                .read(StanceByPeriodTable.TABLE)
                .filter(col(StanceByPeriodTable.PERIOD)
                        .equalTo(StanceByPeriodTable.SPAN)
                        .and(col(StanceByPeriodTable.GROUPING).equalTo(StanceByPeriodTable.OUTLET))
                        .and(col(StanceByPeriodTable.VOICE).equalTo("author"))
                        .and(col(StanceByPeriodTable.COUNTING).equalTo(StanceByPeriodTable.EVERY_COPY)))
                .collectAsList();
        for (Row row : rows) {
            String target = row.getAs(StanceByPeriodTable.TARGET);
            named.add(target);
            outlets.computeIfAbsent(row.getAs(StanceByPeriodTable.GROUP), outlet -> new TreeMap<>())
                    .put(
                            target,
                            new Cell(
                                    row.<Double>getAs(StanceByPeriodTable.MEAN),
                                    row.getAs(StanceByPeriodTable.MEAN_LOW),
                                    row.getAs(StanceByPeriodTable.MEAN_HIGH),
                                    row.<Long>getAs(StanceByPeriodTable.ARTICLES)));
        }
        // The target that most articles speak of stands first, and orders the outlets.
        targets = named.stream()
                .sorted(Comparator.comparingLong(this::articles).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        int name = outlets.keySet().stream().mapToInt(Style::width).max().orElse(0);
        int fit = Math.max(1, (width - name) / (CELL + GAP));
        for (int from = 0; from < targets.size(); from += fit) {
            List<String> shown = targets.subList(from, Math.min(targets.size(), from + fit));
            lines.add("");
            lines.add(style.bold("Stance in the author's own voice: mean (95 % interval) articles"));
            StringBuilder head = new StringBuilder(" ".repeat(name));
            shown.forEach(
                    target -> head.append(padded("  " + Summary.displayName(manifest, "targets", target), CELL + GAP)));
            lines.add(style.bold(head.toString().stripTrailing()));
            for (String outlet : ordered()) {
                StringBuilder line = new StringBuilder(padded(outlet, name));
                shown.forEach(target -> line.append("  ")
                        .append(padded(
                                cell(outlets.getOrDefault(outlet, Map.of()).get(target)), CELL)));
                lines.add(line.toString().stripTrailing());
            }
        }
        return lines;
    }

    private List<String> ordered() {
        return outlets.keySet().stream()
                .sorted(Comparator.comparingDouble(this::first).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private double first(String outlet) {
        Cell cell = outlets.getOrDefault(outlet, Map.of()).get(targets.get(0));
        return cell == null ? Double.MAX_VALUE : cell.mean;
    }

    private long articles(String target) {
        return outlets.values().stream()
                .map(cells -> cells.get(target))
                .mapToLong(cell -> cell == null ? 0 : cell.articles)
                .sum();
    }

    private String cell(@Nullable Cell cell) {
        if (cell == null) {
            return style.faint("   -");
        }
        String interval = cell.low == null || cell.high == null
                ? " ".repeat(15)
                : " (" + Numbers.signed(cell.low) + " " + Numbers.signed(cell.high) + ")";
        String mean = Numbers.signed(cell.mean);
        boolean clear = cell.low != null && cell.high != null && (cell.low > 0 || cell.high < 0);
        String side = clear ? (cell.mean > 0 ? "favourable" : "unfavourable") : "neutral";
        return style.side(side, mean) + style.faint(interval) + String.format(Locale.ROOT, "%3d", cell.articles);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - Style.width(text)));
    }
}
