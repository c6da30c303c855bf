package org.parallax.corpus;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Finds the files behind the paths that a caller names. */
final class InputFiles {
    private static final String NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__";

    private InputFiles() {}

    /**
     * The named files, and those with the format's extension below the named folders, each once and sorted by name.
     * Hidden files and folders below a named one ({@code .x}, {@code _x}) are not input.
     */
    static List<InputFile> list(List<String> paths, Format format, Configuration storage) {
        Map<String, InputFile> files = new TreeMap<>();
        for (String given : paths) {
            try {
                Path path = new Path(given);
                FileSystem system = path.getFileSystem(storage);
                FileStatus status = system.getFileStatus(path);
                if (status.isDirectory()) {
                    String root =
                            given.length() > 1 && given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
                    walk(system, status, root, Map.of(), format, files);
                } else {
                    add(files, given, status, Map.of());
                }
            } catch (FileNotFoundException e) {
                throw new InputException("input " + given + " does not exist; name a file or a folder that does");
            } catch (IOException | IllegalArgumentException e) {
                throw new InputException("input " + given + " cannot be listed: " + e.getMessage());
            }
        }
        return files.values().stream()
                .sorted(Comparator.comparing(InputFile::name))
                .toList();
    }

    private static void walk(
            FileSystem system,
            FileStatus folder,
            String name,
            Map<String, String> pathValues,
            Format format,
            Map<String, InputFile> files)
            throws IOException {
        List<FileStatus> entries = new ArrayList<>(Arrays.asList(system.listStatus(folder.getPath())));
        for (FileStatus entry : entries) {
            String entryName = entry.getPath().getName();
            if (entryName.startsWith(".") || entryName.startsWith("_")) {
                continue;
            }
            String full = name.endsWith("/") ? name + entryName : name + "/" + entryName;
            if (entry.isDirectory()) {
                walk(system, entry, full, with(pathValues, entryName), format, files);
            } else if (format.names(entryName)) {
                add(files, full, entry, pathValues);
            }
        }
    }

    private static void add(
            Map<String, InputFile> files, String name, FileStatus status, Map<String, String> pathValues) {
        String path = status.getPath().toString();
        files.putIfAbsent(path, new InputFile(name, path, status.getLen(), pathValues));
    }

    private static Map<String, String> with(Map<String, String> pathValues, String folder) {
        int equals = folder.indexOf('=');
        if (equals <= 0) {
            return pathValues;
        }
        Map<String, String> extended = new HashMap<>(pathValues);
        String value = folder.substring(equals + 1);
        extended.put(
                folder.substring(0, equals),
                value.equals(NULL_PARTITION)
                        ? ""
                        : URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
        return extended;
    }
}
