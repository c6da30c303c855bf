package org.parallax.trend;

import java.io.Serializable;
import java.util.Comparator;
import org.parallax.table.StanceByPeriodTable;

/** Whose stance toward what a series of cells holds. */
record CellKey(String grouping, String group, String target, String voice)
        implements Serializable, Comparable<CellKey> {
    private static final Comparator<CellKey> ORDER = Comparator.comparing(CellKey::grouping)
            .thenComparing(CellKey::group)
            .thenComparing(CellKey::target)
            .thenComparing(CellKey::voice);

    /** Whether its cells hold articles of several outlets. */
    boolean pools() {
        return !grouping.equals(StanceByPeriodTable.OUTLET);
    }

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }
}
