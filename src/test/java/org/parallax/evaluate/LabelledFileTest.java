package org.parallax.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parallax.corpus.InputException;
import org.parallax.mention.Span;
import org.parallax.stance.Stance;

class LabelledFileTest {
    private static final String MENTION =
            "{\"id\":\"a\",\"language\":\"en\",\"text\":\"😀 NATO helps\",\"begin\":2,\"end\":6,\"label\":1}";
    private static final String ARTICLE = "{\"title\":\"T\",\"body\":\"B\",\"target\":\"NATO\",\"label\":-1}";

    @TempDir
    private Path folder;

    @Test
    void readsMentionsWithOffsetsInCodePoints() throws IOException {
        Labelled.Mention mention = (Labelled.Mention) read(MENTION).get(0);

        assertThat(mention.mention().of(mention.text())).isEqualTo("NATO");
        assertThat(mention.label()).isEqualTo(Stance.FAVOURABLE);
        assertThat(mention.holder()).isNull();
    }

    @Test
    void readsArticles() throws IOException {
        assertThat(read(ARTICLE))
                .containsExactly(new Labelled.Article("line-1", "T", "B", "en", "NATO", Stance.UNFAVOURABLE));
    }

    @Test
    void doesNotMindWindowsLineEndsAndBlankLines() throws IOException {
        assertThat(read(MENTION + "\r\n\r\n" + MENTION + "\r\n")).hasSize(2);
    }

    @Test
    void readsAHolderBySpanOrByName() throws IOException {
        String named = MENTION.replace("\"label\"", "\"holder\":\"Lavrov\",\"target\":\"NATO\",\"label\"");
        String spanned = MENTION.replace("\"label\"", "\"holder_begin\":7,\"holder_end\":12,\"label\"");

        Labelled.Mention byName = (Labelled.Mention) read(named).get(0);
        Labelled.Mention bySpan = (Labelled.Mention) read(spanned).get(0);

        assertThat(byName.holderName()).isEqualTo("Lavrov");
        assertThat(byName.target()).isEqualTo("NATO");
        assertThat(bySpan.holder()).isEqualTo(new Span(8, 13));
        assertThat(bySpan.directed()).isTrue();
        assertThatThrownBy(() -> read(spanned.replace("\"holder_end\":12,", "")))
                .hasMessageContaining("line 1: holder_begin and holder_end must be two whole numbers");
    }

    @Test
    void givesItemsInAnOrderOfTheirOwn() throws IOException {
        String other = MENTION.replace("\"label\":1", "\"label\":0");

        assertThat(read(MENTION + "\n" + other)).isEqualTo(read("\uFEFF" + other + "\r\n" + MENTION + "\r\n"));
    }

    @Test
    void tellsALabelledFileByItsFirstLine() throws IOException {
        assertThat(claims("\n" + MENTION + "\nbroken")).isTrue();
        assertThat(claims(ARTICLE)).isTrue();
        assertThat(claims("{\"label\":1, broken")).isTrue();
        assertThat(claims("{\"text\":\"no label\"}")).isFalse();
        assertThat(claims("a,b")).isFalse();
        assertThat(claims("")).isFalse();
    }

    private boolean claims(String lines) throws IOException {
        return LabelledFile.claimsToBeOne(Files.writeString(folder.resolve("claim.jsonl"), lines));
    }

    @Test
    void refusesBrokenLinesByNumber() {
        assertThatThrownBy(() -> read(MENTION + "\n{\"text\":\n"
                        + MENTION.replace("\"label\":1", "\"label\":2")
                        + "\n" + MENTION.replace("\"end\":6", "\"end\":60") + "\n[1]"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is no labelled file")
                .hasMessageContaining("line 2: not a JSON object")
                .hasMessageContaining("line 3: a label is -1, 0 or 1, not 2")
                .hasMessageContaining("line 4: begin 2 and end 60 are no stretch of a text of 12 code points")
                .hasMessageContaining("line 5: not a JSON object");
    }

    @Test
    void refusesAFileWithoutItems() {
        assertThatThrownBy(() -> read("\n\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds no labelled item");
    }

    @Test
    void refusesAMixOfMentionsAndArticles() {
        assertThatThrownBy(() -> read(MENTION + "\n" + ARTICLE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("mixes mentions and articles");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> LabelledFile.read(folder.resolve("none.jsonl")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot read");
    }

    @Test
    void refusesAnotherEncoding() throws IOException {
        Path file = Files.write(
                folder.resolve("latin.jsonl"), "{\"text\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> LabelledFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not UTF-8");
    }

    private java.util.List<Labelled> read(String lines) throws IOException {
        return LabelledFile.read(Files.writeString(folder.resolve("data.jsonl"), lines));
    }
}
