package org.parallax.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The U.S. Army and the U.N. mission left.",
                "Gen. Nikolai Bordyuzha met Mr. Putin and Sen. John McCain in St. Petersburg.",
                "J. D. Vance, A. Zhiltsov and George W. Bush agreed.",
                "President I. Karimov did not come.",
                "See No. 5 of Jan. 5, p. 12, and Art. 5 of the treaty.",
                "They met at 5 p.m. Moscow time and paid 3.5 million.",
                "Allies, e.g. Poland, i.e. the neighbours, vs. Russia.",
                "The firm Gazprom Inc. Europe is closed.",
                "The summit failed (Interfax, June 11).",
                "Vladimir Putin: Colleagues, good afternoon.",
                "“Never!” he said.",
                "He waited... and left.",
                "1. Nobody leaves the alliance.",
            })
    void keepsOneSentenceWhole(String text) {
        assertThat(split(text, "en")).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Об этом сообщил В. В. Путин в 2009 г. Москве.",
                "Войска, т.е. силы ОДКБ, стоят на ул. Ленина в г. Минске.",
                "Это 5 млн. рублей и т.д. для им. Ленина.",
                "«Нет!» — сказал он.",
                "См. ст. 5 договора.",
            })
    void keepsOneRussianSentenceWhole(String text) {
        assertThat(split(text, "ru")).containsExactly(text);
    }

    @Test
    void endsSentencesAtEveryKindOfMark() {
        assertThat(split("It ended. Did it? It did! Well… Yes... No.", "en"))
                .containsExactly("It ended.", "Did it?", "It did!", "Well…", "Yes...", "No.");
    }

    @Test
    void keepsTheClosingQuoteWithItsSentenceAndSplitsInsideTheQuote() {
        assertThat(split("He said: “We will not go. We refuse.” Then he left. \"War is near.\" So it was.", "en"))
                .containsExactly(
                        "He said: “We will not go.", "We refuse.”", "Then he left.", "\"War is near.\"", "So it was.");
        assertThat(split("Он сказал: «Не поедем. Мы отказались». Затем ушёл.", "ru"))
                .containsExactly("Он сказал: «Не поедем.", "Мы отказались».", "Затем ушёл.");
    }

    @Test
    void endsASentenceAtAnAbbreviationWhenTheNextWordBeginsOne() {
        assertThat(split("He lives in the U.S. The army left at 5 p.m. However, it came back.", "en"))
                .containsExactly("He lives in the U.S.", "The army left at 5 p.m.", "However, it came back.");
        assertThat(split("So do I. Nobody else did. No. We won't.", "en"))
                .containsExactly("So do I.", "Nobody else did.", "No.", "We won't.");
    }

    @Test
    void endsASentenceBeforeADigit() {
        assertThat(split("It began in 2014. 2,000 troops came.", "en"))
                .containsExactly("It began in 2014.", "2,000 troops came.");
    }

    @Test
    void partsHeadlinesParagraphsAndListItemsAtLineBreaks() {
        assertThat(split("NATO opens summit\n\nLeaders came to Vilnius\nRussia protests\n- troops\n- money", "en"))
                .containsExactly(
                        "NATO opens summit", "Leaders came to Vilnius", "Russia protests", "- troops", "- money");
    }

    @Test
    void goesOnOverALineBreakWhenTheNextLineIsInLowerCase() {
        assertThat(split("The summit of the\nalliance opened.", "en"))
                .containsExactly("The summit of the\nalliance opened.");
    }

    @Test
    void readsATextWrappedToAWidthAsRunningText() {
        String text =
                """
                A SHORT HEADING
                The leaders of the member states of the Collective
                Security Treaty Organization met in the city of
                Dushanbe and agreed that the joint forces of the
                organisation should be ready. They said so. Then
                they left for home and nobody spoke of it again in
                Minsk.""";

        assertThat(split(text, "en")).hasSize(4).element(0).isEqualTo("A SHORT HEADING");
    }

    @Test
    void keepsASeparatorApartFromTheSentenceBeforeIt() {
        assertThat(split("It ended.\n* * *\nIt began.", "en")).containsExactly("It ended.", "* * *", "It began.");
        assertThat(split("It ended. * * * It began.", "en")).containsExactly("It ended.", "* * * It began.");
    }

    @Test
    void splitsWhereTheSpaceWasForgottenButNotInAddresses() {
        assertThat(split("They left the alliance.The summit failed.", "en"))
                .containsExactly("They left the alliance.", "The summit failed.");
        assertThat(split("See https://example.org/page.Html and mail to office.Moscow@example.org now.", "en"))
                .hasSize(1);
    }

    @Test
    void findsNothingInBlankText() {
        assertThat(SentenceSplitter.split(" \n\u00A0\t", "en")).isEmpty();
        assertThat(SentenceSplitter.split("", "ru")).isEmpty();
    }

    @Test
    void readsASentenceOfThousandsOfCharacters() {
        String text = "word, ".repeat(20_000) + "end.";

        assertThat(split(text, "en")).containsExactly(text);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void coversEveryCharacterOnceWhateverTheText(long seed) {
        Random random = new Random(seed);
        String[] pieces = {
            "Russia",
            "U.S.",
            "Mr.",
            "said",
            " ",
            " ",
            " ",
            ". ",
            "? ",
            "…",
            "\n",
            "\r\n",
            "\n\n",
            "“",
            "”",
            "\"",
            "(",
            ")",
            "«",
            "»",
            "В.",
            " г. ",
            "5",
            "* * *",
            "\u00A0",
            "é",
            "\uD83D\uDE00",
            "-",
            ":",
            ".",
            "The",
            "нет",
            "\u2028",
            "I. "
        };
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }

        List<Span> sentences = SentenceSplitter.split(text.toString(), random.nextBoolean() ? "en" : "ru");

        boolean[] covered = new boolean[text.length()];
        int end = 0;
        for (Span sentence : sentences) {
            assertThat(sentence.begin()).isGreaterThanOrEqualTo(end);
            end = sentence.end();
            assertThat(sentence.of(text.toString()).strip()).isNotEmpty().isEqualTo(sentence.of(text.toString()));
            IntStream.range(sentence.begin(), sentence.end()).forEach(i -> covered[i] = true);
        }
        for (int i = 0; i < covered.length; i++) {
            assertThat(covered[i] || Blank.is(text.charAt(i)))
                    .as("character %d of %s", i, text)
                    .isTrue();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static List<String> split(String text, String language) {
        return SentenceSplitter.split(text, language).stream()
                .map(s -> s.of(text))
                .toList();
    }
}
