package org.parallax.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationsTest {
    private static final LocalDate PUBLISHED = LocalDate.parse("2009-06-17");

    private static List<Citation> in(String text, @Nullable LocalDate publishedOn) {
        return Citations.in(text, publishedOn, span -> span.of(text).contains("Putin"));
    }

    private static List<String> sources(String text) {
        return in(text, PUBLISHED).stream()
                .map(c -> c.source().of(text) + " " + c.citedOn())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    It called the decisions invalid (Interfax, June 14). | Interfax 2009-06-14
                    They complained (www.gazeta.kz, 11 June). | www.gazeta.kz 2009-06-11
                    The daily praised it (Kazakhstanskaya Pravda, June 15, 2008). | Kazakhstanskaya Pravda 2008-06-15
                    He doubts it (see Liter, 16 June 2009). | Liter 2009-06-16
                    Nobody came (Aikyn, June 12th). | Aikyn 2009-06-12
                    It was so (the Daily Planet, Tuesday, June 9). | Daily Planet 2009-06-09
                    It was so (Reuters). | Reuters null
                    It was so (lenta.ru). | lenta.ru null
                    It was so (Altyn Orda, 2009-05-30). | Altyn Orda 2009-05-30
                    Kommersant reported on June 10 that it was so. | Kommersant 2009-06-10
                    It was so, the Zhas Qazaq reported on June 3. | Zhas Qazaq 2009-06-03
                    According to Interfax, it was so. | Interfax null
                    It was so, Reuters reports. | Reuters null
                    He told the newspaper Zaman that it was so. | Zaman null
                    It was said in the news agency Kabar on June 8. | Kabar 2009-06-08
                    In December it was so (Interfax, December 30). | Interfax 2008-12-30
                    Это так (Интерфакс, 11 июня). | Интерфакс 2009-06-11
                    Коммерсантъ сообщил, что это так. | Коммерсантъ null
                    """)
    void findsTheSourceAndItsDay(String text, String expected) {
        assertThat(sources(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The organisation (CSTO) met.",
                "The summit (Moscow, June 14) was short.",
                "He spoke there (June 14).",
                "The treaty (Bucharest Summit, April 3) stands.",
                "It lasted long (since May 12, 2008).",
                "Putin wrote on June 10 that it was so.",
                "The Times of trouble are over.",
                "She reported on June 10 to the board.",
                "The force (CORF, formerly CRDF) was founded.",
                "They signed (12 in all, June 14) the text."
            })
    void otherBracketsAndReportsCiteNobody(String text) {
        assertThat(sources(text)).isEmpty();
    }

    @Test
    void oneBracketMayCiteSeveral() {
        assertThat(sources("So they said (Interfax, Liter, June 11; www.gazeta.kz, 12 June)."))
                .containsExactly("Interfax 2009-06-11", "Liter 2009-06-11", "www.gazeta.kz 2009-06-12");
    }

    @Test
    void theCitationIsTheBracketOrTheWordsThatCite() {
        String text = "So they said (Interfax, June 11). Kommersant reported on June 10 that it was so.";

        assertThat(in(text, PUBLISHED))
                .extracting(c -> c.span().of(text))
                .containsExactly("(Interfax, June 11)", "Kommersant reported on June 10");
    }

    @Test
    void withoutAYearAnUndatedArticleGivesNoDay() {
        assertThat(in("It was so (Interfax, June 14).", null))
                .extracting(Citation::citedOn)
                .containsExactly((LocalDate) null);
        assertThat(in("It was so (Interfax, June 14, 2009).", null))
                .extracting(Citation::citedOn)
                .containsExactly(LocalDate.parse("2009-06-14"));
    }

    @Test
    void aDayThatDoesNotExistIsNone() {
        assertThat(sources("It was so (Interfax, June 31).")).containsExactly("Interfax null");
        assertThat(in("It was so (Interfax, February 29).", LocalDate.parse("2010-03-01")))
                .extracting(Citation::citedOn)
                .containsExactly(LocalDate.parse("2008-02-29"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(Interfax, June ", "Kommersant reported on ", "the daily A ", "(((", "(Aa Bb Cc, ", "A.b.", "The A of "})
    void readsALongTextOfOneRepeatedPhrase(String phrase) {
        assertThat(sources(phrase.repeat(100_000 / phrase.length()))).isNotNull();
    }
}
