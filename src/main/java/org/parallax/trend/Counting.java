package org.parallax.trend;

import org.parallax.table.StanceByPeriodTable;

/** How the copies of one story count in a cell. */
enum Counting {
    EVERY_COPY(StanceByPeriodTable.EVERY_COPY),
    ONE_VOTE(StanceByPeriodTable.ONE_VOTE),
    ORIGINALS(StanceByPeriodTable.ORIGINALS);

    private final String code;

    Counting(String code) {
        this.code = code;
    }

    /** As it stands in the table. */
    String code() {
        return code;
    }
}
