package org.parallax.corpus;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** One cell of a Parquet file as text: strings as they are, numbers in digits, times in ISO 8601. */
final class ParquetCell {

    private ParquetCell() {}

    /** Why a column of this type cannot be an article's, or null when it can. */
    static @Nullable String problem(Type field) {
        String shown = " is of type \""
                + field.toString().replaceAll("\\s+", " ").strip() + "\", where text, a number or a time is expected";
        if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
            return "holds nested values: it" + shown + "; flatten it, or map another column";
        }
        LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
        PrimitiveTypeName stored = field.asPrimitiveType().getPrimitiveTypeName();
        boolean bytes = stored == PrimitiveTypeName.BINARY || stored == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
        boolean known = logical == null
                ? !bytes
                : logical instanceof StringLogicalTypeAnnotation
                        || logical instanceof EnumLogicalTypeAnnotation
                        || logical instanceof JsonLogicalTypeAnnotation
                        || logical instanceof DecimalLogicalTypeAnnotation
                        || logical instanceof IntLogicalTypeAnnotation
                        || logical instanceof DateLogicalTypeAnnotation
                        || logical instanceof TimestampLogicalTypeAnnotation;
        return known ? null : (bytes ? "holds bytes: it" : "cannot be read: it") + shown + "; store it as a string";
    }

    static @Nullable String text(Group row, int field) {
        if (row.getFieldRepetitionCount(field) == 0) {
            return null;
        }
        PrimitiveType type = row.getType().getType(field).asPrimitiveType();
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> String.valueOf(row.getBoolean(field, 0));
            case FLOAT -> String.valueOf(row.getFloat(field, 0));
            case DOUBLE -> plain(row.getDouble(field, 0));
            case INT96 -> int96(row.getInt96(field, 0).toByteBuffer());
            case INT32 -> whole(row.getInteger(field, 0), logical);
            case INT64 -> whole(row.getLong(field, 0), logical);
            case BINARY, FIXED_LEN_BYTE_ARRAY ->
                logical instanceof DecimalLogicalTypeAnnotation decimal
                        ? new BigDecimal(new BigInteger(row.getBinary(field, 0).getBytes()), decimal.getScale())
                                .toPlainString()
                        : row.getBinary(field, 0).toStringUsingUTF8();
        };
    }

    private static String plain(double value) {
        return Double.isFinite(value) ? new BigDecimal(String.valueOf(value)).toPlainString() : String.valueOf(value);
    }

    private static String whole(long value, @Nullable LogicalTypeAnnotation logical) {
        if (logical instanceof DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(value).toString();
        }
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return BigDecimal.valueOf(value, decimal.getScale()).toPlainString();
        }
        if (logical instanceof TimestampLogicalTypeAnnotation time) {
            ChronoUnit unit =
                    switch (time.getUnit()) {
                        case MILLIS -> ChronoUnit.MILLIS;
                        case MICROS -> ChronoUnit.MICROS;
                        case NANOS -> ChronoUnit.NANOS;
                    };
            // A time without a zone is UTC by the contract, so that both kinds read alike.
            return Instant.EPOCH.plus(value, unit).toString();
        }
        return String.valueOf(value);
    }

    /** Twelve bytes, little-endian: nanoseconds of the day, then the Julian day. */
    private static String int96(ByteBuffer bytes) {
        ByteBuffer ordered = bytes.order(ByteOrder.LITTLE_ENDIAN);
        long nanos = ordered.getLong();
        LocalDate day = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, ordered.getInt());
        return LocalDateTime.of(day, java.time.LocalTime.MIDNIGHT)
                .plusNanos(nanos)
                .toInstant(ZoneOffset.UTC)
                .toString();
    }
}
