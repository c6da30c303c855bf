package org.parallax.trend;

import java.time.LocalDate;
import org.parallax.table.StanceByPeriodTable;

/** The lengths of periods that make a series, each with its numbering: neighbours differ by 1. Days count from 1970. */
enum Cadence {
    DAY(StanceByPeriodTable.DAY, 1) {
        @Override
        long number(long day) {
            return day;
        }

        @Override
        long begin(long number) {
            return number;
        }
    },
    WEEK(StanceByPeriodTable.WEEK, 7) {
        @Override
        long number(long day) {
            return Math.floorDiv(day + THURSDAY, 7L);
        }

        @Override
        long begin(long number) {
            return number * 7 - THURSDAY;
        }
    },
    MONTH(StanceByPeriodTable.MONTH, 30.436875) {
        @Override
        long number(long day) {
            LocalDate date = LocalDate.ofEpochDay(day);
            return date.getYear() * 12L + date.getMonthValue() - 1;
        }

        @Override
        long begin(long number) {
            return LocalDate.of((int) Math.floorDiv(number, 12L), (int) Math.floorMod(number, 12L) + 1, 1)
                    .toEpochDay();
        }
    };

    /** 1 January 1970 was a Thursday: three days after its week's Monday. */
    private static final int THURSDAY = 3;

    private final String code;
    private final double days;

    Cadence(String code, double days) {
        this.code = code;
        this.days = days;
    }

    /** The number of the period that begins with the day. */
    abstract long number(long day);

    /** The first day of the period. */
    abstract long begin(long number);

    /** Its mean length in days. */
    double days() {
        return days;
    }

    static Cadence of(String code) {
        for (Cadence cadence : values()) {
            if (cadence.code.equals(code)) {
                return cadence;
            }
        }
        throw new IllegalArgumentException("no series has the periods " + code);
    }
}
