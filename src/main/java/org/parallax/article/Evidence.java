package org.parallax.article;

import static java.util.Comparator.comparingDouble;

import java.util.List;

/** The sentences that an analyst reads first to check an article's score. */
final class Evidence {
    private Evidence() {}

    /**
     * The strongest sentences on the side of the article's score, strongest first; of equally strong ones the earlier. Where
     * the score is exactly 0 both sides count.
     *
     * @param sentences in the order of the text
     */
    static List<ScoredSentence> choose(List<ScoredSentence> sentences, double score, int most) {
        return sentences.stream()
                .filter(s -> score == 0 || s.score() * score > 0)
                .sorted(comparingDouble(s -> -Math.abs(s.score())))
                .limit(most)
                .toList();
    }
}
