package org.parallax.table;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** The data dictionary: what each table and column means, in Markdown, from the schemas that the code writes by. */
public final class Dictionary {
    /** Its file, in the root of the repository. */
    public static final String FILE = "DATA_DICTIONARY.md";

    private static final String HEAD =
            """
            # Data dictionary

            What `parallax run` writes: a folder of Parquet files (zstd) for each table, and `run_manifest.json`, which names the input, the
            configuration, the model and the versions that the tables come from. Open a table with `<output>/<table>/**/*.parquet`; where it is
            partitioned, turn Hive partitioning on (DuckDB: `read_parquet('<output>/mentions/**/*.parquet', hive_partitioning = true)`) to get the
            partition column. This file is generated from the schemas in `org.parallax.table`; a test fails when it is stale.

            A few terms hold everywhere. **Stance** is the attitude of a text toward a target: *favourable*, *neutral* or *unfavourable*. A **score**
            lies in [-1, 1] and is the expected stance when these count +1, 0 and -1. **Voice** tells whose attitude it is: the *author*'s, or that of
            somebody who is *reported*. A **story** is one text with all its copies. All times are UTC. Offsets count Unicode code points from 0, and
            ends are exclusive. "May be null" says yes only where the meaning tells when.
            """;

    private Dictionary() {}

    /** The whole text. */
    public static String markdown() {
        return HEAD + Tables.ALL.stream().map(Dictionary::section).collect(Collectors.joining());
    }

    private static String section(Table table) {
        StringBuilder text = new StringBuilder();
        text.append("\n## ").append(table.name()).append("\n\n");
        text.append("A row is ").append(table.rowMeaning()).append(". ");
        if (!table.partitionedBy().isEmpty()) {
            text.append("Partitioned by ").append(codes(table.partitionedBy())).append("; sorted within by ");
        } else {
            text.append("Sorted by ");
        }
        text.append(codes(table.sortedBy())).append(".\n\n");
        text.append("| column | type | may be null | unit or values | meaning |\n|---|---|---|---|---|\n");
        for (Column column : table.columns()) {
            text.append("| `")
                    .append(column.name())
                    .append("` | ")
                    .append(type(column.type()))
                    .append(" | ")
                    .append(column.nullable() ? "yes" : "no")
                    .append(" | ")
                    .append(cell(column.unit()))
                    .append(" | ")
                    .append(cell(column.meaning()))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String codes(List<String> names) {
        return names.stream().map(n -> "`" + n + "`").collect(Collectors.joining(", "));
    }

    private static String type(DataType type) {
        if (type instanceof ArrayType array) {
            return "list of " + type(array.elementType());
        }
        if (type instanceof StructType struct) {
            return List.of(struct.fields()).stream()
                    .map(f -> f.name() + " " + type(f.dataType()))
                    .collect(Collectors.joining(", ", "(", ")"));
        }
        return type.simpleString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
