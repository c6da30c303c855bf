package org.parallax.voice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as citations give them: "June 11", "11 June 2009", "11 июня", "2009-06-11", "11.06.2009". */
final class CitedDay {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> RUSSIAN =
            List.of("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек");
    private static final String MONTH =
            "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?"
                    + "|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?"
                    + "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)";
    private static final String YEAR = "(?:,?\\s+\\d{4}(?:\\s+года|\\s+г\\.)?)?";

    /** A day in a text, as a group that holds no others. */
    static final String PATTERN = "(?:" + MONTH + "\\s+\\d{1,2}(?:st|nd|rd|th)?(?!\\d)" + YEAR
            + "|\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?\\s+" + MONTH + YEAR
            + "|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4})";

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern PART = Pattern.compile("(?<year>\\d{4})|(?<day>\\d{1,2})|(?<month>\\p{L}{3,})");

    private CitedDay() {}

    /**
     * The day that the words give; null when there is no such day, or no year is to be had.
     *
     * @param publishedOn day of the article: where the words state no year, the last such day until the day after it
     */
    static @Nullable LocalDate of(String words, @Nullable LocalDate publishedOn) {
        try {
            Matcher iso = ISO.matcher(words);
            if (iso.matches()) {
                return LocalDate.parse(words);
            }
            Matcher dotted = DOTTED.matcher(words);
            if (dotted.matches()) {
                return LocalDate.of(number(dotted.group(3)), number(dotted.group(2)), number(dotted.group(1)));
            }
            return spelt(words, publishedOn);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate spelt(String words, @Nullable LocalDate publishedOn) {
        int day = 0;
        int month = 0;
        Year year = null;
        Matcher part = PART.matcher(words);
        while (part.find()) {
            if (part.group("year") != null) {
                year = Year.of(number(part.group("year")));
            } else if (part.group("day") != null) {
                day = number(part.group("day"));
            } else if (month == 0) {
                month = month(part.group("month").toLowerCase(Locale.ROOT));
            }
        }
        MonthDay there = MonthDay.of(month, day);
        if (year != null) {
            return year.isValidMonthDay(there) ? year.atMonthDay(there) : null;
        }
        return publishedOn == null ? null : last(there, publishedOn.plusDays(1));
    }

    private static @Nullable LocalDate last(MonthDay day, LocalDate until) {
        for (int back = 0; back < 8; back++) {
            Year year = Year.of(until.getYear() - back);
            if (year.isValidMonthDay(day) && !year.atMonthDay(day).isAfter(until)) {
                return year.atMonthDay(day);
            }
        }
        return null;
    }

    private static int month(String word) {
        for (int m = 0; m < MONTHS.size(); m++) {
            if (word.startsWith(MONTHS.get(m)) || word.startsWith(RUSSIAN.get(m)) && !(m == 4 && word.startsWith("март"))) {
                return m + 1;
            }
        }
        return 0;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
