package org.parallax.evaluate;

import java.util.List;
import java.util.stream.Collectors;
import org.parallax.stance.Probabilities;
import org.parallax.stance.Stance;
import org.parallax.statistics.BrierScore;
import org.parallax.statistics.CalibrationError;
import org.parallax.statistics.Confusion;
import org.parallax.statistics.ConfusionBootstrap;
import org.parallax.statistics.Interval;

/**
 * What some verdicts say of the model.
 *
 * @param n items
 * @param texts texts that they stand in
 * @param f1Interval 95 % interval of F1-macro, by resampling texts
 * @param probabilities items whose answer has probabilities; the three figures after it are of these
 * @param ece expected calibration error, NaN where no answer has probabilities
 * @param brier Brier score, NaN where no answer has probabilities
 * @param reliability bins of a reliability diagram
 */
record Figures(
        int n,
        int texts,
        Confusion confusion,
        Interval f1Interval,
        int probabilities,
        double ece,
        double brier,
        List<CalibrationError.Bin> reliability) {
    private static final int BINS = 15;
    private static final ConfusionBootstrap BOOTSTRAP = new ConfusionBootstrap(2000, 20091);

    Figures {
        reliability = List.copyOf(reliability);
    }

    /** The figures of at least one verdict. */
    static Figures of(List<Verdict> verdicts) {
        int classes = Stance.values().length;
        Confusion confusion = Confusion.of(
                classes,
                verdicts.stream().mapToInt(v -> v.label().index()).toArray(),
                verdicts.stream().mapToInt(v -> v.given().index()).toArray());
        Interval interval = BOOTSTRAP.f1Macro(
                classes,
                verdicts.stream()
                        .map(v -> new ConfusionBootstrap.Item(
                                v.text(), v.label().index(), v.given().index()))
                        .toList());
        List<Verdict> sure =
                verdicts.stream().filter(v -> v.probabilities() != null).toList();
        double[] confidence = new double[sure.size()];
        boolean[] right = new boolean[sure.size()];
        double[][] all = new double[sure.size()][];
        for (int i = 0; i < sure.size(); i++) {
            Verdict verdict = sure.get(i);
            Probabilities p = verdict.probabilities();
            if (p != null) {
                confidence[i] = p.confidence();
                right[i] = verdict.right();
                all[i] = new double[] {p.unfavourable(), p.neutral(), p.favourable()};
            }
        }
        return new Figures(
                verdicts.size(),
                verdicts.stream().map(Verdict::text).collect(Collectors.toSet()).size(),
                confusion,
                interval,
                sure.size(),
                sure.isEmpty() ? Double.NaN : CalibrationError.expected(confidence, right, BINS),
                BrierScore.of(
                        all, sure.stream().mapToInt(v -> v.label().index()).toArray()),
                CalibrationError.bins(confidence, right, BINS));
    }
}
