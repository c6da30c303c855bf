package org.parallax.label;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.parallax.corpus.InputException;
import org.parallax.table.Column;
import org.parallax.table.LabellingSheet;

/** Sheets as one Parquet file, for those who label in a program of their own. */
final class SheetParquet {
    private SheetParquet() {}

    static void write(Path file, List<Map<String, String>> rows) throws IOException {
        MessageType schema = schema();
        Configuration plain = new Configuration();
        // Hadoop's own local files come with a hidden checksum file each.
        plain.set("fs.file.impl", RawLocalFileSystem.class.getName());
        plain.setBoolean("fs.file.impl.disable.cache", true);
        HadoopOutputFile out = HadoopOutputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), plain);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(out)
                .withType(schema)
                .withConf(plain)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .build()) {
            for (Map<String, String> row : rows) {
                writer.write(group(schema, row));
            }
        }
    }

    /** The rows of a file that may come from any program; numbers become text as they would be typed. */
    static List<SheetRecord> read(SparkSession spark, String file) {
        List<Row> rows;
        try {
            rows = spark.read().parquet(file).collectAsList();
        } catch (Exception e) {
            // Spark's own exceptions are checked in Scala, which the compiler does not see.
            throw new InputException(file + " cannot be read as Parquet: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        List<SheetRecord> records = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Map<String, String> cells = new LinkedHashMap<>();
            String[] names = row.schema().fieldNames();
            for (int c = 0; c < names.length; c++) {
                cells.put(names[c].strip(), text(row.get(c)));
            }
            records.add(new SheetRecord(file + ": row " + (i + 1), file, cells));
        }
        return records;
    }

    private static String text(@Nullable Object value) {
        if (value == null || (value instanceof Double number && number.isNaN())) {
            return "";
        }
        return value instanceof Double || value instanceof Float
                ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                : value.toString().strip();
    }

    private static Group group(MessageType schema, Map<String, String> row) {
        Group group = new SimpleGroup(schema);
        for (Column column : LabellingSheet.TABLE.columns()) {
            String cell = row.get(column.name());
            if (cell == null) {
                continue;
            }
            if (column.type().equals(DataTypes.DoubleType)) {
                group.add(column.name(), Double.parseDouble(cell));
            } else if (column.type().equals(DataTypes.IntegerType)) {
                group.add(column.name(), Integer.parseInt(cell));
            } else {
                group.add(column.name(), cell);
            }
        }
        return group;
    }

    private static MessageType schema() {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (Column column : LabellingSheet.TABLE.columns()) {
            if (column.type().equals(DataTypes.DoubleType)) {
                message.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            } else if (column.type().equals(DataTypes.IntegerType)) {
                message.optional(PrimitiveTypeName.INT32).named(column.name());
            } else {
                message.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            }
        }
        return message.named(LabellingSheet.TABLE.name());
    }
}
