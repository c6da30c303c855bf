package org.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

    @Test
    void eachMentionIsFollowedByItsVoiceAndScore() {
        List<Mention> mentions = List.of(
                mention(0, 6, "Russia", "author", null, -0.834), mention(16, 22, "Russia", "reported", "Lavrov", 0.2));

        assertThat(MarkedText.of("Russia acts and Moscow talks", mentions, Style.PLAIN))
                .isEqualTo("[Russia|author|-0.83] acts and [Moscow=Russia|reported:Lavrov|+0.20] talks");
    }

    @Test
    void offsetsCountCodePoints() {
        assertThat(MarkedText.of("🙂🙂 NATO", List.of(mention(3, 7, "NATO", "author", null, 0.0)), Style.PLAIN))
                .isEqualTo("🙂🙂 [NATO|author|+0.00]");
        assertThat(MarkedText.stretch("🙂 one\ntwo  three", 2, 9)).isEqualTo("one two");
    }

    @Test
    void aMentionWithoutAScoreSaysSo() {
        assertThat(MarkedText.of("НАТО", List.of(mention(0, 4, "NATO", "author", null, null)), Style.PLAIN))
                .isEqualTo("[НАТО=NATO|author|-]");
    }

    @Test
    void twoTargetsOfOneStretchAreMarkedOnce() {
        List<Mention> mentions =
                List.of(mention(0, 4, "NATO", "author", null, 0.5), mention(0, 4, "Alliance", "author", null, 0.5));

        assertThat(MarkedText.of("NATO", mentions, Style.PLAIN)).isEqualTo("[NATO|author|+0.50]");
    }

    @Test
    void coloursTakeNoWidth() {
        String marked = MarkedText.of("NATO", List.of(mention(0, 4, "NATO", "author", null, 0.5)), Style.COLOURED);

        assertThat(marked).contains("\u001b[33m");
        assertThat(Style.width(marked)).isEqualTo("[NATO|author|+0.50]".length());
    }

    private static Mention mention(
            int begin, int end, String name, String voice, @Nullable String holder, @Nullable Double score) {
        return new Mention(
                "body", 0, end, begin, end, name, name, voice, holder, 0.3, 0.4, 0.3, score, "neutral", null, null, 0);
    }
}
