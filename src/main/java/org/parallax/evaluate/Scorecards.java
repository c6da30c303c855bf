package org.parallax.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parallax.stance.Stance;
import org.parallax.statistics.CalibrationError;
import org.parallax.statistics.Confusion;

/**
 * The scorecards of all labelled files of a folder.
 *
 * @param cards one for each file, in the order of their paths
 * @param left files that were left out, with the reason
 */
public record Scorecards(List<Scorecard> cards, List<LeftOut> left) {

    public Scorecards {
        cards = List.copyOf(cards);
        left = List.copyOf(left);
    }

    /** A file that was not scored. */
    public record LeftOut(String file, String reason) {}

    /** One page in Markdown, with what others published beside our figures. */
    public String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Scorecard of " + (cards.isEmpty() ? "no file" : cards.get(0).modelId()));
        lines.add("");
        lines.add(
                "F1, accuracy, and shares in per cent. F1-macro is the mean of the three classes' F1, in brackets its 95 %"
                        + " interval by resampling texts. ECE: expected calibration error of the best class (15 bins). Brier: from 0"
                        + " to 2. Of a published figure the part of the set that it was measured on is named; another part is not the"
                        + " same test.");
        lines.add("");
        lines.add("| file | asked | n | F1-macro | accuracy | ECE | Brier | published F1-macro |");
        lines.add("|---|---|---|---|---|---|---|---|");
        cards.forEach(card -> lines.add(row(card)));
        part(
                lines,
                "Texts with several labels",
                cards.stream().map(c -> line(c.file(), c.several())).toList());
        part(
                lines,
                "By target",
                cards.stream()
                        .flatMap(c -> c.targets().entrySet().stream()
                                .map(t -> line(c.file() + ", " + t.getKey(), t.getValue())))
                        .toList());
        swaps(lines);
        cards.forEach(card -> detail(lines, card));
        if (!left.isEmpty()) {
            lines.add("");
            lines.add("## Left out");
            lines.add("");
            left.forEach(file -> lines.add("- " + file.file() + ": " + file.reason()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(Scorecard card) {
        String asked = card.level() == Scorecard.Level.ARTICLE
                ? "the author's stance"
                : card.holderQuestions() == 0
                        ? "what the text conveys"
                        : card.holderQuestions() == card.items() ? "the holder's stance" : "both questions";
        List<Published> published =
                Published.on(card.file().substring(card.file().lastIndexOf('/') + 1));
        String others = published.stream()
                .map(p -> String.format(Locale.ROOT, "%.1f %s on %s (%s)", p.f1Macro(), p.who(), p.on(), p.source()))
                .collect(Collectors.joining("; "));
        Figures figures = card.whole();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %s | %.1f | %s | %s | %s |",
                card.file(),
                asked,
                figures.n(),
                f1(figures),
                100 * figures.confusion().accuracy(),
                calibration(figures.ece()),
                calibration(figures.brier()),
                others.isEmpty() ? "none" : others);
    }

    private static @Nullable String line(String what, @Nullable Figures figures) {
        return figures == null
                ? null
                : String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %s | %.1f | %s |",
                        what,
                        figures.n(),
                        figures.texts(),
                        f1(figures),
                        100 * figures.confusion().accuracy(),
                        calibration(figures.ece()));
    }

    private static void part(List<String> lines, String title, List<@Nullable String> rows) {
        List<String> some = new ArrayList<>();
        for (String row : rows) {
            if (row != null) {
                some.add(row);
            }
        }
        if (some.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("## " + title);
        lines.add("");
        lines.add("| part | n | texts | F1-macro | accuracy | ECE |");
        lines.add("|---|---|---|---|---|---|");
        lines.addAll(some);
    }

    private void swaps(List<String> lines) {
        List<Scorecard> swapped = cards.stream().filter(c -> c.swap() != null).toList();
        if (swapped.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("## With other names in place of the target's");
        lines.add("");
        lines.add("| file | items | sentences made | label changed | label reversed | items with a change |");
        lines.add("|---|---|---|---|---|---|");
        for (Scorecard card : swapped) {
            SwapResult swap = card.swap();
            if (swap != null) {
                lines.add(String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %.1f | %.1f | %.1f |",
                        card.file(),
                        swap.items(),
                        swap.swaps(),
                        100 * swap.changed(),
                        100 * swap.reversed(),
                        100 * swap.itemsChanged()));
            }
        }
    }

    private static void detail(List<String> lines, Scorecard card) {
        Confusion confusion = card.whole().confusion();
        lines.add("");
        lines.add("## " + card.file());
        lines.add("");
        lines.add("| label | precision | recall | F1 | given unfavourable | given neutral | given favourable |");
        lines.add("|---|---|---|---|---|---|---|");
        for (Stance truth : Stance.values()) {
            int c = truth.index();
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f | %d | %d | %d |",
                    truth.code(),
                    100 * confusion.precision(c),
                    100 * confusion.recall(c),
                    100 * confusion.f1(c),
                    confusion.count(c, 0),
                    confusion.count(c, 1),
                    confusion.count(c, 2)));
        }
        List<CalibrationError.Bin> bins = card.whole().reliability();
        if (!bins.isEmpty()) {
            lines.add("");
            lines.add("Confidence, accuracy (items): "
                    + bins.stream()
                            .map(b -> String.format(
                                    Locale.ROOT, "%.2f, %.2f (%d)", b.confidence(), b.accuracy(), b.items()))
                            .collect(Collectors.joining("; ")));
        }
        lines.add("");
        lines.add(card.unread() + " not read, " + card.uncertain() + " uncertain, counted with their best class.");
    }

    private static String f1(Figures figures) {
        return String.format(
                Locale.ROOT,
                "%.1f (%.1f to %.1f)",
                100 * figures.confusion().f1Macro(),
                100 * figures.f1Interval().low(),
                100 * figures.f1Interval().high());
    }

    private static String calibration(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
