package org.parallax.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parallax.stance.Probabilities;
import org.parallax.stance.Question;
import org.parallax.stance.Stance;

/** Asks for each item that names a state or an alliance the same of other names, and compares the labels. */
final class SwapConsistency {
    private SwapConsistency() {}

    /** Null where no item names one. */
    static @Nullable SwapResult of(
            List<Labelled.Mention> items, Respondent respondent, NameSwap swap, List<String> languages) {
        List<Labelled.Mention> named = new ArrayList<>();
        List<List<Labelled.Mention>> others = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (Labelled.Mention item : items) {
            List<Labelled.Mention> swapped = languages.contains(item.language()) ? swap.others(item) : List.of();
            if (!swapped.isEmpty()) {
                named.add(item);
                others.add(swapped);
                questions.add(MentionScoring.question(item).readAgain());
                swapped.forEach(
                        other -> questions.add(MentionScoring.question(other).readAgain()));
            }
        }
        if (named.isEmpty()) {
            return null;
        }
        List<Probabilities> answers = respondent.answer(questions);
        int next = 0;
        int swaps = 0;
        int changed = 0;
        int reversed = 0;
        int itemsChanged = 0;
        for (List<Labelled.Mention> swapped : others) {
            Stance original = answers.get(next++).best();
            boolean any = false;
            for (int i = 0; i < swapped.size(); i++) {
                Stance other = answers.get(next++).best();
                swaps++;
                changed += other == original ? 0 : 1;
                reversed += Math.abs(other.index() - original.index()) > 1 ? 1 : 0;
                any |= other != original;
            }
            itemsChanged += any ? 1 : 0;
        }
        return new SwapResult(
                named.size(),
                swaps,
                (double) changed / swaps,
                (double) reversed / swaps,
                (double) itemsChanged / named.size());
    }
}
