package org.parallax.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parallax.stance.Probabilities;
import org.parallax.stance.Stance;

class FiguresTest {
    private static final Probabilities SURE = new Probabilities(0.9, 0.1, 0);
    private static final Probabilities TORN = new Probabilities(0.3, 0.4, 0.3);

    @Test
    void countsTextsOnceAndIntervalsHoldTheFigure() {
        Figures figures = Figures.of(List.of(
                verdict("a", Stance.UNFAVOURABLE, SURE),
                verdict("a", Stance.NEUTRAL, TORN),
                verdict("b", Stance.FAVOURABLE, TORN),
                verdict("c", Stance.NEUTRAL, TORN)));

        assertThat(figures.n()).isEqualTo(4);
        assertThat(figures.texts()).isEqualTo(3);
        assertThat(figures.confusion().accuracy()).isEqualTo(0.75);
        assertThat(figures.f1Interval().contains(figures.confusion().f1Macro())).isTrue();
    }

    @Test
    void probabilitiesAreJudgedWhereThereAreAny() {
        Figures figures = Figures.of(List.of(
                verdict("a", Stance.UNFAVOURABLE, SURE),
                new Verdict("b", null, Stance.NEUTRAL, Stance.NEUTRAL, false, null)));
        Figures without = Figures.of(List.of(new Verdict("b", null, Stance.NEUTRAL, Stance.NEUTRAL, true, null)));

        assertThat(figures.probabilities()).isEqualTo(1);
        assertThat(figures.ece()).isCloseTo(0.1, within(1e-12));
        assertThat(figures.brier()).isCloseTo(0.02, within(1e-12));
        assertThat(figures.reliability()).singleElement().satisfies(bin -> assertThat(bin.accuracy())
                .isEqualTo(1));
        assertThat(without.ece()).isNaN();
        assertThat(without.brier()).isNaN();
    }

    @Test
    void textsWithSeveralLabelsAreAPartOfTheirOwn() {
        Figures several = Scorecard.several(List.of(
                verdict("a", Stance.UNFAVOURABLE, SURE),
                verdict("a", Stance.NEUTRAL, TORN),
                verdict("b", Stance.NEUTRAL, TORN),
                verdict("b", Stance.NEUTRAL, SURE)));

        assertThat(Objects.requireNonNull(several).n()).isEqualTo(2);
        assertThat(Scorecard.several(List.of(verdict("b", Stance.NEUTRAL, TORN))))
                .isNull();
    }

    @Test
    void targetsAreApartAndUncertainAnswersAreCounted() {
        List<Verdict> verdicts = List.of(
                new Verdict("a", "NATO", Stance.NEUTRAL, Stance.NEUTRAL, true, TORN),
                new Verdict("a", "Russia", Stance.NEUTRAL, Stance.UNFAVOURABLE, true, SURE),
                new Verdict("b", null, Stance.NEUTRAL, Stance.NEUTRAL, false, null));

        assertThat(Scorecard.targets(verdicts)).containsOnlyKeys("NATO", "Russia");
        assertThat(Scorecard.uncertain(verdicts, 0.5)).isEqualTo(1);
    }

    private static Verdict verdict(String text, Stance label, @Nullable Probabilities p) {
        return new Verdict(text, null, label, Objects.requireNonNull(p).best(), true, p);
    }
}
