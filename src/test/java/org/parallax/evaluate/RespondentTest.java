package org.parallax.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.mention.Span;
import org.parallax.stance.Probabilities;
import org.parallax.stance.Question;
import org.parallax.stance.SecondReading;
import org.parallax.stance.StanceModel;

/** With the shipped model and the second reading of its card. */
@ExtendWith(SparkExtension.class)
class RespondentTest {
    private static final List<String> SENTENCES = List.of(
            "We are deeply grateful to NATO for its reliable support.",
            "NATO held a meeting on Tuesday.",
            "NATO is a reckless aggressor that lies to the world.",
            "NATO, say what you will of it, has outlived its enemies.",
            "Few would have bet on NATO ten years ago, and fewer still would now bet against it.",
            "Whether NATO was wise to wait is a question that its own ministers no longer like to be asked.",
            "Even its critics in the capital admit that NATO kept its word this time.",
            "NATO promised much and delivered some of it.",
            "The troops of NATO left as they had come, without a word to the mayor.",
            "After the summit NATO looked larger, and no stronger.");

    @Test
    void readsCloseAnswersAgainAndLeavesTheOthers(SparkSession spark) {
        StanceModel model = StanceModel.load(spark, Path.of("conf/model"));
        Respondent respondent = new Respondent(spark, model);
        SecondReading reading = model.secondReading();
        List<Question> once = SENTENCES.stream().map(RespondentTest::question).toList();
        List<Question> twice = once.stream().map(Question::readAgain).toList();
        List<Question> nameless =
                twice.stream().map(q -> new Question(q.withoutName() + "")).toList();

        List<Probabilities> first = respondent.answer(once);
        List<Probabilities> second = respondent.answer(nameless);
        List<Probabilities> both = respondent.answer(twice);

        int close = 0;
        for (int i = 0; i < SENTENCES.size(); i++) {
            boolean again = margin(first.get(i)) < reading.closerThan();
            close += again ? 1 : 0;
            double weight = again ? reading.weight() : 0;
            double expected =
                    (1 - weight) * first.get(i).score() + weight * second.get(i).score();
            assertThat(both.get(i).score()).as(SENTENCES.get(i)).isCloseTo(expected, within(1e-9));
        }
        assertThat(close).isBetween(1, SENTENCES.size() - 3);
    }

    private static Question question(String sentence) {
        int begin = sentence.indexOf("NATO");
        return Question.target(sentence, new Span(begin, begin + "NATO".length()));
    }

    private static double margin(Probabilities p) {
        double[] sorted = {p.unfavourable(), p.neutral(), p.favourable()};
        Arrays.sort(sorted);
        return sorted[2] - sorted[1];
    }
}
