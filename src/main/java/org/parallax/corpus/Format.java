package org.parallax.corpus;

import java.util.List;
import java.util.Locale;

/** The file formats that articles arrive in. */
public enum Format {
    JSONL,
    CSV,
    PARQUET;

    private static final List<String> PLAIN = List.of("");
    private static final List<String> PLAIN_OR_COMPRESSED = List.of("", ".gz", ".bz2", ".zst");

    /** The file name endings that a folder is searched for; text formats may be compressed besides. */
    public List<String> extensions() {
        return switch (this) {
            case JSONL -> List.of(".jsonl", ".ndjson");
            case CSV -> List.of(".csv");
            case PARQUET -> List.of(".parquet");
        };
    }

    FileSource source() {
        return switch (this) {
            case JSONL -> new JsonLines();
            case CSV -> new CsvRecords();
            case PARQUET -> new ParquetRecords();
        };
    }

    boolean names(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        List<String> suffixes = this == PARQUET ? PLAIN : PLAIN_OR_COMPRESSED;
        return extensions().stream().anyMatch(e -> suffixes.stream().anyMatch(s -> name.endsWith(e + s)));
    }
}
