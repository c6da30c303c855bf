package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;

/** The input rows that broke a rule, with the rule. */
public final class RejectsTable {
    public static final String REASON = "reason";
    public static final String DETAIL = "detail";
    public static final String ARTICLE_ID = "article_id";
    public static final String OUTLET = "outlet";
    public static final String SOURCE_FILE = "source_file";
    public static final String SOURCE_POSITION = "source_position";

    public static final Table TABLE = new Table(
            "rejects",
            "one input row that broke a rule",
            List.of(
                    required(
                            REASON,
                            StringType,
                            "a reason code",
                            "Code of the first rule that the row broke; the manifest counts rows by it."),
                    required(DETAIL, StringType, "", "What was found and what would be accepted, in words."),
                    optional(
                            ARTICLE_ID,
                            StringType,
                            "",
                            "Id that the row had or would have had, where it could be told."),
                    optional(
                            OUTLET,
                            StringType,
                            "",
                            "Outlet as given; null when none was. Compare with articles to see whether an outlet is lost."),
                    required(SOURCE_FILE, StringType, "", "File that the row was read from."),
                    required(SOURCE_POSITION, LongType, "from 1", "Row (line, in JSON Lines) within that file.")),
            List.of(SOURCE_FILE, SOURCE_POSITION, REASON));

    private RejectsTable() {}
}
