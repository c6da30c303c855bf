package org.parallax.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parallax.mention.Span;
import org.parallax.stance.Probabilities;
import org.parallax.stance.Question;

/**
 * The same sentences of our own with different names in them: what the score still changes is not in the sentence but in the
 * model. Names of states and alliances, three of them invented.
 */
final class BiasProbe {
    /** The most that the score of a neutral sentence may change with the name, on average. */
    static final double NEUTRAL_BOUND = 0.10;

    static final String NEUTRAL = "neutral";
    private static final String SLOT = "{}";

    private BiasProbe() {}

    static List<Spread> run(Respondent respondent) {
        List<String[]> sentences = lines("probe.tsv").stream()
                .skip(1)
                .map(line -> line.split("\t", 2))
                .toList();
        List<String> names = lines("probe-names.txt");
        List<Question> questions = new ArrayList<>();
        for (String[] sentence : sentences) {
            names.forEach(name -> questions.add(question(sentence[1], name)));
        }
        List<Probabilities> answers = respondent.answer(questions);
        List<Spread> spreads = new ArrayList<>();
        int next = 0;
        for (String[] sentence : sentences) {
            SortedMap<String, Double> scores = new TreeMap<>();
            for (String name : names) {
                scores.put(name, answers.get(next++).score());
            }
            spreads.add(new Spread(sentence[0], sentence[1], scores));
        }
        return spreads;
    }

    /** Mean range of the neutral sentences, or of the others. */
    static double meanRange(List<Spread> spreads, boolean neutral) {
        return spreads.stream()
                .filter(s -> s.kind().equals(NEUTRAL) == neutral)
                .mapToDouble(Spread::range)
                .average()
                .orElse(Double.NaN);
    }

    static Question question(String sentence, String name) {
        int slot = sentence.indexOf(SLOT);
        String written = slot == 0 ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
        String text = sentence.substring(0, slot) + written + sentence.substring(slot + SLOT.length());
        int article = written.regionMatches(true, 0, "the ", 0, 4) ? 4 : 0;
        return Question.target(text, new Span(slot + article, slot + written.length()))
                .readAgain();
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(BiasProbe.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
