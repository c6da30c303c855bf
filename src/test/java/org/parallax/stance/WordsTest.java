package org.parallax.stance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "State-owned|state - owned",
                "U.S.|u . s .",
                "“NATO’s”|“ nato ’ s ”",
                "Erdoğan, Łódź|erdogan , łodz",
                "$5 million|$ 5 million",
                "北约 NATO|北 约 nato",
                "a—b – c…|a — b – c …",
                "§ 5|§ 5",
                "Йошкар-Ола|иошкар - ола",
            })
    void standApartInLowerCaseWithoutAccents(String text, String words) {
        assertThat(Words.of(text)).isEqualTo(words);
    }

    @Test
    void dropWhatCannotBeSeen() {
        assertThat(Words.of("zero\u200bwidth soft\u00adhyphen no\u00a0break \uFFFD\u0000"))
                .isEqualTo("zerowidth softhyphen no break");
    }

    @Test
    void aWordThatNobodyReadsBecomesUnknown() {
        assertThat(Words.of("x".repeat(101) + " " + "y".repeat(100))).isEqualTo("\uE000 " + "y".repeat(100));
    }

    @Test
    void nothingIsNothing() {
        assertThat(Words.of(" \n\t")).isEmpty();
    }
}
