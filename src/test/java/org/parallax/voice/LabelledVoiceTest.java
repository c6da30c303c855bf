package org.parallax.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Voice and holder against labelled texts, kind by kind; training/VOICE.md tells how they were written and first read. */
class LabelledVoiceTest {
    private static final VoiceReader READER = new VoiceReader(VoiceTexts.actors());

    static Stream<Map.Entry<String, List<Labelled>>> kinds() {
        Map<String, List<Labelled>> kinds = new TreeMap<>();
        Labelled.of("development.tsv").forEach(r -> kinds.computeIfAbsent(r.kind(), k -> new ArrayList<>())
                .add(r));
        return kinds.entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void readsEachKindOfText(Map.Entry<String, List<Labelled>> kind) {
        VoiceScore score = VoiceScore.of(kind.getValue(), READER);

        assertThat(score.precision()).as(score.wrong()).isGreaterThanOrEqualTo(0.97);
        assertThat(score.recall()).as(score.wrong()).isGreaterThanOrEqualTo(0.97);
        assertThat(score.holders()).as(score.wrong()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void readsTheHeldOutTexts() {
        VoiceScore score = VoiceScore.of(Labelled.of("held-out.tsv"), READER);

        assertThat(score.precision()).as(score.wrong()).isGreaterThanOrEqualTo(0.98);
        assertThat(score.recall()).as(score.wrong()).isGreaterThanOrEqualTo(0.98);
        assertThat(score.holders()).as(score.wrong()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void hasEnoughTextsOfBothParts() {
        assertThat(Labelled.of("development.tsv")).hasSizeGreaterThanOrEqualTo(120);
        assertThat(Labelled.of("held-out.tsv")).hasSizeGreaterThanOrEqualTo(140);
    }
}
