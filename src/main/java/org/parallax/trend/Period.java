package org.parallax.trend;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.parallax.table.StanceByPeriodTable;

/** Lengths of time that articles are summed up over; each knows where the period of a day begins. Days count from 1970. */
enum Period {
    DAY(StanceByPeriodTable.DAY) {
        @Override
        int start(int day) {
            return day;
        }
    },
    WEEK(StanceByPeriodTable.WEEK) {
        @Override
        int start(int day) {
            // 1 January 1970 was a Thursday, three days after a Monday.
            return day - Math.floorMod(day + 3, 7);
        }
    },
    MONTH(StanceByPeriodTable.MONTH) {
        @Override
        int start(int day) {
            LocalDate date = LocalDate.ofEpochDay(day);
            return day - date.getDayOfMonth() + 1;
        }
    },
    /** All days; where it begins is known when all articles are. */
    SPAN(StanceByPeriodTable.SPAN) {
        @Override
        int start(int day) {
            return 0;
        }
    };

    private final String code;

    Period(String code) {
        this.code = code;
    }

    /** As it stands in the table. */
    String code() {
        return code;
    }

    /** The period that begins with a day, as a struct of its two columns. */
    Column from(Column start) {
        return struct(lit(code).as(StanceByPeriodTable.PERIOD), start.as(StanceByPeriodTable.PERIOD_START));
    }

    /** First day of the period that holds a day. */
    abstract int start(int day);
}
