package org.parallax.trend;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Reads sorted rows run by run, such as the articles of one story, and gives the rows that come of each run. */
abstract class Runs implements Iterator<Row> {
    private final Iterator<Row> rows;
    private @Nullable Row ahead;
    private Iterator<Row> out = List.<Row>of().iterator();

    Runs(Iterator<Row> rows) {
        this.rows = rows;
        this.ahead = after();
    }

    /** What comes of the run that begins with a row; {@link #after} reads on, and is called until it gives a row of another run. */
    abstract Iterator<Row> read(Row first);

    /** The row after one that has been taken, which is where the next run begins if it is not taken too; null after the last. */
    final @Nullable Row after() {
        ahead = rows.hasNext() ? rows.next() : null;
        return ahead;
    }

    @Override
    public final boolean hasNext() {
        while (!out.hasNext() && ahead != null) {
            out = read(ahead);
        }
        return out.hasNext();
    }

    @Override
    public final Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return out.next();
    }
}
