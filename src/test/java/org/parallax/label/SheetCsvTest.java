package org.parallax.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parallax.corpus.InputException;

class SheetCsvTest {

    @Test
    void aSpreadsheetSeesTheEncodingAndComputesNothing() {
        String csv = SheetCsv.write(
                List.of("id", "sentence", "label"),
                List.of(
                        Map.of("id", "m1", "sentence", "=HYPERLINK(\"http://x\")"),
                        Map.of("id", "m2", "sentence", "- he said, \"no\""),
                        Map.of("id", "m3", "sentence", "Жар; птица")));

        assertThat(csv)
                .isEqualTo("\uFEFFid,sentence,label\r\nm1,\"'=HYPERLINK(\"\"http://x\"\")\",\r\n"
                        + "m2,\"'- he said, \"\"no\"\"\",\r\nm3,\"Жар; птица\",\r\n");
    }

    @Test
    void whatWasWrittenIsReadWithItsLines() {
        String csv = SheetCsv.write(
                List.of("id", "label"), List.of(Map.of("id", "m1"), Map.of("id", "a, \"b\"", "label", "1")));

        assertThat(read(csv))
                .containsExactly(
                        new SheetRecord("sheet.csv:2", "sheet.csv", Map.of("id", "m1", "label", "")),
                        new SheetRecord("sheet.csv:3", "sheet.csv", Map.of("id", "a, \"b\"", "label", "1")));
    }

    @Test
    void semicolonsTabsOtherLineEndsAndBlankLinesAreRead() {
        assertThat(read("id;label\nm1;0\n\nm2;\"1\"\n").stream().filter(r -> !r.isBlank()))
                .extracting(r -> r.place() + " " + r.cell("id") + " " + r.cell("label"))
                .containsExactly("sheet.csv:2 m1 0", "sheet.csv:4 m2 1");
        assertThat(read("\uFEFFid\tlabel\r\nm1\t-1\r\n"))
                .extracting(r -> r.place() + " " + r.cell("label"))
                .containsExactly("sheet.csv:2 -1");
    }

    @Test
    void aLineBreakInACellDoesNotShiftTheLinesOfMessages() {
        assertThat(read("id,note,label\r\nm1,\"two\r\nlines\",0\r\nm2,,1\r\n"))
                .extracting(SheetRecord::place)
                .containsExactly("sheet.csv:2", "sheet.csv:4");
    }

    @Test
    void otherEncodingsAreRefused() {
        assertThatThrownBy(() -> SheetCsv.read("a.csv", "id,label\né,1".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(InputException.class)
                .hasMessage("a.csv is not UTF-8; save the sheet as \"CSV UTF-8\"");
        assertThatThrownBy(() -> SheetCsv.read("a.csv", "id,label\nm,1".getBytes(StandardCharsets.UTF_16LE)))
                .hasMessageContaining("is not UTF-8");
    }

    private static List<SheetRecord> read(String csv) {
        return SheetCsv.read("sheet.csv", csv.getBytes(StandardCharsets.UTF_8));
    }
}
