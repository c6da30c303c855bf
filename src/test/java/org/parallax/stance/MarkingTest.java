package org.parallax.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parallax.mention.Span;

class MarkingTest {
    private static final String SENTENCE = "Armenia left the CSTO, Mr Pashinyan said.";

    @Test
    void putsTheMentionBetweenMarks() {
        assertThat(Marking.target("Armenia left the CSTO.", new Span(17, 21)))
                .isEqualTo("Armenia left the  § CSTO § .");
    }

    @Test
    void putsTheHolderBetweenMarksOfItsOwn() {
        assertThat(Marking.holder(SENTENCE, new Span(17, 21), new Span(26, 35)))
                .isEqualTo("Armenia left the  § CSTO § , Mr  ¶ Pashinyan ¶  said.");
        assertThat(Marking.holder(SENTENCE, new Span(17, 21), new Span(0, 7)))
                .isEqualTo(" ¶ Armenia ¶  left the  § CSTO § , Mr Pashinyan said.");
    }

    @Test
    void findsAHolderByNameAsAWordOutsideTheTarget() {
        assertThat(Marking.holder("The Iranian CSTO, says Iran.", new Span(12, 16), "Iran"))
                .isEqualTo("The Iranian  § CSTO § , says  ¶ Iran ¶ .");
        assertThat(Marking.holder("Russia says Russia won.", new Span(0, 6), "Russia"))
                .isEqualTo(" § Russia §  says  ¶ Russia ¶  won.");
    }

    @Test
    void putsAHolderInFrontWhoIsNotInTheSentenceOrIsTheTarget() {
        assertThat(Marking.holder("“NATO lies.”", new Span(1, 5), "Mr Lavrov"))
                .isEqualTo("¶ Mr Lavrov ¶ : “ § NATO §  lies.”");
        assertThat(Marking.holder("Russia says it won.", new Span(0, 6), "Russia"))
                .isEqualTo("¶ Russia ¶ :  § Russia §  says it won.");
    }

    @Test
    void putsAHolderInFrontWhoStandsOutsideTheWindow() {
        String sentence = "Lavrov said " + "and said ".repeat(100) + "that NATO lies.";

        assertThat(Marking.holder(sentence, new Span(sentence.indexOf("NATO"), sentence.indexOf("NATO") + 4), "Lavrov"))
                .startsWith("¶ Lavrov ¶ :  said and said")
                .endsWith("that  § NATO §  lies.");
    }

    @Test
    void leavesAShortSentenceWhole() {
        assertThat(Marking.tone("A bad day.")).isEqualTo("A bad day.");
        assertThat(Marking.cut(SENTENCE, new Span(17, 21))).isZero();
    }

    @Test
    void countsWhatIsLeftOut() {
        String sentence = "NATO " + "1234 ".repeat(200);

        String marked = Marking.target(sentence, new Span(0, 4));

        assertThat(Marking.cut(sentence, new Span(0, 4))).isEqualTo(sentence.length() - marked.length() + 6);
        assertThat(marked.chars().filter(c -> Character.isDigit(c)).count()).isEqualTo(496);
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
        Span target = new Span(before.length(), before.length() + 4);

        String marked = Marking.target(sentence, target);

        assertThat(marked).contains(" § NATO § ");
        assertThat(signs(marked)).isLessThanOrEqualTo(Window.SIGNS + 2);
        assertThat(sentence).contains(marked.replace(" § ", ""));
        assertThat(Marking.cut(sentence, target))
                .isEqualTo(
                        sentence.codePointCount(0, sentence.length()) + 6 - marked.codePointCount(0, marked.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "北",
                "北 ",
                "7",
                "7 4,",
                "-",
                "🤮 ",
                "🇷🇺",
                "한",
                "한국 ",
                "\u0b94\u09cb",
                "q",
                "qzx ",
                "Щ",
                "a\u0301 ",
                "ﬃ",
                "1.",
                "Ⅷ½ ",
                "\u00a0x",
                "\ud842\udfb7",
                "\u0958",
                "A"
            })
    void noTextPushesTheMentionOutOfTheEncodersReach(String sign) {
        WordPieces vocabulary = WordPieces.read(Path.of("conf/model"));
        String many = sign.repeat(1400 / sign.length());
        for (String sentence : List.of(many + " NATO " + many, many + " NATO", "NATO " + many, many + "NATO" + many)) {
            int begin = sentence.indexOf("NATO");
            Span target = new Span(begin, begin + 4);
            String found = Marking.target(sentence, target);
            String named = Marking.named(sentence, target, many);

            assertThat(found).contains(" § NATO § ");
            assertThat(named).contains(" § NATO § ");
            assertThat(vocabulary.ids(Words.of(found))).hasSizeLessThanOrEqualTo(512);
            assertThat(vocabulary.ids(Words.of(named))).hasSizeLessThanOrEqualTo(512);
        }
    }

    private static long signs(String text) {
        return text.codePoints().filter(c -> !Words.isSpace(c)).count();
    }

    private static String words(SplittableRandom random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> random.ints(random.nextInt(1, 12), 0, 40)
                        .mapToObj(c -> c == 39 ? "😀" : c == 38 ? "ж" : Character.toString('a' + c % 26))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" ", " ", " "));
    }
}
