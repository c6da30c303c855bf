package org.parallax.label;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parallax.corpus.InputException;

/**
 * Sheets as CSV for spreadsheets. Written: UTF-8 with a byte order mark, without which Excel takes the text for another
 * encoding; commas; Windows line ends; and an apostrophe before what a spreadsheet would compute. Read: what spreadsheets
 * make of it, with commas, semicolons or tabs.
 */
final class SheetCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r＝＋－＠";
    private static final String SEPARATORS = ",;\t";

    private SheetCsv() {}

    /** The text of a file. */
    static String write(List<String> header, List<Map<String, String>> rows) {
        StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
        csv.append(line(header));
        for (Map<String, String> row : rows) {
            csv.append(line(header.stream().map(c -> row.getOrDefault(c, "")).toList()));
        }
        return csv.toString();
    }

    private static String line(Collection<String> cells) {
        return cells.stream().map(SheetCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == '"' || c == '\n' || c == '\r' || SEPARATORS.indexOf(c) >= 0);
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /**
     * The rows of a file, by the names of its header.
     *
     * @throws InputException when the file is not UTF-8 or not CSV
     */
    static List<SheetRecord> read(String file, byte[] bytes) {
        String text = decode(file, bytes);
        CsvParserSettings settings = new CsvParserSettings();
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setReadInputOnSeparateThread(false);
        settings.setMaxCharsPerColumn(-1);
        settings.setSkipEmptyLines(false);
        settings.getFormat().setComment('\0');
        settings.getFormat().setDelimiter(separator(text));
        CsvParser parser = new CsvParser(settings);
        List<SheetRecord> records = new ArrayList<>();
        try {
            parser.beginParsing(new StringReader(text));
            @Nullable String[] header = parser.parseNext();
            long line = parser.getContext().currentLine() + 1;
            for (@Nullable String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
                records.add(record(file, line, header == null ? new String[0] : header, cells));
                line = parser.getContext().currentLine() + 1;
            }
        } catch (TextParsingException e) {
            throw new InputException(file + ": line " + (e.getLineIndex() + 1)
                    + ": not CSV (quotes that do not close?); save the sheet as \"CSV UTF-8\" again");
        } finally {
            parser.stopParsing();
        }
        return records;
    }

    private static SheetRecord record(String file, long line, @Nullable String[] header, @Nullable String[] cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) {
            String name = header[i];
            String cell = i < cells.length ? cells[i] : null;
            if (name != null) {
                named.putIfAbsent(name.strip(), cell == null ? "" : cell.strip());
            }
        }
        return new SheetRecord(file + ":" + line, file, named);
    }

    private static String decode(String file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw notUtf8(file);
            }
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw notUtf8(file);
        }
    }

    private static InputException notUtf8(String file) {
        return new InputException(file + " is not UTF-8; save the sheet as \"CSV UTF-8\"");
    }

    /** The one that the header holds most of; spreadsheets write semicolons where the decimal sign is a comma. */
    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        char most = ',';
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char separator = SEPARATORS.charAt(i);
            if (count(header, separator) > count(header, most)) {
                most = separator;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
