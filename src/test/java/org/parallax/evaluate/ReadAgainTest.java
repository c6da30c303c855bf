package org.parallax.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parallax.config.Settings;
import org.parallax.config.SettingsLoader;
import org.parallax.mention.Span;
import org.parallax.stance.Stance;

class ReadAgainTest {
    private final ReadAgain readAgain = ReadAgain.of(settings());

    @ParameterizedTest
    @ValueSource(strings = {"Russia", "NATO", "the CSTO", "Kazakhstan’s", "United States", "the European Union"})
    void readsStatesAndOrganisationsAgain(String name) {
        assertThat(readAgain.holds(mention(name, null))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vladimir Putin", "he", "Mr. Smith", "a neighbour"})
    void asksOnceAboutPersonsAndWhoeverIsNotKnown(String name) {
        assertThat(readAgain.holds(mention(name, null))).isFalse();
    }

    @Test
    void goesByTheStatedTargetToo() {
        assertThat(readAgain.holds(mention("the bloc", "NATO"))).isTrue();
        assertThat(readAgain.holds(mention("the bloc", "Mr. Smith"))).isFalse();
    }

    private static Labelled.Mention mention(String name, @Nullable String target) {
        String text = name + " spoke.";
        return new Labelled.Mention("1", text, "en", new Span(0, name.length()), null, null, target, Stance.NEUTRAL);
    }

    private static Settings settings() {
        return SettingsLoader.load(Path.of("conf"), null, Map.of());
    }
}
