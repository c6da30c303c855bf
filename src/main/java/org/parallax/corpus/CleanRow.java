package org.parallax.corpus;

import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.parallax.table.ArticlesTable;

/**
 * A raw row's values without markup and blank ends, null where nothing is left, beside what was given where the rules
 * need both.
 *
 * @param id as given, else derived; null where outlet, or both url and body, are missing
 * @param givenBody the body with its markup
 * @param body null also where the given one is too long to be worth reducing
 */
record CleanRow(
        @Nullable String id,
        @Nullable String url,
        @Nullable String title,
        @Nullable String author,
        @Nullable String givenBody,
        @Nullable String body,
        @Nullable String givenTime,
        @Nullable Instant time,
        @Nullable String outlet,
        @Nullable String givenCountry,
        @Nullable String country,
        @Nullable String givenLanguage,
        @Nullable String language) {

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\n\\s*");

    static CleanRow of(Row raw, long longestGivenBody) {
        String outlet = value(raw, ArticlesTable.OUTLET);
        String url = value(raw, ArticlesTable.URL);
        String givenBody = value(raw, ArticlesTable.BODY);
        String body = givenBody == null || givenBody.length() > longestGivenBody ? null : reduced(givenBody);
        String givenTitle = value(raw, ArticlesTable.TITLE);
        String title = givenTitle == null ? null : reduced(givenTitle);
        title = title == null ? null : LINE_BREAKS.matcher(title).replaceAll(" ");
        String givenTime = value(raw, ArticlesTable.PUBLISHED_AT);
        String givenCountry = value(raw, ArticlesTable.COUNTRY);
        String givenLanguage = value(raw, ArticlesTable.LANGUAGE);
        if (LanguageDetector.UNDETERMINED.equalsIgnoreCase(givenLanguage)) {
            // A source that says it does not know has given nothing.
            givenLanguage = null;
        }
        String id = value(raw, ArticlesTable.ARTICLE_ID);
        if (id == null && outlet != null && (url != null || body != null)) {
            id = ArticleId.derive(outlet, url, title, body);
        }
        return new CleanRow(
                id,
                url,
                title,
                value(raw, ArticlesTable.AUTHOR),
                givenBody,
                body,
                givenTime,
                givenTime == null ? null : PublicationTime.parse(givenTime),
                outlet,
                givenCountry,
                givenCountry == null ? null : Codes.country(givenCountry),
                givenLanguage,
                givenLanguage == null ? null : Codes.language(givenLanguage));
    }

    private static @Nullable String reduced(String text) {
        String plain = MarkupText.plain(text);
        return plain.isEmpty() ? null : plain;
    }

    private static @Nullable String value(Row raw, String column) {
        String value = RawRows.text(raw, column);
        String trimmed = value == null ? "" : Blank.trim(value);
        return trimmed.isEmpty() ? null : trimmed;
    }
}
