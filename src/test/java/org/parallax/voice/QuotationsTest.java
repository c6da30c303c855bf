package org.parallax.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parallax.mention.Span;

class QuotationsTest {

    private static List<String> quoted(String text) {
        return Quotations.of(text, VoiceTexts.sentences(text)).list().stream()
                .map(q -> text.substring(q.begin(), q.close()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He said “we shall see” and left.",
                "He said \"we shall see\" and left.",
                "He said «we shall see» and left.",
                "He said ‘we shall see’ and left.",
                "He said 'we shall see' and left.",
                "He said „we shall see“ and left."
            })
    void pairsMarksOfEachKind(String text) {
        assertThat(quoted(text)).containsExactly("we shall see");
    }

    @Test
    void takesNoApostropheForAMark() {
        assertThat(quoted("The states' leaders don't see Belarus’ point, and it’s the ministers' fault."))
                .isEmpty();
    }

    @Test
    void closesSingleMarksAfterAStopNotAfterAPlural() {
        assertThat(quoted("‘The leaders’ words prove it,’ he said.")).containsExactly("The leaders’ words prove it,");
    }

    @Test
    void findsANameWithinASpeechInTheSameMarks() {
        assertThat(quoted("\"We support the \"North\" group,\" he said."))
                .containsExactly("We support the \"North\" group,", "North");
    }

    @Test
    void anUnclosedQuotationEndsWithItsSentence() {
        assertThat(quoted("He said “we shall see. Nobody answered. The end.")).containsExactly("we shall see.");
    }

    @Test
    void anUnclosedQuotationDoesNotReachTheNextParagraph() {
        assertThat(quoted("He said \"we shall see\nNobody answered \"never\" to that."))
                .containsExactly("we shall see", "never");
    }

    @Test
    void aQuotationOpenedAgainInTheNextParagraphGoesOn() {
        assertThat(quoted("“We shall see.\n“We shall wait,” he said.\nNobody answered."))
                .containsExactly("We shall see.\n“We shall wait,");
    }

    @Test
    void anUnclosedMarkDoesNotSwallowTheSpeechAfterIt() {
        String text = "The \"partners left early. He said: \"" + "We shall wait for them here. ".repeat(5)
                + "They will come.\" The end. \"No,\" he added.";

        assertThat(quoted(text)).hasSize(3).last().isEqualTo("No,");
    }

    @Test
    void inchesAndStrayMarksOpenNothing() {
        assertThat(quoted("A 30” gun and 5\" nails.")).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void spansAreValidWhateverTheText(int seed) {
        String text = random(seed);
        List<Span> sentences = VoiceTexts.sentences(text);

        for (Quotation q : Quotations.of(text, sentences).list()) {
            assertThat(q.open()).isBetween(0, text.length() - 1);
            assertThat(q.close()).isBetween(q.begin(), text.length());
        }
    }

    /** Words, marks and breaks in random order. */
    static String random(int seed) {
        String[] parts = {
            "Russia",
            "NATO",
            "Lavrov",
            "said",
            "that",
            "he",
            " ",
            " ",
            " ",
            ". ",
            ", ",
            "\n",
            "\n\n",
            "“",
            "”",
            "\"",
            "'",
            "’",
            "‘",
            "«",
            "»",
            "„",
            ":",
            ";",
            " — ",
            "(",
            ")",
            "the",
            "is",
            "😀",
            "condemned",
            "according to",
            "'s",
            "but",
            "while",
            "Kyiv",
            "сказал",
            "НАТО",
            "refusal",
            "?",
            "…",
            "Vladimir Putin: ",
            "support for",
            "  "
        };
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(120);
        for (int i = 0; i < length; i++) {
            text.append(parts[random.nextInt(parts.length)]);
            if (random.nextBoolean()) {
                text.append(' ');
            }
        }
        return text.toString();
    }
}
