package org.parallax.corpus;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.parallax.config.Settings.CorpusSettings;
import org.parallax.config.Settings.Unreadable;

/**
 * Reads article files as they come, of one format, into rows with the contract's columns and each row's place.
 *
 * <p>Every file is looked over first, in a Spark job of its own: one that lacks a required column refuses the whole
 * input before anything is computed from it, and a damaged one is named. The rows themselves are read when they are
 * asked for, a file or a part of one in a task. A row's position is its line (JSON Lines) or its record (CSV without
 * the header, Parquet) in its file, whatever the number of tasks.
 */
public final class RawFiles {
    private static final long CHUNK_BYTES = 128L << 20;

    private RawFiles() {}

    /**
     * @param rows as {@link RawRows#SCHEMA} says
     * @param inputs the files that the rows come from
     * @param unreadable the files that were passed over
     */
    public record Raw(Dataset<Row> rows, List<Input> inputs, List<UnreadableFile> unreadable) {
        public Raw {
            inputs = List.copyOf(inputs);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** A file that was read: its name as the caller would write it, and its size. */
    public record Input(String file, long bytes) {}

    /** A file that could not be read, and why. */
    public record UnreadableFile(String file, String reason) {}

    /**
     * Reads the named files and, below the named folders, all files with the format's extension.
     *
     * @throws InputException when there is nothing to read, a file lacks a required column or has one of a wrong type,
     *     or a file is unreadable and the settings say {@link Unreadable#FAIL}
     */
    public static Raw read(SparkSession spark, List<String> paths, Format format, CorpusSettings settings) {
        return read(spark, paths, format, settings, CHUNK_BYTES);
    }

    static Raw read(SparkSession spark, List<String> paths, Format format, CorpusSettings settings, long chunkBytes) {
        Configuration storage = spark.sessionState().newHadoopConf();
        ColumnMapping columns = ColumnMapping.of(settings.columns());
        List<InputFile> files = new ArrayList<>(InputFiles.list(paths, format, storage));
        if (files.isEmpty()) {
            throw new InputException("no input: below " + paths + " there is no file that ends in "
                    + String.join(" or ", format.extensions()) + "; name the files themselves, or another --format");
        }
        SerializableConfiguration shared = new SerializableConfiguration(storage);
        List<Survey> surveys = survey(spark, files, format, columns, shared, chunkBytes);

        List<Piece> pieces = new ArrayList<>();
        List<Input> inputs = new ArrayList<>();
        List<UnreadableFile> unreadable = new ArrayList<>();
        Set<String> foundColumns = new HashSet<>();
        for (int i = 0; i < files.size(); i++) {
            InputFile file = files.get(i);
            Survey survey = surveys.get(i);
            if (survey instanceof Survey.Refused refused) {
                throw new InputException("input file " + file.name() + ": " + refused.problem());
            } else if (survey instanceof Survey.Damaged damaged) {
                unreadable.add(new UnreadableFile(file.name(), damaged.reason()));
            } else if (survey instanceof Survey.Sound sound) {
                // An empty text file has no columns to lack.
                if (!sound.columns().isEmpty() || !sound.chunks().isEmpty()) {
                    columns.demandRequired(file, sound.columns());
                }
                foundColumns.addAll(sound.columns());
                foundColumns.addAll(file.pathValues().keySet());
                inputs.add(new Input(file.name(), file.bytes()));
                sound.chunks().forEach(chunk -> pieces.add(new Piece(file, chunk)));
            }
        }
        refuse(unreadable, settings.unreadableFiles());
        if (pieces.isEmpty()) {
            throw new InputException("no input: the " + files.size() + " files that end in "
                    + String.join(" or ", format.extensions()) + " below " + paths + " hold no row"
                    + (unreadable.isEmpty() ? "" : "; unreadable: " + listed(unreadable)));
        }
        refuseIdleMappings(settings, foundColumns);
        return new Raw(rows(spark, pieces, format, columns, shared), inputs, unreadable);
    }

    private record Piece(InputFile file, Chunk chunk) implements Serializable {}

    private static List<Survey> survey(
            SparkSession spark,
            List<InputFile> files,
            Format format,
            ColumnMapping columns,
            SerializableConfiguration storage,
            long chunkBytes) {
        // Spark serialises public types only, hence not as surveys.
        MapFunction<Long, Serializable> look = i -> {
            try {
                return format.source().survey(files.get(i.intValue()), columns, storage.value(), chunkBytes);
            } catch (IOException | RuntimeException e) {
                return new Survey.Damaged(reason(e));
            }
        };
        return range(spark, files.size())
                .map(look, Encoders.javaSerialization(Serializable.class))
                .collectAsList()
                .stream()
                .map(Survey.class::cast)
                .toList();
    }

    private static Dataset<Row> rows(
            SparkSession spark,
            List<Piece> pieces,
            Format format,
            ColumnMapping columns,
            SerializableConfiguration storage) {
        FlatMapFunction<Long, Row> open = i -> {
            Piece piece = pieces.get(i.intValue());
            ChunkRows rows = format.source().rows(piece.file(), piece.chunk(), columns, storage.value());
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> close(rows));
            return rows;
        };
        return range(spark, pieces.size()).flatMap(open, Encoders.row(RawRows.SCHEMA));
    }

    /** Numbers 0 to n, over as many partitions as are of use. */
    private static Dataset<Long> range(SparkSession spark, int n) {
        int most = Math.max(200, 4 * spark.sparkContext().defaultParallelism());
        return spark.range(0, n, 1, Math.min(n, most)).as(Encoders.LONG());
    }

    private static void close(ChunkRows rows) {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }

    private static void refuse(List<UnreadableFile> unreadable, Unreadable policy) {
        if (policy == Unreadable.FAIL && !unreadable.isEmpty()) {
            throw new InputException("unreadable input: " + listed(unreadable)
                    + ". Repair or remove what is named, or set corpus.unreadable-files = skip to run without it");
        }
    }

    private static String listed(List<UnreadableFile> unreadable) {
        List<String> shown = unreadable.stream()
                .sorted(Comparator.comparing(UnreadableFile::file))
                .limit(10)
                .map(u -> u.file() + " (" + u.reason() + ")")
                .toList();
        int more = unreadable.size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }

    /** A mapping that no file answers to is a slip of the pen, and would turn a column to nulls in silence. */
    private static void refuseIdleMappings(CorpusSettings settings, Set<String> found) {
        Set<String> idle = new TreeSet<>(settings.columns().values());
        idle.removeAll(found);
        if (!idle.isEmpty()) {
            throw new InputException("no input file has the columns " + idle
                    + ", which --map or corpus.columns names; the columns are " + new TreeSet<>(found));
        }
    }
}
