package org.parallax.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a chunk, read one at a time; to be closed when its task ends. */
abstract class ChunkRows implements Iterator<Row>, Closeable {
    private @Nullable Row next;
    private boolean ended;

    /** The next row, or null after the last. */
    protected abstract @Nullable Row read() throws IOException;

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            try {
                next = read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public Row next() {
        Row row = hasNext() ? next : null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return row;
    }

    /** Reads to the end, as a proof that the chunk can be read, and closes. */
    void drain() throws IOException {
        try (this) {
            while (hasNext()) {
                next();
            }
        }
    }
}
