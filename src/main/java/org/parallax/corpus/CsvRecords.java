package org.parallax.corpus;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * CSV with a header: commas, double quotes doubled inside quotes, line breaks inside quotes. A file is one chunk, since
 * only reading from its start tells which line breaks end a record.
 */
final class CsvRecords implements FileSource {
    private static final int MOST_COLUMNS = 4_096;

    @Override
    public Survey survey(InputFile file, ColumnMapping columns, Configuration storage, long chunkBytes)
            throws IOException {
        try (Records records = new Records(file, columns, storage)) {
            boolean rows = records.hasNext();
            if (records.columns.keySet().stream().anyMatch(name -> name.indexOf('\0') >= 0)) {
                return new Survey.Damaged("it is not UTF-8 text");
            }
            records.drain();
            return new Survey.Sound(records.columns.keySet(), rows ? List.of(Chunk.WHOLE) : List.of());
        } catch (TextParsingException e) {
            return new Survey.Damaged("record " + e.getRecordNumber() + " is not CSV (more than " + MOST_COLUMNS
                    + " fields, or quotes that do not close)");
        }
    }

    @Override
    public ChunkRows rows(InputFile file, Chunk chunk, ColumnMapping columns, Configuration storage)
            throws IOException {
        return new Records(file, columns, storage);
    }

    private static CsvParser parser() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setReadInputOnSeparateThread(false);
        settings.setMaxCharsPerColumn(-1);
        settings.setMaxColumns(MOST_COLUMNS);
        // The parser would take a record that begins with # for a comment.
        settings.getFormat().setComment('\0');
        return new CsvParser(settings);
    }

    /** The records after the header; a record's number counts from the first of them. */
    private static final class Records extends ChunkRows {
        private final InputFile file;
        private final ColumnMapping mapping;
        private final CsvParser parser = parser();
        private final Map<String, Integer> columns = new HashMap<>();
        private final int width;
        private long number;

        Records(InputFile file, ColumnMapping mapping, Configuration storage) throws IOException {
            this.file = file;
            this.mapping = mapping;
            // Given bytes and not characters, the parser heeds a byte order mark.
            parser.beginParsing(Lines.stream(file, storage), StandardCharsets.UTF_8);
            @Nullable String @Nullable [] header = parser.parseNext();
            this.width = header == null ? 0 : header.length;
            for (int i = 0; i < width; i++) {
                String name = Objects.requireNonNull(header)[i];
                if (name != null) {
                    columns.putIfAbsent(name.strip(), i);
                }
            }
        }

        @Override
        protected @Nullable Row read() {
            @Nullable String @Nullable [] record = parser.parseNext();
            if (record == null) {
                return null;
            }
            number++;
            if (record.length != width) {
                String line = Arrays.stream(record).map(v -> v == null ? "" : v).collect(Collectors.joining(","));
                return RawRows.corrupt(
                        file,
                        number,
                        line,
                        "the record has " + record.length + " fields, where the header names " + width);
            }
            return RawRows.row(file, number, column -> {
                Integer index = columns.get(mapping.input(column));
                return index == null ? file.pathValues().get(mapping.input(column)) : record[index];
            });
        }

        @Override
        public void close() {
            parser.stopParsing();
        }
    }
}
