package org.parallax.corpus;

import java.io.Serializable;
import java.util.Map;

/**
 * A file to read.
 *
 * @param name the file as the caller named it, or below the folder that the caller named
 * @param path the same, qualified for the storage
 * @param pathValues values that its folders give, as in {@code outlet=example.org/part-0.parquet}
 */
record InputFile(String name, String path, long bytes, Map<String, String> pathValues) implements Serializable {

    InputFile {
        pathValues = Map.copyOf(pathValues);
    }
}
