package org.parallax.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

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
        String base = files.makeQualified(path).toUri().getPath();
        try {
            RemoteIterator<LocatedFileStatus> below = files.listFiles(path, true);
            while (below.hasNext()) {
                LocatedFileStatus file = below.next();
                String full = file.getPath().toUri().getPath();
                sizes.put(full.length() == base.length() ? "" : full.substring(base.length() + 1), file.getLen());
            }
        } catch (FileNotFoundException e) {
            return sizes;
        }
        return sizes;
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
