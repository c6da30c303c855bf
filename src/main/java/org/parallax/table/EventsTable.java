package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;

/** Which event each article reports. */
public final class EventsTable {
    public static final String ARTICLE_ID = "article_id";
    public static final String STORY_ID = "story_id";
    public static final String EVENT_ID = "event_id";
    public static final String EVENT_START = "event_start";
    public static final String SIMILARITY = "similarity";

    public static final Table TABLE = new Table(
            "events",
            "one accepted article, with the event that it reports; join it to other tables by article_id",
            List.of(
                    required(ARTICLE_ID, StringType, "", "The article, as in articles; each has one row."),
                    required(
                            STORY_ID,
                            StringType,
                            "",
                            "Its story, as in articles. All articles of a story are of the story's event, late copies too."),
                    required(
                            EVENT_ID,
                            StringType,
                            "",
                            "Id shared by the stories of one language that report the same event in whatever words: the story_id of the first of them, which is the article_id of its original. A story that no other joins is its own event. Stories are brought together by the names and rare words of their headlines and leads, within events.days of the event's first story; in a corpus of a few articles no word is rare and hardly an event is found. Judge by the titles before you rest a claim on a single event."),
                    optional(
                            EVENT_START,
                            TimestampType,
                            "UTC",
                            "When the event's first story was published; null for an undated article, which is its own event."),
                    required(
                            SIMILARITY,
                            DoubleType,
                            "[0, 1]",
                            "How alike the story was to what the event held before it came (cosine of word weights); 1 for the event's first story. Low values are the doubtful ones.")),
            List.of(EVENT_ID, STORY_ID, ARTICLE_ID));

    private EventsTable() {}
}
