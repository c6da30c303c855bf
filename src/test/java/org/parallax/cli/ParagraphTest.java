package org.parallax.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParagraphTest {

    @Test
    void breaksAtSpacesAndKeepsLineBreaks() {
        assertThat(Paragraph.wrap("one two three\n\nfour", 9, " ")).containsExactly(" one two", " three", "", " four");
    }

    @Test
    void aWordLongerThanTheLineStandsAlone() {
        assertThat(Paragraph.wrap("a incomprehensible b", 6, "")).containsExactly("a", "incomprehensible", "b");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void losesNoWordAndPassesNoMargin(int seed) {
        Random random = new Random(seed);
        String text = random.ints(200, 1, 12).mapToObj("x"::repeat).collect(Collectors.joining(" "));

        List<String> lines = Paragraph.wrap(text, 30, "  ");

        assertThat(lines).allMatch(line -> line.length() <= 30 && line.startsWith("  "));
        assertThat(lines.stream().map(String::strip).collect(Collectors.joining(" ")))
                .isEqualTo(text);
    }
}
