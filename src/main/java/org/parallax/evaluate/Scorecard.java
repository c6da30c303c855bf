package org.parallax.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parallax.stance.Probabilities;
import org.parallax.stance.Stance;

/**
 * What a labelled file says of the model.
 *
 * @param file name of the file
 * @param level what was labelled: mentions or articles
 * @param whole figures of all items
 * @param several figures of the items whose text has items of another label; null where there are none
 * @param targets figures by target, where the file states targets of its mentions
 * @param swap whether the label follows the name; null where no item names a state or an alliance
 * @param unread items that got no score, because the model does not read their language or their target was not found;
 *     they count as neutral
 * @param uncertain items whose best class stays under the configured probability; they count with that class all the same
 * @param holderQuestions items for which the holder's stance was asked, and not the text's
 * @param perSecond questions answered in a second, loading the model apart; NaN where none was new
 */
public record Scorecard(
        String file,
        Level level,
        Figures whole,
        @Nullable Figures several,
        SortedMap<String, Figures> targets,
        @Nullable SwapResult swap,
        long unread,
        long uncertain,
        long holderQuestions,
        double perSecond,
        String modelId) {

    public Scorecard {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
    }

    /** What was labelled. */
    public enum Level {
        MENTION,
        ARTICLE
    }

    /** Items that were judged. */
    public long items() {
        return whole.n();
    }

    /** One JSON object; F1 and accuracy in per cent. */
    public String json() {
        return ScorecardJson.write(this);
    }

    /** The verdicts on texts of which other verdicts have another label. */
    static @Nullable Figures several(List<Verdict> verdicts) {
        Map<String, Set<Stance>> labels = new TreeMap<>();
        verdicts.forEach(
                v -> labels.computeIfAbsent(v.text(), text -> new HashSet<>()).add(v.label()));
        List<Verdict> mixed = verdicts.stream()
                .filter(v -> labels.getOrDefault(v.text(), Set.of()).size() > 1)
                .toList();
        return mixed.isEmpty() ? null : Figures.of(mixed);
    }

    static SortedMap<String, Figures> targets(List<Verdict> verdicts) {
        SortedMap<String, List<Verdict>> byTarget = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            String target = verdict.target();
            if (target != null) {
                byTarget.computeIfAbsent(target, name -> new ArrayList<>()).add(verdict);
            }
        }
        SortedMap<String, Figures> figures = new TreeMap<>();
        byTarget.forEach((target, some) -> figures.put(target, Figures.of(some)));
        return figures;
    }

    static long uncertain(List<Verdict> verdicts, double minConfidence) {
        return verdicts.stream()
                .map(Verdict::probabilities)
                .filter(p -> below(p, minConfidence))
                .count();
    }

    private static boolean below(@Nullable Probabilities p, double minConfidence) {
        return p != null && p.confidence() < minConfidence;
    }
}
