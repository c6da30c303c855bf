package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;

/** Newspapers, agencies and other sources that articles cite, with the day of what is cited. */
public final class CitedSourcesTable {
    public static final String ARTICLE_ID = "article_id";
    public static final String FIELD = "field";
    public static final String SENTENCE_INDEX = "sentence_index";
    public static final String BEGIN = "begin";
    public static final String END = "end";
    public static final String SOURCE = "source";
    public static final String SOURCE_ID = "source_id";
    public static final String CITED_ON = "cited_on";
    public static final String CITATION = "citation";

    public static final Table TABLE = new Table(
            "cited_sources",
            "one source that an article cites at one place, as in '(Interfax, June 11)' or 'Kommersant reported on June 10'; a bracket that names two sources has two rows",
            List.of(
                    required(ARTICLE_ID, StringType, "", "The article, as in articles."),
                    required(FIELD, StringType, "title, body", "Which text of the article the citation stands in."),
                    required(
                            SENTENCE_INDEX,
                            IntegerType,
                            "from 0",
                            "Number of the sentence within that text, as in mentions: what the sentence says is what the source is cited for."),
                    required(
                            BEGIN,
                            IntegerType,
                            "code points",
                            "Where the citation begins: the number of Unicode code points before it in that text."),
                    required(
                            END, IntegerType, "code points", "Where the citation ends: the first code point after it."),
                    required(
                            SOURCE,
                            StringType,
                            "",
                            "The source as it stands in the text, without article: 'Interfax', 'www.gazeta.kz'. Spellings are not brought together; group them yourself before counting."),
                    optional(
                            SOURCE_ID,
                            StringType,
                            "an actor id",
                            "The source where it is a configured actor, for example a ministry's state; null for the press."),
                    optional(
                            CITED_ON,
                            DateType,
                            "a day",
                            "Day of what is cited. Where the text gives no year, the last such day up to the day after the article's publication; null where the text gives no day, or no year and the article is undated."),
                    required(
                            CITATION,
                            StringType,
                            "",
                            "The words of the citation as they stand in the text, from begin to end.")),
            List.of(ARTICLE_ID, FIELD, BEGIN, SOURCE));

    private CitedSourcesTable() {}
}
