package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;

/** The accepted articles, cleaned, with their language and story. */
public final class ArticlesTable {
    public static final String ARTICLE_ID = "article_id";
    public static final String URL = "url";
    public static final String TITLE = "title";
    public static final String AUTHOR = "author";
    public static final String BODY = "body";
    public static final String PUBLISHED_AT = "published_at";
    public static final String OUTLET = "outlet";
    public static final String COUNTRY = "country";
    public static final String LANGUAGE = "language";
    public static final String LANGUAGE_DETECTED = "language_detected";
    public static final String STORY_ID = "story_id";
    public static final String ORIGINAL = "original";
    public static final String SOURCE_FILE = "source_file";
    public static final String SOURCE_POSITION = "source_position";

    public static final Table TABLE = new Table(
            "articles",
            "one accepted article",
            List.of(
                    required(
                            ARTICLE_ID,
                            StringType,
                            "",
                            "Id of the article: given, or SHA-256 of outlet and url, or of outlet, title and body."),
                    optional(URL, StringType, "", "Address of the article as given."),
                    optional(TITLE, StringType, "", "Headline, reduced to plain text."),
                    optional(AUTHOR, StringType, "", "Author as given."),
                    required(
                            BODY,
                            StringType,
                            "",
                            "Text of the article, reduced to plain text; all offsets refer to it."),
                    optional(
                            PUBLISHED_AT,
                            TimestampType,
                            "UTC",
                            "Time of publication; null keeps the article out of every table by period."),
                    required(OUTLET, StringType, "", "Outlet as given: a domain or a name."),
                    optional(COUNTRY, StringType, "ISO 3166-1 alpha-2", "Country of the outlet."),
                    required(LANGUAGE, StringType, "ISO 639-1", "Language of the text: given, or detected."),
                    required(LANGUAGE_DETECTED, BooleanType, "", "True when the language was detected and not given."),
                    required(
                            STORY_ID,
                            StringType,
                            "",
                            "Id shared by near-duplicate texts: the article id of the story's original."),
                    required(ORIGINAL, BooleanType, "", "True for the earliest article of its story."),
                    optional(SOURCE_FILE, StringType, "", "File that the row was read from."),
                    optional(SOURCE_POSITION, LongType, "from 1", "Row within that file.")),
            List.of(ARTICLE_ID));

    private ArticlesTable() {}
}
