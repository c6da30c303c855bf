package org.parallax.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkingTest {

    @Test
    void putsTheMentionBetweenMarks() {
        assertThat(Marking.target("Armenia left the CSTO.", 17, 21)).isEqualTo("Armenia left the  § CSTO § .");
    }

    @Test
    void leavesAShortSentenceWhole() {
        assertThat(Marking.tone("A bad day.")).isEqualTo("A bad day.");
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheMentionInsideTheWindowOfAnySentence(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String before = words(random, random.nextInt(0, 400));
        String after = words(random, random.nextInt(0, 400));
        String sentence = before + "NATO" + after;

        String marked = Marking.target(sentence, before.length(), before.length() + 4);

        assertThat(marked).contains(" § NATO § ");
        assertThat(marked.codePointCount(0, marked.length())).isLessThanOrEqualTo(Marking.WINDOW + 6);
        assertThat(sentence).contains(marked.replace(" § ", ""));
    }

    private static String words(SplittableRandom random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> random.ints(random.nextInt(1, 12), 0, 40)
                        .mapToObj(c -> c == 39 ? "😀" : c == 38 ? "ж" : Character.toString('a' + c % 26))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" ", " ", " "));
    }
}
