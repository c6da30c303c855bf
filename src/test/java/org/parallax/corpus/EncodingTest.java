package org.parallax.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    private static final String RUSSIAN = "Президент заявил, что переговоры о безопасности продолжатся в Астане.";
    private static final String UKRAINIAN = "Січень. Рішення Ради: «Різні сторони» — Рівне, Січеславщина, СЄС, РЄС.";
    private static final String FRENCH = "Âgé de 80 ans, l'État-major a déclaré : « Ñandú, ÂME, NÃO » — à Paris…";

    @ParameterizedTest
    @ValueSource(strings = {RUSSIAN, UKRAINIAN, FRENCH, "Plain English, “quoted” – with dashes…", "東京で会談した。", "🙂🙂🙂"})
    void textOfAnyScriptIsWhole(String text) {
        assertThat(Encoding.broken(text)).isFalse();
        assertThat(Encoding.broken(text.repeat(20))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"windows-1252", "windows-1251", "ISO-8859-1"})
    void utf8ReadAsAnotherCharsetIsBroken(String charset) {
        String read = new String(RUSSIAN.getBytes(StandardCharsets.UTF_8), Charset.forName(charset));

        assertThat(Encoding.broken(read)).isTrue();
    }

    @Test
    void anotherCharsetReadAsUtf8IsBroken() {
        String read = new String(RUSSIAN.getBytes(Charset.forName("windows-1251")), StandardCharsets.UTF_8);

        assertThat(Encoding.broken(read)).isTrue();
    }

    @Test
    void aLetterLostInALongTextIsForgiven() {
        assertThat(Encoding.broken("The caf\uFFFD was full of ministers that day, and nobody minded."))
                .isFalse();
    }

    @Test
    void controlCharactersAreDamageAndLineEndsAreNot() {
        assertThat(Encoding.broken("a\u0000b\u0001c\u0002d")).isTrue();
        assertThat(Encoding.broken("a\n\tb\r\n\n\n\nc")).isFalse();
    }
}
