package org.parallax.label;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Settings.LabelSettings;
import org.parallax.label.LabelledMention.Verdict;
import org.parallax.statistics.CalibrationError;
import org.parallax.statistics.DesignMean;
import org.parallax.statistics.Interval;
import org.parallax.statistics.ItemBootstrap;
import org.parallax.statistics.KrippendorffAlpha;
import org.parallax.statistics.KrippendorffAlpha.Metric;
import org.parallax.statistics.WeightedConfusion;
import org.parallax.table.LabelQualityTable;

/** What the labels of one target, or of all, say of the annotators and of the model: a row of {@link LabelQualityTable}. */
final class LabelQuality {
    private static final int CLASSES = 3;
    private static final int BINS = 15;

    private final List<SheetRow> sheets;
    private final List<LabelledMention> mentions;
    private final List<LabelledMention> scored;
    private final long unmatched;
    private final boolean byDesign;

    LabelQuality(List<SheetRow> sheets, List<LabelledMention> mentions, List<Labels.Unmatched> unmatched) {
        this.sheets = sheets;
        this.mentions = mentions;
        this.scored = mentions.stream().filter(m -> m.verdict() != null).toList();
        this.unmatched = unmatched.size();
        this.byDesign = scored.stream().allMatch(m -> m.inclusionProbability() != null);
    }

    Row row(String target, LabelSettings settings) {
        ItemBootstrap bootstrap = new ItemBootstrap(settings.resamples(), settings.seed());
        KrippendorffAlpha alpha = KrippendorffAlpha.of(
                mentions.stream().map(LabelledMention::values).toList());
        boolean enoughShared = alpha.units() >= settings.minItems();
        Interval nominal = enoughShared ? alpha(alpha, Metric.NOMINAL, bootstrap, target) : null;
        Interval interval = enoughShared ? alpha(alpha, Metric.INTERVAL, bootstrap, target) : null;
        DesignMean error = scored.isEmpty() ? null : error();
        boolean enough = error != null && error.clusters() >= settings.minItems();
        Interval f1 = enough
                ? bootstrap.interval(scored.size(), drawn -> confusion(drawn).f1Macro(), "f1 " + target)
                : null;
        Interval errorInterval = enough && error != null ? error.interval() : null;
        int[] all = new int[scored.size()];
        Arrays.setAll(all, i -> i);
        return RowFactory.create(
                target,
                (long) mentions.size(),
                mentions.stream().mapToLong(m -> m.labels().size()).sum(),
                annotators(),
                (long) alpha.units(),
                orNull(alpha.value(Metric.NOMINAL)),
                low(nominal),
                high(nominal),
                orNull(alpha.value(Metric.INTERVAL)),
                low(interval),
                high(interval),
                agreementStatus(alpha, enoughShared),
                (long) scored.size(),
                byDesign ? LabelQualityTable.DESIGN : LabelQualityTable.EQUAL,
                orNull(confusion(all).f1Macro()),
                low(f1),
                high(f1),
                orNull(confusion(all).accuracy()),
                scored.isEmpty() ? null : calibration(),
                error == null ? null : error.mean(),
                low(errorInterval),
                high(errorInterval),
                enough ? LabelQualityTable.OK : LabelQualityTable.TOO_FEW_ITEMS,
                rows(Answer.EMPTY),
                rows(Answer.UNCLEAR),
                unmatched);
    }

    private static @Nullable Interval alpha(
            KrippendorffAlpha alpha, Metric metric, ItemBootstrap bootstrap, String target) {
        return bootstrap.interval(alpha.units(), drawn -> alpha.value(metric, drawn), "alpha " + metric + " " + target);
    }

    private static String agreementStatus(KrippendorffAlpha alpha, boolean enough) {
        if (alpha.units() == 0) {
            return LabelQualityTable.ONE_ANNOTATOR;
        }
        if (Double.isNaN(alpha.value(Metric.NOMINAL))) {
            return LabelQualityTable.ONE_LABEL;
        }
        return enough ? LabelQualityTable.OK : LabelQualityTable.TOO_FEW_ITEMS;
    }

    private long annotators() {
        Set<String> names = new TreeSet<>();
        sheets.stream().filter(s -> s.answer().isLabel()).forEach(s -> names.add(s.annotator()));
        return names.size();
    }

    private long rows(Answer answer) {
        return sheets.stream().filter(s -> s.answer() == answer).count();
    }

    /** Each label of an item counts its part of the item's weight. */
    private WeightedConfusion confusion(int[] items) {
        WeightedConfusion confusion = new WeightedConfusion(CLASSES);
        for (int i : items) {
            LabelledMention item = scored.get(i);
            for (int label : item.labels()) {
                confusion.add(
                        label + 1,
                        verdict(item).stance(),
                        1 / probability(item) / item.labels().size());
            }
        }
        return confusion;
    }

    private double calibration() {
        double[] confidence =
                scored.stream().mapToDouble(m -> verdict(m).confidence()).toArray();
        double[] correct = scored.stream()
                .mapToDouble(m -> m.labels().stream()
                                .filter(label -> label + 1 == verdict(m).stance())
                                .count()
                        / (double) m.labels().size())
                .toArray();
        double[] weight = scored.stream().mapToDouble(m -> 1 / probability(m)).toArray();
        return CalibrationError.expected(confidence, correct, weight, BINS);
    }

    private DesignMean error() {
        return DesignMean.of(
                scored.stream()
                        .mapToDouble(m -> verdict(m).score() - m.meanLabel())
                        .toArray(),
                scored.stream().mapToDouble(this::probability).toArray(),
                scored.stream().map(LabelledMention::articleId).toArray(String[]::new));
    }

    private double probability(LabelledMention item) {
        Double probability = item.inclusionProbability();
        return byDesign && probability != null ? probability : 1;
    }

    private static Verdict verdict(LabelledMention item) {
        return Objects.requireNonNull(item.verdict());
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static @Nullable Double low(@Nullable Interval interval) {
        return interval == null ? null : interval.low();
    }

    private static @Nullable Double high(@Nullable Interval interval) {
        return interval == null ? null : interval.high();
    }
}
