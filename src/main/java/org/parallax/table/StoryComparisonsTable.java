package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** How far outlets that report one event lie apart on it. */
public final class StoryComparisonsTable {
    public static final String EVENT_ID = "event_id";
    public static final String TARGET = "target";
    public static final String TITLE = "title";
    public static final String FIRST_PUBLISHED = "first_published";
    public static final String LAST_PUBLISHED = "last_published";
    public static final String OUTLETS = "outlets";
    public static final String ARTICLES = "articles";
    public static final String STORIES = "stories";
    public static final String MEAN = "mean";
    public static final String SPREAD = "spread";
    public static final String DEVIATION = "standard_deviation";
    public static final String BY_OUTLET = "by_outlet";
    public static final String MOST_FAVOURABLE = "most_favourable";
    public static final String LEAST_FAVOURABLE = "least_favourable";

    /** Fields of {@link #BY_OUTLET}, beside {@link #ARTICLES} and {@link #MEAN}. */
    public static final String OUTLET = "outlet";

    /** Fields of a sentence, beside {@link #OUTLET}. */
    public static final String SENTENCE = "sentence";

    public static final String ARTICLE_ID = "article_id";
    public static final String SCORE = "score";

    public static final StructType OUTLET_TYPE =
            new StructType().add(OUTLET, StringType).add(ARTICLES, LongType).add(MEAN, DoubleType);

    public static final StructType SENTENCE_TYPE = new StructType()
            .add(SCORE, DoubleType)
            .add(SENTENCE, StringType)
            .add(OUTLET, StringType)
            .add(ARTICLE_ID, StringType);

    public static final Table TABLE = new Table(
            "story_comparisons",
            "one event and target on which at least two outlets have a score in the author's voice; all columns are of that voice. It is a list of places to read, without intervals: one event is a handful of sentences, and whether two outlets differ in general is for outlet_contrasts",
            List.of(
                    required(EVENT_ID, StringType, "", "The event, as in events."),
                    required(TARGET, StringType, "a target id", "The target."),
                    optional(
                            TITLE,
                            StringType,
                            "",
                            "Headline of the event's first article, scored or not; null when it has none."),
                    required(
                            FIRST_PUBLISHED,
                            TimestampType,
                            "UTC",
                            "When the first of the scored articles was published."),
                    required(LAST_PUBLISHED, TimestampType, "UTC", "When the last of them was."),
                    required(
                            OUTLETS,
                            IntegerType,
                            "from 2",
                            "Outlets with a dated article on the event that is scored toward the target in the author's voice."),
                    required(ARTICLES, LongType, "from 2", "Such articles."),
                    required(
                            STORIES,
                            LongType,
                            "from 1",
                            "Stories among them. 1 says that all outlets printed the same text, so that what spread there is comes from edits."),
                    required(
                            MEAN,
                            DoubleType,
                            "[-1, 1]",
                            "Mean of the outlets' means, each with equal weight, so that an outlet with many articles on the event does not decide it."),
                    required(
                            SPREAD,
                            DoubleType,
                            "[0, 2]",
                            "Largest outlet's mean less the smallest. It grows with the number of outlets by chance alone: compare events of about equally many, or use standard_deviation. Taken from a table sorted by it, the top is mostly chance and short articles."),
                    required(
                            DEVIATION,
                            DoubleType,
                            "[0, 1.5]",
                            "Standard deviation of the outlets' means (with n - 1). The model's errors are in it: outlets that agree have one above 0 too."),
                    required(
                            BY_OUTLET,
                            createArrayType(OUTLET_TYPE),
                            "",
                            "The outlets, most favourable first. Fields: outlet, its articles on the event, and the mean of their scores."),
                    optional(
                            MOST_FAVOURABLE,
                            SENTENCE_TYPE,
                            "",
                            "Of the articles' evidence sentences the one with the highest score, which need not be favourable. Fields: score, sentence, outlet, article_id. Null when no article has evidence."),
                    optional(
                            LEAST_FAVOURABLE,
                            SENTENCE_TYPE,
                            "",
                            "The one with the lowest score, which need not be unfavourable. Both are single sentences that a model picked: read them in their article before quoting them. Null as most_favourable is.")),
            List.of(TARGET, EVENT_ID));

    private StoryComparisonsTable() {}
}
