package org.parallax.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;

/**
 * Keeps two runs from writing into one output folder. A lock whose process has ended on this machine is taken over; of a
 * process on another machine that cannot be told, so a person decides. On S3, whose stores may not offer creation only if
 * absent, two runs that start within the same second can both pass.
 */
final class Lock {
    private static final String NAME = ".lock";
    private static final String STALE = ".lock-stale-";
    private static final long UNREADABLE_IS_STALE_AFTER_MS = 60_000;

    private final Folder output;
    private final Held held;

    private Lock(Folder output, Held held) {
        this.output = output;
        this.held = held;
    }

    /** What the lock file says. */
    record Held(String run, Owner owner) {}

    /** @throws StoreException when another run holds it */
    static Lock take(Folder output, String run, Owner owner) throws IOException {
        Held mine = new Held(run, owner);
        for (int attempt = 0; attempt < 2; attempt++) {
            if (create(output, Json.write(mine))) {
                return new Lock(output, mine);
            }
            removeStale(output, run);
        }
        throw new StoreException("another run has just taken " + output.at(NAME) + "; run again when it has ended");
    }

    void release() throws IOException {
        if (output.holds(NAME) && output.text(NAME).equals(Json.write(held))) {
            output.delete(output.at(NAME));
        }
    }

    private static boolean create(Folder output, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path lock = output.at(NAME);
        if ("file".equals(lock.toUri().getScheme())) {
            // Hadoop's local file system asks whether the file exists and then creates it, which two runs can do at
            // once.
            try {
                Files.write(
                        java.nio.file.Path.of(lock.toUri().getPath()),
                        bytes,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            }
        }
        try (FSDataOutputStream out = output.files().create(lock, false)) {
            out.write(bytes);
            return true;
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
            return false;
        }
    }

    private static void removeStale(Folder output, String run) throws IOException {
        if (!output.holds(NAME)) {
            return;
        }
        String seen = output.text(NAME);
        refuseIfHeld(output, seen);
        Path aside = output.at(STALE + run);
        output.move(output.at(NAME), aside);
        if (!output.text(aside.getName()).equals(seen)) {
            // Another run took the stale lock over in between: this is its lock.
            output.move(aside, output.at(NAME));
            refuseIfHeld(output, output.text(NAME));
        }
        output.delete(aside);
    }

    private static void refuseIfHeld(Folder output, String seen) throws IOException {
        Path lock = output.at(NAME);
        Held other;
        try {
            other = Json.read(seen, Held.class);
        } catch (IOException e) {
            long age = System.currentTimeMillis()
                    - output.files().getFileStatus(lock).getModificationTime();
            if (age > UNREADABLE_IS_STALE_AFTER_MS) {
                return;
            }
            throw new StoreException("a run is just starting in " + output.root() + " (" + lock
                    + " is not complete yet); run again in a minute");
        }
        if (!other.owner().ended()) {
            throw new StoreException(output.root() + " is being written by run " + other.run() + " (" + other.owner()
                    + "). Wait until it ends; if that process is gone, delete " + lock + " and run again.");
        }
    }
}
