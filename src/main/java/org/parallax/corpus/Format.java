package org.parallax.corpus;

import java.util.List;
import java.util.Locale;

/** The file formats that articles arrive in. */
public enum Format {
    JSONL(new JsonLines(), ".jsonl", ".ndjson"),
    CSV(new CsvRecords(), ".csv"),
    PARQUET(new ParquetRecords(), ".parquet");

    private static final List<String> COMPRESSED = List.of("", ".gz", ".bz2", ".zst");

    // Looked up by the constant's name wherever a task runs, so that it never travels.
    private final transient FileSource source;
    private final List<String> extensions;

    Format(FileSource source, String... extensions) {
        this.source = source;
        this.extensions = List.of(extensions);
    }

    FileSource source() {
        return source;
    }

    /** The file name endings that a folder is searched for; text formats may be compressed besides. */
    public List<String> extensions() {
        return extensions;
    }

    boolean names(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        List<String> suffixes = this == PARQUET ? List.of("") : COMPRESSED;
        return extensions.stream().anyMatch(e -> suffixes.stream().anyMatch(s -> name.endsWith(e + s)));
    }
}
