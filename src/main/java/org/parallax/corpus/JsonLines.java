package org.parallax.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** JSON Lines: an object a line; a line that is none becomes a corrupt row, and a blank one nothing. */
final class JsonLines implements FileSource {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Override
    public Survey survey(InputFile file, ColumnMapping columns, Configuration storage, long chunkBytes)
            throws IOException {
        Set<String> found = new TreeSet<>();
        @Nullable String firstProblem = null;
        boolean object = false;
        // Only reading to its end shows that a compressed file is whole.
        boolean toTheEnd = Lines.compressed(file, storage);
        try (Lines lines = Lines.open(file, Chunk.WHOLE, storage)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.isBlank() || (object && columns.complete(file, found))) {
                    continue;
                }
                Parsed parsed = parse(line);
                if (parsed.object() == null) {
                    firstProblem =
                            firstProblem == null ? "line " + lines.number() + ": " + parsed.problem() : firstProblem;
                } else {
                    object = true;
                    parsed.object().fieldNames().forEachRemaining(found::add);
                    if (columns.complete(file, found) && !toTheEnd) {
                        break;
                    }
                }
            }
        }
        if (!object) {
            return firstProblem == null
                    ? new Survey.Sound(found, List.of())
                    : new Survey.Damaged("no line of it is a JSON object; " + firstProblem);
        }
        boolean cut = file.bytes() > chunkBytes && !toTheEnd;
        return new Survey.Sound(found, cut ? chunks(file, storage, chunkBytes) : List.of(Chunk.WHOLE));
    }

    /** Cuts a large file by bytes; the lines before each cut are counted, since a row's number is its line's. */
    private static List<Chunk> chunks(InputFile file, Configuration storage, long chunkBytes) throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        byte[] buffer = new byte[1 << 16];
        long offset = 0;
        long start = 0;
        long newlines = 0;
        // Lines that begin before the current chunk: a newline in the very last byte before it begins its own first
        // line.
        long before = 0;
        byte last = 0;
        try (InputStream bytes = Lines.stream(file, storage)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                for (int i = 0; i < read; i++, offset++) {
                    if (offset == start + chunkBytes) {
                        chunks.add(new Chunk(start, offset, before + 1));
                        start = offset;
                        before = 1 + newlines - (last == '\n' ? 1 : 0);
                    }
                    last = buffer[i];
                    if (last == '\n') {
                        newlines++;
                    }
                }
            }
        }
        chunks.add(new Chunk(start, Long.MAX_VALUE, before + 1));
        return chunks;
    }

    @Override
    public ChunkRows rows(InputFile file, Chunk chunk, ColumnMapping columns, Configuration storage)
            throws IOException {
        Lines lines = Lines.open(file, chunk, storage);
        return new ChunkRows() {
            @Override
            protected @Nullable Row read() throws IOException {
                String line = lines.next();
                while (line != null && line.isBlank()) {
                    line = lines.next();
                }
                return line == null ? null : row(file, lines.number(), line, columns);
            }

            @Override
            public void close() throws IOException {
                lines.close();
            }
        };
    }

    private static Row row(InputFile file, long number, String line, ColumnMapping columns) {
        Parsed parsed = parse(line);
        JsonNode object = parsed.object();
        if (object == null) {
            return RawRows.corrupt(file, number, line, parsed.problem());
        }
        for (String column : RawRows.CONTRACT) {
            JsonNode value = object.get(columns.input(column));
            if (value != null && value.isContainerNode()) {
                return RawRows.corrupt(
                        file,
                        number,
                        line,
                        "\"" + columns.input(column) + "\" holds " + (value.isArray() ? "a list" : "an object")
                                + ", where text is expected");
            }
        }
        return RawRows.row(file, number, column -> {
            JsonNode value = object.get(columns.input(column));
            if (value == null) {
                return file.pathValues().get(columns.input(column));
            }
            return value.isNull()
                    ? null
                    : value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
        });
    }

    private static Parsed parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            return node.isObject()
                    ? new Parsed(node, "")
                    : new Parsed(
                            null,
                            "a JSON " + node.getNodeType().name().toLowerCase(Locale.ROOT)
                                    + ", where an object is expected");
        } catch (JsonProcessingException e) {
            String message = e.getOriginalMessage().lines().findFirst().orElse("");
            return new Parsed(null, "not valid JSON: " + message);
        }
    }

    private record Parsed(@Nullable JsonNode object, String problem) {}
}
