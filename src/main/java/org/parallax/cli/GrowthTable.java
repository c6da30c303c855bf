package org.parallax.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parallax.run.Growth;
import org.parallax.table.Manifest;

/** What a benchmark has measured, as lines of text: a column of rows and seconds for each size, and how they grow. */
final class GrowthTable {
    private static final double MEBIBYTE = 1 << 20;
    private static final int NAME = 28;

    private GrowthTable() {}

    static List<String> lines(Growth growth) {
        List<Growth.Measured> sizes = growth.sizes();
        List<String> lines = new ArrayList<>();
        StringBuilder over = new StringBuilder(" ".repeat(NAME));
        StringBuilder head = new StringBuilder(padded("stage"));
        for (int size = 0; size < sizes.size(); size++) {
            boolean grown = size > 0;
            over.append(String.format(
                    Locale.ROOT, grown ? "%41s" : "%24s", number(sizes.get(size).rows()) + " rows in"));
            head.append(String.format(Locale.ROOT, "%14s%10s", "rows out", "seconds"));
            head.append(grown ? String.format(Locale.ROOT, "%8s%9s", "times", "power") : "");
        }
        lines.add(over.toString());
        lines.add(head.toString());
        for (int line = 0; line < sizes.get(0).lines().size(); line++) {
            lines.add(line(growth, line));
        }
        StringBuilder heap = new StringBuilder(padded("peak heap, at most"));
        for (int size = 0; size < sizes.size(); size++) {
            String used =
                    String.format(Locale.ROOT, "%,.0f MiB", sizes.get(size).peakHeap() / MEBIBYTE);
            heap.append(String.format(Locale.ROOT, "%24s", used)).append(size > 0 ? " ".repeat(17) : "");
        }
        lines.add(heap.toString().stripTrailing());
        if (sizes.size() > 1) {
            lines.add("");
            lines.add("times: how many times as long as at the size before. power: 1 is in proportion to the rows,");
            lines.add("and n log n would be " + sorting(growth) + ".");
        }
        return lines;
    }

    private static String line(Growth growth, int line) {
        StringBuilder text = new StringBuilder();
        for (int size = 0; size < growth.sizes().size(); size++) {
            Manifest.Stage stage = growth.sizes().get(size).lines().get(line);
            if (size == 0) {
                text.append(padded(stage.name()));
            }
            text.append(String.format(Locale.ROOT, "%14s%10.1f", number(stage.rows()), stage.seconds()));
            if (size > 0) {
                text.append(String.format(
                        Locale.ROOT, "%8.1f%9.2f", growth.ratio(size, line), growth.exponent(size, line)));
            }
        }
        return text.toString();
    }

    private static String sorting(Growth growth) {
        List<String> powers = new ArrayList<>();
        for (int size = 1; size < growth.sizes().size(); size++) {
            powers.add(String.format(Locale.ROOT, "%.2f", growth.sortingExponent(size)));
        }
        return String.join(", then ", powers);
    }

    private static String padded(String name) {
        return String.format(Locale.ROOT, "%-" + NAME + "s", name);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
