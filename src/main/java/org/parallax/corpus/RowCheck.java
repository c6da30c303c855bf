package org.parallax.corpus;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Settings.CorpusSettings;
import org.parallax.table.ArticlesTable;
import org.parallax.table.RejectsTable;

/**
 * Cleans one raw row and checks it against every rule that needs no other row. Country and language in another form of
 * their code are brought to two letters; what is no code at all rejects the row, since a wrong value that became null
 * would be lost without a trace.
 */
final class RowCheck implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What {@link #check} gives: the published columns before the story, time in microseconds, reason and detail. */
    static final StructType SCHEMA = new StructType()
            .add(ArticlesTable.ARTICLE_ID, StringType)
            .add(ArticlesTable.URL, StringType)
            .add(ArticlesTable.TITLE, StringType)
            .add(ArticlesTable.AUTHOR, StringType)
            .add(ArticlesTable.BODY, StringType)
            .add(ArticlesTable.PUBLISHED_AT, LongType)
            .add(ArticlesTable.OUTLET, StringType)
            .add(ArticlesTable.COUNTRY, StringType)
            .add(ArticlesTable.LANGUAGE, StringType)
            .add(ArticlesTable.LANGUAGE_DETECTED, BooleanType)
            .add(ArticlesTable.SOURCE_FILE, StringType)
            .add(ArticlesTable.SOURCE_POSITION, LongType)
            .add(RejectsTable.REASON, StringType)
            .add(RejectsTable.DETAIL, StringType);

    // Markup is seldom more than nine tenths of a page; what is longer than this is not worth parsing to refuse it.
    private static final long MARKUP_SHARE = 10;
    private static final int SHOWN = 60;

    private final int maxBodyLength;
    private final List<String> languages;

    RowCheck(CorpusSettings settings) {
        this.maxBodyLength = settings.maxBodyLength();
        this.languages = settings.languages();
    }

    /** The cleaned row, with the reason and detail of the first rule that it breaks, or null for both. */
    Row check(Row raw) {
        CleanRow clean = CleanRow.of(raw, MARKUP_SHARE * maxBodyLength);
        Problem problem = problem(raw, clean);
        String language = clean.language();
        boolean detected = problem == null && language == null;
        if (detected) {
            language = LanguageDetector.detect(
                    Stream.of(clean.title(), clean.body())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining("\n")),
                    languages);
        }
        return RowFactory.create(
                clean.id(),
                clean.url(),
                clean.title(),
                clean.author(),
                clean.body(),
                clean.time() == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, clean.time()),
                clean.outlet(),
                clean.country(),
                language,
                detected,
                RawRows.value(raw, ArticlesTable.SOURCE_FILE),
                RawRows.value(raw, ArticlesTable.SOURCE_POSITION),
                problem == null ? null : problem.reason.code(),
                problem == null ? null : problem.detail);
    }

    /** The first broken rule, in the order of {@link RejectReason}. */
    private @Nullable Problem problem(Row raw, CleanRow row) {
        String corrupt = RawRows.text(raw, RawRows.CORRUPT);
        if (corrupt != null) {
            String why = RawRows.text(raw, RawRows.CORRUPT_REASON);
            return new Problem(RejectReason.UNPARSEABLE_LINE, why + "; it begins: " + shown(corrupt));
        }
        if (row.outlet() == null) {
            return new Problem(
                    RejectReason.MISSING_OUTLET, "outlet is null or blank; a domain or a name would be accepted");
        }
        Problem text = textProblem(row);
        if (text != null) {
            return text;
        }
        if (row.givenTime() != null && row.time() == null) {
            return wrong(
                    RejectReason.BAD_DATE, ArticlesTable.PUBLISHED_AT, row.givenTime(), "ISO 8601 from 1900 to 2099");
        }
        if (row.givenCountry() != null && row.country() == null) {
            return wrong(
                    RejectReason.BAD_COUNTRY, ArticlesTable.COUNTRY, row.givenCountry(), "ISO 3166-1, such as GB,");
        }
        if (row.givenLanguage() != null && row.language() == null) {
            return wrong(
                    RejectReason.UNKNOWN_LANGUAGE,
                    ArticlesTable.LANGUAGE,
                    row.givenLanguage(),
                    "ISO 639-1, such as en,");
        }
        return null;
    }

    private @Nullable Problem textProblem(CleanRow row) {
        String given = row.givenBody();
        if (given == null) {
            return new Problem(RejectReason.BLANK_BODY, "body is null or blank; the article's text would be accepted");
        }
        String body = row.body();
        if (body == null) {
            return given.length() > MARKUP_SHARE * maxBodyLength
                    ? tooLong(given)
                    : new Problem(
                            RejectReason.BLANK_BODY,
                            "body holds no text beside its markup; it begins: " + shown(given));
        }
        if (Encoding.broken(body)) {
            return damaged(ArticlesTable.BODY, body);
        }
        if (row.title() != null && Encoding.broken(row.title())) {
            return damaged(ArticlesTable.TITLE, row.title());
        }
        return body.codePointCount(0, body.length()) > maxBodyLength ? tooLong(body) : null;
    }

    private static Problem wrong(RejectReason reason, String column, String given, String accepted) {
        return new Problem(reason, column + " is \"" + shown(given) + "\"; " + accepted + " would be accepted");
    }

    private Problem tooLong(String body) {
        return new Problem(
                RejectReason.BODY_TOO_LONG,
                "body has " + body.codePointCount(0, body.length()) + " characters; up to " + maxBodyLength
                        + " are accepted (corpus.max-body-length)");
    }

    private static Problem damaged(String column, String text) {
        return new Problem(
                RejectReason.BROKEN_ENCODING,
                Encoding.damaged(text) + " of the " + text.length() + " characters of " + column
                        + " are damaged; whole UTF-8 text would be accepted; it begins: " + shown(text));
    }

    private static String shown(String text) {
        String line = text.codePointCount(0, text.length()) > SHOWN
                ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…"
                : text;
        return line.replaceAll("\\s+", " ");
    }

    private record Problem(RejectReason reason, String detail) {}
}
