package org.parallax.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run did: published last, as {@code run_manifest.json}, so that it always speaks of the tables beside it.
 *
 * @param runId id of the run, from {@link Publication#runId}
 * @param status whether all input was read
 * @param started when the run started, UTC
 * @param finished when its last table was written, UTC
 * @param inputs the files read
 * @param unreadable the files that could not be read, with the reason
 * @param stages the stages in order, with rows out and seconds
 * @param tables rows of each published table, in the order of writing
 * @param rejects rejected rows by reason code
 * @param modelId the model that scored
 * @param configurationHash SHA-256 of the settings, targets and actors
 * @param configuration the settings, targets and actors themselves: numbers, strings, lists and maps
 * @param versions versions of what the run stood on
 */
public record Manifest(
        String runId,
        Status status,
        Instant started,
        Instant finished,
        List<Input> inputs,
        List<Unreadable> unreadable,
        List<Stage> stages,
        List<Rows> tables,
        SortedMap<String, Long> rejects,
        String modelId,
        String configurationHash,
        Map<String, Object> configuration,
        SortedMap<String, String> versions) {

    /** Name of the file in the output folder. */
    public static final String FILE = "run_manifest.json";

    public Manifest {
        inputs = List.copyOf(inputs);
        unreadable = List.copyOf(unreadable);
        stages = List.copyOf(stages);
        tables = List.copyOf(tables);
        rejects = Collections.unmodifiableSortedMap(new TreeMap<>(rejects));
        configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /** How a published run ended; a run that fails publishes nothing. */
    public enum Status {
        /** All input was read. */
        COMPLETE,
        /** Unreadable files were skipped, as configured. */
        FILES_SKIPPED
    }

    /**
     * A file read. Its content is not hashed, which would read a large corpus twice.
     *
     * @param bytes its size
     * @param modified when it was last modified, UTC
     */
    public record Input(String file, long bytes, Instant modified) {}

    /** A file that could not be read. */
    public record Unreadable(String file, String reason) {}

    /** A stage of the run, the rows that came out of it and how long it took. */
    public record Stage(String name, long rows, double seconds) {}

    /** A published table and its rows. */
    public record Rows(String table, long rows) {}

    /** The file's text: indented, in a fixed order. */
    public String json() {
        return Json.write(this);
    }

    /** Reads what {@link #json} wrote. */
    static Manifest parse(String json) throws JsonProcessingException {
        return Json.read(json, Manifest.class);
    }
}
