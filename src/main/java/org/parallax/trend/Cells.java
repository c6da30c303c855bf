package org.parallax.trend;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.parallax.statistics.ClusteredSample.Clustering;

/**
 * The second pass of the periods: reads the entries of each group in the order of their days, fills the day, the week, the
 * month and the span that are open at once, and gives the rows of each as it ends. Memory is that of these four cells.
 */
final class Cells implements Iterator<Row> {
    private static final Period[] PERIODS = Period.values();

    private final Iterator<Row> entries;
    private final SeriesNumbers numbers;
    private final CellRows rows;
    private final Cell[] ofOutlet = cells(Clustering.STORIES);
    private final Cell[] pooled = cells(Clustering.STORIES_AND_OUTLETS);
    private final int[] starts = new int[PERIODS.length];
    private final Queue<Row> out = new ArrayDeque<>();
    private int series = SeriesNumbers.NONE;
    private @Nullable CellKey key;

    Cells(Iterator<Row> entries, SeriesNumbers numbers, CellRows rows) {
        this.entries = entries;
        this.numbers = numbers;
        this.rows = rows;
    }

    private static Cell[] cells(Clustering clustering) {
        Cell[] cells = new Cell[PERIODS.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new Cell(clustering);
        }
        return cells;
    }

    @Override
    public boolean hasNext() {
        while (out.isEmpty() && entries.hasNext()) {
            read(StoryEntry.of(entries.next()));
        }
        if (out.isEmpty() && key != null) {
            end(key);
            key = null;
        }
        return !out.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return out.remove();
    }

    private void read(StoryEntry entry) {
        CellKey now = key;
        if (now == null || series != entry.series()) {
            if (now != null) {
                end(now);
            }
            series = entry.series();
            now = numbers.series(series);
            key = now;
        }
        Cell[] open = open(now);
        for (int p = 0; p < PERIODS.length; p++) {
            int start = PERIODS[p].start(entry.day());
            if (start != starts[p] && !open[p].isEmpty()) {
                end(now, p);
            }
            starts[p] = start;
            open[p].add(entry, entry.copies()[p]);
        }
    }

    private Cell[] open(CellKey now) {
        return now.pools() ? pooled : ofOutlet;
    }

    private void end(CellKey now) {
        for (int p = 0; p < PERIODS.length; p++) {
            end(now, p);
        }
    }

    private void end(CellKey now, int p) {
        Cell cell = open(now)[p];
        Row everyCopy = null;
        for (Counting counting : Counting.values()) {
            if (!cell.sample(counting).isEmpty()) {
                Row row = everyCopy != null && cell.isLikeEveryCopy(counting)
                        ? CellRows.counted(everyCopy, counting)
                        : rows.row(now, PERIODS[p], starts[p], counting, cell);
                everyCopy = counting == Counting.EVERY_COPY ? row : everyCopy;
                out.add(row);
            }
        }
        cell.clear();
    }
}
