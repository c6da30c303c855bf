package org.parallax.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;

/**
 * Puts the finished tables of a run in the place of the old ones. A journal is written first; its appearance, one rename,
 * is the moment in which the run becomes the published one. Then each table is moved: the old one to {@code .retired-RUN},
 * the new one to its place. A process killed on the way leaves the journal, and {@link #repair} ends what it began;
 * a process killed before leaves the old tables untouched, and {@code repair} clears its unfinished ones away.
 *
 * <p>No file system that Hadoop knows can exchange two folders in one step. Between the two renames of a table its path is
 * therefore absent, for less than a millisecond on a disk or on HDFS, and after a kill in that very moment until the next
 * run; {@link #place} finds the table all the same. Where a rename is a copy (S3), a kill may leave a partial copy: the
 * journal knows each file's size, so that a partial folder is never taken for a whole one.
 */
final class Swap {
    static final String JOURNAL = ".journal";
    private static final String JOURNAL_DRAFT = ".journal.draft";
    private static final String STAGING = ".staging-";
    private static final String RETIRED = ".retired-";

    private final Folder output;

    Swap(Folder output) {
        this.output = output;
    }

    /** What a run publishes: for each entry, in the order of moving, the sizes of its files. */
    record Journal(String run, List<Entry> entries) {}

    /** A table's folder or the manifest. */
    record Entry(String name, Map<String, Long> sizes) {}

    /** Where the run with this id writes. */
    Path staging(String run) {
        return output.at(STAGING + run);
    }

    private Path retired(String run) {
        return output.at(RETIRED + run);
    }

    /** Publishes what the run has staged under these names. */
    void publish(String run, List<String> names) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String name : names) {
            SortedMap<String, Long> sizes = output.sizes(new Path(staging(run), name));
            if (sizes.isEmpty()) {
                throw new IOException("nothing is staged as " + name + " in " + staging(run));
            }
            entries.add(new Entry(name, new TreeMap<>(sizes)));
        }
        Journal journal = new Journal(run, entries);
        output.write(output.at(JOURNAL_DRAFT), Json.write(journal));
        output.move(output.at(JOURNAL_DRAFT), output.at(JOURNAL));
        finish(journal);
    }

    /** Ends an interrupted publication, or clears away an unfinished run; the caller holds the lock. */
    void repair() throws IOException {
        if (output.holds(JOURNAL)) {
            finish(journal());
        }
        for (String name : output.names()) {
            if (name.startsWith(STAGING) || name.startsWith(RETIRED) || name.equals(JOURNAL_DRAFT)) {
                output.delete(output.at(name));
            }
        }
    }

    /** Clears away what a run has staged. */
    void discard(String run) throws IOException {
        output.delete(staging(run));
    }

    /** Whether a publication is under way or was interrupted. */
    boolean begun() throws IOException {
        return output.holds(JOURNAL);
    }

    /** Where a reader finds the published table or manifest, in the middle of a publication too. */
    Path place(String name) throws IOException {
        if (output.holds(JOURNAL)) {
            Journal journal = journal();
            Path staged = new Path(staging(journal.run()), name);
            for (Entry entry : journal.entries()) {
                if (entry.name().equals(name) && whole(staged, entry)) {
                    return staged;
                }
            }
        }
        return output.at(name);
    }

    private Journal journal() throws IOException {
        return Json.read(output.text(JOURNAL), Journal.class);
    }

    private void finish(Journal journal) throws IOException {
        for (Entry entry : journal.entries()) {
            moveIn(journal.run(), entry);
        }
        output.delete(output.at(JOURNAL));
        output.delete(staging(journal.run()));
        output.delete(retired(journal.run()));
    }

    private void moveIn(String run, Entry entry) throws IOException {
        Path staged = new Path(staging(run), entry.name());
        Path place = output.at(entry.name());
        Path old = new Path(retired(run), entry.name());
        if (whole(staged, entry)) {
            if (output.files().exists(place)) {
                if (output.files().exists(old)) {
                    // Both exist only where a rename is a copy and was cut short; neither is needed any more.
                    output.delete(place);
                } else {
                    output.make(retired(run));
                    output.move(place, old);
                }
            }
            output.move(staged, place);
        } else if (!whole(place, entry)) {
            throw new StoreException("cannot end the interrupted publication of run " + run + ": files of "
                    + entry.name() + " are missing both in " + staged + " and in " + place
                    + ". Restore them, or delete " + output.at(JOURNAL) + " and run again with another output folder.");
        }
    }

    private boolean whole(Path path, Entry entry) throws IOException {
        return output.sizes(path).entrySet().containsAll(entry.sizes().entrySet());
    }
}
