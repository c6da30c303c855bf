package org.parallax.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parallax.config.Settings;
import org.parallax.config.SettingsLoader;
import org.parallax.mention.Name;
import org.parallax.mention.NameFinder;
import org.parallax.mention.NamedText;

/** Offices by the day of the article, with the shipped actors. */
class OfficesTest {
    private static final Settings SHIPPED = SettingsLoader.load(Path.of("conf"), null, Map.of());
    private static final NameFinder NAMES = new NameFinder(SHIPPED.targets(), SHIPPED.actors());
    private static final VoiceReader READER = new VoiceReader(SHIPPED.actors());

    private static Attribution last(String text, @Nullable String day) {
        NamedText named = NAMES.read(text, "en");
        Name name = named.names().stream()
                .filter(n -> n.kind() == Name.Kind.TARGET)
                .reduce((a, b) -> b)
                .orElseThrow();
        return READER.read(named, day == null ? null : LocalDate.parse(day)).attribution(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    The Kazakh president said that the CSTO was strong. | 2009-06-17 | nursultan_nazarbayev | kazakhstan
                    The Kazakh president said that the CSTO was strong. | 2022-01-17 | kassym_jomart_tokayev | kazakhstan
                    The Kazakh president said that the CSTO was strong. | - | kazakhstan | kazakhstan
                    The Kazakh president said that the CSTO was strong. | 1975-01-01 | kazakhstan | kazakhstan
                    The President of Kazakhstan praised the CSTO. | 2009-06-17 | nursultan_nazarbayev | kazakhstan
                    The Kazakh head of state praised the CSTO. | 2009-06-17 | nursultan_nazarbayev | kazakhstan
                    The former Kazakh president praised the CSTO. | 2022-01-17 | - | -
                    The Kazakh government praised the CSTO. | 2009-06-17 | kazakhstan | kazakhstan
                    The Russian foreign minister accused NATO of lying. | 2009-06-17 | sergey_lavrov | russia
                    The Russian leader accused NATO of lying. | 2009-06-17 | dmitry_medvedev | russia
                    The German leader accused NATO of sloth. | 2019-06-17 | angela_merkel | germany
                    The German chancellor criticised NATO. | 2022-06-17 | olaf_scholz | germany
                    The US secretary of state thanked NATO. | 2009-06-17 | hillary_clinton | usa
                    NATO's secretary general urged Russia to leave. | 2009-09-17 | anders_fogh_rasmussen | -
                    The NATO secretary general urged Russia to leave. | 2008-09-17 | jaap_de_hoop_scheffer | -
                    The secretary general of the CSTO criticised NATO. | 2009-06-17 | nikolai_bordyuzha | -
                    Nazarbayev praised the CSTO. | 2009-06-17 | nursultan_nazarbayev | kazakhstan
                    Astana fully backs the CSTO. | 2009-06-17 | kazakhstan | kazakhstan
                    """)
    void anOfficeIsWhoHeldItOnTheDayOfTheArticle(
            String text, @Nullable String day, @Nullable String holder, @Nullable String state) {
        Attribution found = last(text, day);

        assertThat(found.voice()).isEqualTo(Voice.REPORTED);
        assertThat(found.holder()).isEqualTo(holder);
        assertThat(READER.state(found.holder())).isEqualTo(state);
    }

    @Test
    void anOfficeWithoutAStateIsTheOnlyOneOfTheTextWhoHoldsIt() {
        String text = "The visit of Volodymyr Zelenskyy and Dmytro Kuleba was short. The head of state said that NATO must open its door.";

        assertThat(last(text, "2022-06-01").holder()).isEqualTo("volodymyr_zelensky");
    }

    @Test
    void aMinisterIsNotMeantByThePresident() {
        String text = "Sergei Lavrov came late. The Russian president said that NATO had lied.";

        assertThat(last(text, "2009-06-17").holder()).isEqualTo("dmitry_medvedev");
        assertThat(last(text, null).holder()).isEqualTo("russia");
    }
}
