package org.parallax.trend;

import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.unix_seconds;

import org.apache.spark.sql.Column;

/** The day in UTC that a time falls on, whatever the session's time zone. */
final class UtcDay {
    private static final int SECONDS = 86_400;

    private UtcDay() {}

    /** As a date. */
    static Column of(Column time) {
        return date_from_unix_date(number(time));
    }

    /** As days since 1970. */
    static Column number(Column time) {
        return floor(unix_seconds(time).divide(SECONDS)).cast("int");
    }
}
