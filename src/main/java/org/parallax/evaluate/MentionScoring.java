package org.parallax.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Span;
import org.parallax.stance.Probabilities;
import org.parallax.stance.Question;
import org.parallax.stance.Stance;

/** Labelled mentions: each text is a sentence, and the span in it the mention. */
final class MentionScoring {
    private MentionScoring() {}

    /** One verdict for each item, in their order. */
    static List<Verdict> score(
            List<Labelled.Mention> items, Respondent respondent, ReadAgain readAgain, List<String> languages) {
        List<Question> questions = new ArrayList<>();
        for (Labelled.Mention item : items) {
            if (languages.contains(item.language())) {
                Question question = question(item);
                questions.add(readAgain.holds(item) ? question.readAgain() : question);
            }
        }
        List<Probabilities> answers = respondent.answer(questions);
        List<Verdict> verdicts = new ArrayList<>();
        int next = 0;
        for (Labelled.Mention item : items) {
            Probabilities answer = languages.contains(item.language()) ? answers.get(next++) : null;
            Stance given = answer == null ? Stance.NEUTRAL : answer.best();
            verdicts.add(new Verdict(item.text(), item.target(), item.label(), given, answer != null, answer));
        }
        return verdicts;
    }

    /** What the text conveys, or what the holder expresses where one was asked for. */
    static Question question(Labelled.Mention item) {
        @Nullable Span holder = item.holder();
        if (holder != null) {
            return Question.holder(item.text(), item.mention(), holder);
        }
        String name = item.holderName();
        return name == null
                ? Question.target(item.text(), item.mention())
                : Question.holder(item.text(), item.mention(), name);
    }
}
