package org.parallax.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parallax.config.SettingsLoader;
import org.parallax.mention.Span;
import org.parallax.stance.Stance;

class NameSwapTest {
    private static final NameSwap SWAP = NameSwap.of(SettingsLoader.load(Path.of("conf"), null, Map.of()));

    @Test
    void putsOtherStatesInAStatesPlace() {
        assertThat(marked("We trust Belarus.", "Belarus"))
                .containsExactly(
                        "We trust [Russia].",
                        "We trust [Ukraine].",
                        "We trust [China].",
                        "We trust the [United States].",
                        "We trust [Zemoria].");
    }

    @Test
    void putsOtherAlliancesInAnAlliancesPlaceAndMindsTheArticle() {
        assertThat(marked("The CSTO met.", "CSTO"))
                .containsExactly("[NATO] met.", "The [EU] met.", "The [Halden Pact] met.");
        assertThat(marked("We left the CSTO.", "the CSTO"))
                .containsExactly("We left [NATO].", "We left the [EU].", "We left the [Halden Pact].");
        assertThat(marked("He knows Turkey.", "Turkey")).contains("He knows the [United States].");
        assertThat(marked("So be it. “NATO met.”", "NATO")).contains("So be it. “The [EU] met.”");
        assertThat(marked("Our NATO allies", "NATO"))
                .containsExactly("Our [CSTO] allies", "Our [EU] allies", "Our [Halden Pact] allies");
    }

    @Test
    void keepsThePossessive() {
        assertThat(marked("China’s plan", "China’s"))
                .containsExactly(
                        "[Russia’s] plan", "[Ukraine’s] plan", "The [United States’] plan", "[Zemoria’s] plan");
        assertThat(marked("the United States' plan", "United States'")).contains("[Russia's] plan", "[China's] plan");
    }

    @Test
    void leavesOutNamesThatTheTextHolds() {
        assertThat(marked("Russia and Ukraine and China met.", "Russia"))
                .containsExactly(
                        "The [United States] and Ukraine and China met.", "[Zemoria] and Ukraine and China met.");
    }

    @Test
    void leavesAdjectivesCapitalsAndPersonsAlone() {
        assertThat(marked("Russian troops", "Russian")).isEmpty();
        assertThat(marked("Moscow said", "Moscow")).isEmpty();
        assertThat(marked("Putin said", "Putin")).isEmpty();
    }

    @Test
    void movesTheHolderWithTheText() {
        Labelled.Mention item = item("Ukraine thanked NATO, Orban says.", "NATO", new Span(22, 27));
        Labelled.Mention before = item("Ukraine thanked NATO.", "NATO", new Span(0, 7));

        assertThat(SWAP.others(item)).extracting(other -> holder(other)).containsOnly("Orban");
        assertThat(SWAP.others(before)).extracting(other -> holder(other)).containsOnly("Ukraine");
    }

    private static String holder(Labelled.Mention item) {
        Span holder = item.holder();
        return holder == null ? "" : holder.of(item.text());
    }

    private static List<String> marked(String text, String mention) {
        return SWAP.others(item(text, mention, null)).stream()
                .map(other -> other.text().substring(0, other.mention().begin()) + "["
                        + other.mention().of(other.text()) + "]"
                        + other.text().substring(other.mention().end()))
                .toList();
    }

    private static Labelled.Mention item(String text, String mention, @Nullable Span holder) {
        int begin = text.indexOf(mention);
        return new Labelled.Mention(
                "id", text, "en", new Span(begin, begin + mention.length()), holder, null, null, Stance.NEUTRAL);
    }
}
