package org.parallax.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Voice and holder against labelled texts. Bounds are what was measured; held-out texts were written before the rules. */
class LabelledVoiceTest {
    private final VoiceReader reader = new VoiceReader(VoiceTexts.actors());

    @Test
    void readsTheDevelopmentTexts() {
        List<Labelled> rows = Labelled.of("development.tsv");
        assertThat(rows).hasSizeGreaterThanOrEqualTo(120);
        assertThat(wrong(rows)).as(wrong(rows)).isEmpty();
    }

    @Test
    void readsTheHeldOutTexts() {
        List<Labelled> rows = Labelled.of("held-out.tsv");
        assertThat(rows).hasSizeGreaterThanOrEqualTo(40);
        assertThat(wrong(rows)).as(wrong(rows)).isEmpty();
    }

    private String wrong(List<Labelled> rows) {
        Map<String, Integer> byKind = new TreeMap<>();
        String wrong = rows.stream()
                .filter(r -> {
                    Attribution found = reader.attribute(r.text(), r.target());
                    byKind.merge(r.kind(), 1, Integer::sum);
                    return !r.holderIs(found);
                })
                .map(r -> "\n" + r.kind() + " " + r.voice() + " " + r.holder() + " " + r.surface() + " <> "
                        + reader.attribute(r.text(), r.target()) + "  " + r.marked())
                .collect(Collectors.joining());
        return wrong;
    }
}
