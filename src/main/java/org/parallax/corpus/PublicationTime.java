package org.parallax.corpus;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a time of publication: ISO 8601 with or without a time and a zone, the mail format of feeds, {@code yyyyMMdd},
 * or a number of seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by size. Without a zone it
 * is UTC.
 */
final class PublicationTime {
    static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    // A fixed bound and not the present: the same input must give the same rows in any year.
    static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final Pattern ISO =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[Tt ](\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)"
                    + "\\s?(Z|z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?");
    private static final Pattern BASIC_DATE = Pattern.compile("\\d{8}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}(?:\\.\\d{1,9})?");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal SECONDS_END = BigDecimal.valueOf(100_000_000_000L);

    private PublicationTime() {}

    /** The time to the microsecond, or null when the text is no time or lies outside the accepted years. */
    static @Nullable Instant parse(String text) {
        try {
            Instant time = read(text.strip());
            return time == null || time.isBefore(EARLIEST) || !time.isBefore(LATEST)
                    ? null
                    : time.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Instant read(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            LocalTime time = iso.group(2) == null
                    ? LocalTime.MIDNIGHT
                    : LocalTime.parse(iso.group(2).replace(',', '.'));
            return LocalDate.parse(iso.group(1)).atTime(time).toInstant(zone(iso.group(3)));
        }
        if (BASIC_DATE.matcher(text).matches()) {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC);
        }
        if (NUMBER.matcher(text).matches()) {
            return sinceEpoch(new BigDecimal(text));
        }
        return text.length() > 20 ? DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from) : null;
    }

    private static ZoneOffset zone(@Nullable String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        return switch (zone.toUpperCase(Locale.ROOT)) {
            case "Z", "UTC", "GMT" -> ZoneOffset.UTC;
            default -> ZoneOffset.of(zone);
        };
    }

    private static @Nullable Instant sinceEpoch(BigDecimal number) {
        // A bare year or a small count is no time anyone meant.
        if (number.abs().compareTo(BigDecimal.valueOf(10_000_000)) < 0) {
            return null;
        }
        BigDecimal seconds = number;
        while (seconds.abs().compareTo(SECONDS_END) >= 0) {
            seconds = seconds.divide(THOUSAND, 12, RoundingMode.FLOOR);
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(
                whole.longValueExact(),
                seconds.subtract(whole).movePointRight(9).longValue());
    }
}
