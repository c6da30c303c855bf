package org.parallax.trend;

import org.apache.spark.sql.Row;
import org.parallax.table.StanceByPeriodTable;

/** Whose stance toward what a series of cells holds. */
record CellKey(String grouping, String group, String target, String voice) {
    /** The columns that it stands in, which are the first of an entry. */
    static final String[] COLUMNS = {
        StanceByPeriodTable.GROUPING, StanceByPeriodTable.GROUP, StanceByPeriodTable.TARGET, StanceByPeriodTable.VOICE
    };

    static CellKey of(Row entry) {
        return new CellKey(entry.getString(0), entry.getString(1), entry.getString(2), entry.getString(3));
    }

    boolean holds(Row entry) {
        return group.equals(entry.getString(1))
                && target.equals(entry.getString(2))
                && voice.equals(entry.getString(3))
                && grouping.equals(entry.getString(0));
    }

    /** Whether its cells hold articles of several outlets. */
    boolean pools() {
        return !grouping.equals(StanceByPeriodTable.OUTLET);
    }
}
