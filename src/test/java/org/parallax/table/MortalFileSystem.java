package org.parallax.table;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** The local file system as a process sees it that is killed before its n-th change: after that nothing changes any more. */
final class MortalFileSystem extends FilterFileSystem {

    /** Thrown at death; an Error, because a killed process catches nothing. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** How folders are renamed: in one step as on a disk, or by copying and deleting file after file as on S3. */
    enum Renaming {
        ATOMIC,
        COPYING
    }

    private final Renaming renaming;
    private int changesLeft;

    MortalFileSystem(int changesLeft, Renaming renaming) throws IOException {
        super(raw());
        this.changesLeft = changesLeft;
        this.renaming = renaming;
    }

    /** The local file system as a process sees it that lives on. */
    static FileSystem raw() throws IOException {
        RawLocalFileSystem raw = new Quick();
        raw.initialize(URI.create("file:///"), new Configuration());
        return raw;
    }

    private void change() {
        if (changesLeft == 0) {
            throw new Killed();
        }
        changesLeft--;
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        if (renaming == Renaming.ATOMIC || fs.getFileStatus(from).isFile()) {
            change();
            return fs.rename(from, to);
        }
        List<Path> sources = new Folder(fs, from)
                .sizes(from).keySet().stream().map(name -> new Path(from, name)).toList();
        for (Path source : sources) {
            change();
            copy(
                    source,
                    new Path(
                            to,
                            source.toUri()
                                    .getPath()
                                    .substring(from.toUri().getPath().length() + 1)));
        }
        for (Path source : sources) {
            change();
            fs.delete(source, false);
        }
        change();
        return fs.delete(from, true);
    }

    private static void copy(Path from, Path to) throws IOException {
        java.nio.file.Path target = java.nio.file.Path.of(to.toUri().getPath());
        Files.createDirectories(target.getParent());
        Files.copy(java.nio.file.Path.of(from.toUri().getPath()), target);
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        change();
        return fs.delete(path, recursive);
    }

    @Override
    public boolean mkdirs(Path path) throws IOException {
        change();
        return fs.mkdirs(path);
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        change();
        return fs.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
    }

    /** Without the process that Hadoop starts for each new file and folder to set its rights. */
    private static final class Quick extends RawLocalFileSystem {
        @Override
        public void setPermission(Path path, FsPermission permission) {}
    }
}
