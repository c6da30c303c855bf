package org.parallax.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A folder in a Hadoop file system, with renames and deletions that throw where Hadoop's return false. */
final class Folder {
    private final FileSystem files;
    private final Path root;

    Folder(FileSystem files, Path root) {
        this.files = files;
        this.root = files.makeQualified(root);
    }

    FileSystem files() {
        return files;
    }

    Path root() {
        return root;
    }

    Path at(String name) {
        return new Path(root, name);
    }

    boolean holds(String name) throws IOException {
        return files.exists(at(name));
    }

    /** Names of what is directly in the folder, sorted; none when there is no folder. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try {
            for (FileStatus status : files.listStatus(root)) {
                names.add(status.getPath().getName());
            }
        } catch (FileNotFoundException e) {
            return List.of();
        }
        names.sort(null);
        return names;
    }

    /** Sizes of all files below a path by their relative names; the path itself, as "", when it is a file. */
    SortedMap<String, Long> sizes(Path path) throws IOException {
        SortedMap<String, Long> sizes = new TreeMap<>();
        try {
            FileStatus status = files.getFileStatus(path);
            if (status.isFile()) {
                sizes.put("", status.getLen());
            } else {
                addSizes(path, "", sizes);
            }
        } catch (FileNotFoundException e) {
            return sizes;
        }
        return sizes;
    }

    /** By listStatus: Hadoop's listFiles asks the local system for each file's rights, in a process of its own each time. */
    private void addSizes(Path path, String prefix, Map<String, Long> sizes) throws IOException {
        for (FileStatus status : files.listStatus(path)) {
            String name = prefix + status.getPath().getName();
            if (status.isFile()) {
                sizes.put(name, status.getLen());
            } else {
                addSizes(status.getPath(), name + "/", sizes);
            }
        }
    }

    void move(Path from, Path to) throws IOException {
        if (!files.rename(from, to)) {
            throw new IOException("could not move " + from + " to " + to);
        }
    }

    void make(Path folder) throws IOException {
        if (!files.mkdirs(folder)) {
            throw new IOException("could not make the folder " + folder);
        }
    }

    void delete(Path path) throws IOException {
        if (!files.delete(path, true) && files.exists(path)) {
            throw new IOException("could not delete " + path);
        }
    }

    String text(String name) throws IOException {
        try (FSDataInputStream in = files.open(at(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The text is on the disk when this returns. */
    void write(Path path, String text) throws IOException {
        try (FSDataOutputStream out = files.create(path, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.hsync();
        }
    }
}
