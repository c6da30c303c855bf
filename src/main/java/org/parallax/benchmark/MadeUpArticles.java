package org.parallax.benchmark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.parallax.table.ArticlesTable;

/**
 * Who publishes what when: articles by number, in blocks of {@link #BLOCK}. The first {@link #COPIED} of a block are copies of
 * wire stories, of which few have many copies and many have few; the others are stories of their own. Some stories after one
 * another tell of one event, within a few days. An article of the first kind has three rows of stance, one of the second
 * two, so that a block has {@link #ROWS}, and a row's number tells its article.
 */
final class MadeUpArticles {
    static final int OUTLETS = 200;
    static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    static final int DAYS = 3653;
    static final int MOST_CELLS = 3;

    static final String ARTICLE = "article_number";
    static final String STORY = "story_number";
    static final String EVENT = "event_number";
    static final String OUTLET_NUMBER = "outlet_number";
    static final String WIRE = "wire";
    static final String DAY = "day_number";
    /** How much of the ten years has passed, 0 to 1. */
    static final String TIME = "time_passed";

    private static final int BLOCK = 1000;
    private static final int COPIED = 500;
    private static final int MUCH_COPIED = 400;
    private static final int MUCH_COPIED_STORIES = 40;
    private static final int COPIED_STORIES = MUCH_COPIED_STORIES + (COPIED - MUCH_COPIED) / 2;
    private static final int STORIES = COPIED_STORIES + BLOCK - COPIED;
    private static final int STORIES_OF_EVENT = 5;
    private static final int CELLS_OF_COPY = MOST_CELLS;
    private static final int CELLS_OF_OWN = 2;
    private static final int ROWS_OF_COPIES = COPIED * CELLS_OF_COPY;
    private static final int ROWS = ROWS_OF_COPIES + (BLOCK - COPIED) * CELLS_OF_OWN;

    private static final int SECONDS_A_DAY = 86_400;
    /** A story may follow its event, and a copy its story, by some days; all stay within the ten years. */
    private static final int LATEST_EVENT = DAYS - 5;

    private static final String[] COUNTRIES = {"US", "GB", "DE", "FR", "PL", "RU", "BY", "KZ", "AM", "UA", "TR", "FI"};
    private static final String[] LANGUAGES = {"en", "en", "en", "en", "en", "en", "en", "de", "fr", "ru"};

    private static final String SECONDS = "seconds_after_first_day";

    private MadeUpArticles() {}

    /** How many articles the first rows of stance speak of. */
    static long articles(long rows) {
        long whole = rows / ROWS * BLOCK;
        long rest = rows % ROWS;
        long copies = Math.min(rest, ROWS_OF_COPIES);
        long own = rest - copies;
        return whole + (copies + CELLS_OF_COPY - 1) / CELLS_OF_COPY + (own + CELLS_OF_OWN - 1) / CELLS_OF_OWN;
    }

    /** Number of the article that a row of stance speaks of. */
    static Column articleOf(Column row) {
        Column within = row.mod(ROWS);
        return floor(row.divide(ROWS))
                .multiply(BLOCK)
                .plus(when(within.lt(ROWS_OF_COPIES), floor(within.divide(CELLS_OF_COPY)))
                        .otherwise(floor(within.minus(ROWS_OF_COPIES).divide(CELLS_OF_OWN))
                                .plus(COPIED)));
    }

    /** Which of the article's rows a row of stance is, from 0. */
    static Column cellOf(Column row) {
        Column within = row.mod(ROWS);
        return when(within.lt(ROWS_OF_COPIES), within.mod(CELLS_OF_COPY))
                .otherwise(within.minus(ROWS_OF_COPIES).mod(CELLS_OF_OWN))
                .cast("int");
    }

    /**
     * Adds to rows with an article's number what the tables say of it, under the names of {@link ArticlesTable}, and what
     * they do not.
     */
    static Dataset<Row> of(Dataset<Row> numbered, Chance chance) {
        Column place = col(ARTICLE).mod(BLOCK);
        Column block = floor(col(ARTICLE).divide(BLOCK));
        Column own = chance.uniform("outlet", col(ARTICLE));
        Dataset<Row> told = numbered.withColumns(Map.of(
                WIRE,
                place.lt(COPIED),
                STORY,
                block.multiply(STORIES).plus(storyAt(place)),
                ArticlesTable.ORIGINAL,
                place.equalTo(0).or(storyAt(place).notEqual(storyAt(place.minus(1)))),
                // Large outlets and small ones: the lower its number, the more an outlet publishes.
                OUTLET_NUMBER,
                floor(own.multiply(sqrt(own)).multiply(OUTLETS)).cast("int")));
        Dataset<Row> placed = told.withColumn(EVENT, floor(col(STORY).divide(STORIES_OF_EVENT)));
        return computed(about(computed(placed.withColumn(SECONDS, seconds(chance))), chance));
    }

    /**
     * The rows with their columns computed once. Without this, an optimiser that merges projections writes what a column is
     * made of in every place that reads it, within the functions of arrays for each element.
     */
    static Dataset<Row> computed(Dataset<Row> rows) {
        return rows.sparkSession().createDataFrame(rows.javaRDD(), rows.schema());
    }

    private static Column seconds(Chance chance) {
        Column event = chance.below(LATEST_EVENT, "day of event", col(EVENT)).multiply(SECONDS_A_DAY);
        Column story = chance.below(2 * SECONDS_A_DAY, "delay of story", col(STORY));
        Column copy = chance.uniform("delay of copy", col(ARTICLE));
        Column later = copy.multiply(copy).multiply(2 * SECONDS_A_DAY).plus(60);
        return event.plus(story)
                .plus(when(col(ArticlesTable.ORIGINAL), 0).otherwise(later))
                .cast("long");
    }

    private static Dataset<Row> about(Dataset<Row> placed, Chance chance) {
        Column dated = chance.uniform("undated", col(ARTICLE)).geq(0.01).or(col(WIRE));
        Column which = when(col(ArticlesTable.ORIGINAL), concat(lit("story "), col(STORY)))
                .otherwise(concat(lit("copy "), col(ARTICLE)));
        return placed.withColumns(Map.of(
                TIME,
                col(SECONDS).divide((double) SECONDS_A_DAY * DAYS),
                DAY,
                floor(col(SECONDS).divide(SECONDS_A_DAY)).plus(FIRST_DAY.toEpochDay()),
                ArticlesTable.STORY_ID,
                id(chance, concat(lit("story "), col(STORY))),
                ArticlesTable.ARTICLE_ID,
                id(chance, which),
                ArticlesTable.OUTLET,
                concat(lit("outlet-"), lpad(col(OUTLET_NUMBER).cast("string"), 3, "0")),
                // One outlet in 13 gives no country.
                ArticlesTable.COUNTRY,
                of(COUNTRIES, COUNTRIES.length + 1),
                ArticlesTable.LANGUAGE,
                of(LANGUAGES, LANGUAGES.length),
                ArticlesTable.PUBLISHED_AT,
                when(dated, timestamp_seconds(col(SECONDS).plus(FIRST_DAY.toEpochDay() * SECONDS_A_DAY)))));
    }

    /** Number of the story within its block. */
    private static Column storyAt(Column place) {
        Column share = place.divide(MUCH_COPIED);
        // The power of 2.5 gives the first story of 40 almost a quarter of the copies, and the last one four.
        return when(
                        place.lt(MUCH_COPIED),
                        floor(share.multiply(share).multiply(sqrt(share)).multiply(MUCH_COPIED_STORIES)))
                .when(
                        place.lt(COPIED),
                        floor(place.minus(MUCH_COPIED).divide(2)).plus(MUCH_COPIED_STORIES))
                .otherwise(place.minus(COPIED).plus(COPIED_STORIES))
                .cast("int");
    }

    /** As long as the ids of a real corpus, which is what shuffles carry. */
    private static Column id(Chance chance, Column what) {
        return sha2(concat(lit(chance.seed() + " "), what), 256);
    }

    /** The outlet's value: the values in turn, and null past the last one. */
    private static Column of(String[] values, int turn) {
        return element_at(lit(values), pmod(col(OUTLET_NUMBER), lit(turn)).plus(1));
    }
}
