package org.parallax.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parallax.config.ConfigException;

class LanguageDetectorTest {
    private static final List<String> LANGUAGES = List.of("en", "ru", "uk", "de");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en | The alliance agreed on Tuesday to extend its mission in the region by another year.
            ru | Организация договорилась во вторник продлить миссию в регионе ещё на один год.
            uk | Організація домовилася у вівторок продовжити місію в регіоні ще на один рік.
            de | Das Bündnis hat am Dienstag beschlossen, seinen Einsatz um ein weiteres Jahr zu verlängern.
            """)
    void tellsTheSettingsLanguagesApart(String language, String text) {
        assertThat(LanguageDetector.detect(text, LANGUAGES)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12:30, 4-2", "★ ★ ★", "中文新聞"})
    void whatIsInNoneOfThemIsUndetermined(String text) {
        assertThat(LanguageDetector.detect(text, LANGUAGES)).isEqualTo(LanguageDetector.UNDETERMINED);
    }

    @Test
    void onlyTheBeginningIsRead() {
        String english = "The alliance agreed on Tuesday to extend its mission. ".repeat(40);

        assertThat(LanguageDetector.detect(english + "Организация договорилась. ".repeat(500), LANGUAGES))
                .isEqualTo("en");
    }

    @Test
    void aLanguageThatCannotBeDetectedIsNamedWithThoseThatCan() {
        assertThatThrownBy(() -> LanguageDetector.demandKnown(List.of("en", "tlh")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("corpus.languages has \"tlh\"")
                .hasMessageContaining("uk");
    }
}
