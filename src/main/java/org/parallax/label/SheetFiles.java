package org.parallax.label;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parallax.config.ConfigException;
import org.parallax.table.Column;
import org.parallax.table.LabellingSheet;

/** The folder that a sample is written to: for each annotator a sheet as CSV and as Parquet, and a guide. */
public final class SheetFiles {
    private static final String GUIDE = "GUIDE.md";
    private static final String COLUMNS_HERE = "{columns}";

    private SheetFiles() {}

    /**
     * Writes the sheets; with one annotator the column of his or her name stays empty.
     *
     * @return the files written
     * @throws ConfigException as {@link #refuseFilled}
     */
    public static List<Path> write(Sample sample, int annotators, Path folder) throws IOException {
        refuseFilled(folder, annotators);
        List<String> names = names(annotators);
        Files.createDirectories(folder);
        List<Path> written = new ArrayList<>();
        for (int a = 1; a <= annotators; a++) {
            List<Map<String, String>> rows = rows(sample, annotators == 1 ? "" : "annotator " + a);
            Path csv = folder.resolve(names.get(a - 1) + ".csv");
            Path parquet = folder.resolve(names.get(a - 1) + ".parquet");
            List<String> header =
                    LabellingSheet.TABLE.columns().stream().map(Column::name).toList();
            Files.writeString(csv, SheetCsv.write(header, rows));
            SheetParquet.write(parquet, rows);
            written.add(csv);
            written.add(parquet);
        }
        Path guide = folder.resolve(GUIDE);
        Files.writeString(guide, guide());
        written.add(guide);
        return written;
    }

    /** @throws ConfigException when the folder holds a sheet already, which somebody may have filled */
    public static void refuseFilled(Path folder, int annotators) {
        for (String name : names(annotators)) {
            for (String extension : List.of(".csv", ".parquet")) {
                if (Files.exists(folder.resolve(name + extension))) {
                    throw new ConfigException(folder.resolve(name + extension)
                            + " is there already, and somebody may have filled it; name another folder by --output");
                }
            }
        }
    }

    private static List<String> names(int annotators) {
        return IntStream.rangeClosed(1, annotators)
                .mapToObj(a -> annotators == 1 ? "sheet" : "sheet-" + a)
                .toList();
    }

    private static List<Map<String, String>> rows(Sample sample, String annotator) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (SheetLine line : sample.lines()) {
            Map<String, String> cells = new LinkedHashMap<>(line.cells());
            if (!annotator.isEmpty()) {
                cells.put(LabellingSheet.ANNOTATOR, annotator);
            }
            rows.add(cells);
        }
        return rows;
    }

    /** The guide, with the columns as the sheet's own schema describes them. */
    private static String guide() throws IOException {
        try (InputStream in = SheetFiles.class.getResourceAsStream("guide.md")) {
            if (in == null) {
                throw new IllegalStateException("guide.md is not on the class path; build with Maven");
            }
            String columns = LabellingSheet.TABLE.columns().stream()
                    .map(c -> "- `" + c.name() + "`: " + c.meaning())
                    .collect(Collectors.joining("\n"));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(COLUMNS_HERE, columns);
        }
    }
}
