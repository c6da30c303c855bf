package org.parallax.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the bias probe found.
 *
 * @param spreads one for each sentence
 * @param modelId the model that was asked
 */
public record ProbeReport(List<Spread> spreads, String modelId) {

    public ProbeReport {
        spreads = List.copyOf(spreads);
    }

    /** The report in Markdown. */
    public String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("# Bias probe of " + modelId);
        lines.add("");
        lines.add(
                "The same sentences with " + spreads.get(0).scores().size()
                        + " names of states and alliances in them, three invented: "
                        + String.join(", ", spreads.get(0).scores().keySet())
                        + ". Range: highest less lowest score, on the scale from -1 to +1. Deviation: mean distance from the sentence's mean.");
        lines.add("");
        lines.add("| sentences | n | mean range | mean deviation | largest range |");
        lines.add("|---|---|---|---|---|");
        lines.add(row("neutral", spreads.stream().filter(ProbeReport::neutral).toList()));
        lines.add(row("polar", spreads.stream().filter(s -> !neutral(s)).toList()));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "The mean range of the neutral sentences has to be at most %.2f: it %s.",
                BiasProbe.NEUTRAL_BOUND,
                BiasProbe.meanRange(spreads, true) <= BiasProbe.NEUTRAL_BOUND ? "is" : "is not"));
        lines.add("");
        lines.add("| written as | sentence | mean | range | deviation | lowest | highest |");
        lines.add("|---|---|---|---|---|---|---|");
        spreads.forEach(s -> lines.add(String.format(
                Locale.ROOT,
                "| %s | %s | %+.2f | %.3f | %.3f | %s | %s |",
                s.kind(),
                s.sentence().replace("{}", "…"),
                s.mean(),
                s.range(),
                s.deviation(),
                shown(Collections.min(s.scores().entrySet(), Map.Entry.comparingByValue())),
                shown(Collections.max(s.scores().entrySet(), Map.Entry.comparingByValue())))));
        return String.join("\n", lines) + "\n";
    }

    private static String row(String kind, List<Spread> some) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f |",
                kind,
                some.size(),
                some.stream().mapToDouble(Spread::range).average().orElse(Double.NaN),
                some.stream().mapToDouble(Spread::deviation).average().orElse(Double.NaN),
                some.stream().mapToDouble(Spread::range).max().orElse(Double.NaN));
    }

    private static boolean neutral(Spread spread) {
        return spread.kind().equals(BiasProbe.NEUTRAL);
    }

    private static String shown(Map.Entry<String, Double> end) {
        return String.format(Locale.ROOT, "%s %+.2f", end.getKey(), end.getValue());
    }
}
