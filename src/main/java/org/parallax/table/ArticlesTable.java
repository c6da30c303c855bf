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
                            "Id of the article, the key of this table: as given, or else the SHA-256 of outlet and url, or of outlet, title and body where there is no url."),
                    optional(URL, StringType, "", "Address of the article as given; null when none was."),
                    optional(TITLE, StringType, "", "Headline, reduced to plain text; null when none was given."),
                    optional(AUTHOR, StringType, "", "Author as given; null when none was. Not used in any measure."),
                    required(
                            BODY,
                            StringType,
                            "",
                            "Text of the article without the headline, reduced to plain text. Offsets with field 'body' count its Unicode code points."),
                    optional(
                            PUBLISHED_AT,
                            TimestampType,
                            "UTC",
                            "Time of publication. An article without one is scored, but is in no row of the tables by period."),
                    required(
                            OUTLET,
                            StringType,
                            "",
                            "Who published it, as given: a domain or a name. Spellings are not merged."),
                    optional(
                            COUNTRY,
                            StringType,
                            "ISO 3166-1 alpha-2",
                            "Country of the outlet as given, not of the events; null when none was given."),
                    required(LANGUAGE, StringType, "ISO 639-1", "Language of the text, as given or as detected."),
                    required(
                            LANGUAGE_DETECTED,
                            BooleanType,
                            "",
                            "True when the language was detected from the text, false when it was given."),
                    required(
                            STORY_ID,
                            StringType,
                            "",
                            "Id shared by copies and light edits of one text (wire copy): the article_id of the earliest of them. A text that nobody copied is its own story. Two reports of one event in different words are two stories."),
                    required(
                            ORIGINAL,
                            BooleanType,
                            "",
                            "True for the earliest article of its story, of which each story has one."),
                    optional(
                            SOURCE_FILE,
                            StringType,
                            "",
                            "File that the row was read from; null when the input was not a file."),
                    optional(SOURCE_POSITION, LongType, "from 1", "Row within that file (line, in JSON Lines).")),
            List.of(ARTICLE_ID));

    private ArticlesTable() {}
}
