package org.parallax.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    @ParameterizedTest
    @CsvSource({"GB,GB", "gb,GB", "UK,GB", "RUS,RU", "kaz,KZ", "XK,XK", "EL,GR"})
    void countriesBecomeTwoCapitals(String given, String code) {
        assertThat(Codes.country(given)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ", "Russia", "7", "EUR"})
    void whatIsNoCountryIsNone(String given) {
        assertThat(Codes.country(given)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"en,en", "EN,en", "en-GB,en", "pt_BR,pt", "rus,ru", "iw,he", "heb,he", "ind,id"})
    void languagesBecomeTwoSmallLetters(String given, String code) {
        assertThat(Codes.language(given)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "English", "--", "e"})
    void whatIsNoLanguageIsNone(String given) {
        assertThat(Codes.language(given)).isNull();
    }
}
