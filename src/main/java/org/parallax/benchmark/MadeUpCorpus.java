package org.parallax.benchmark;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unhex;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ArticlesTable;
import org.parallax.table.MentionsTable;

/**
 * A made-up corpus of any size, as its tables would be after scoring: {@link MadeUpArticles#OUTLETS} outlets over ten years,
 * three targets, both voices, wire stories with few or many copies, outlets that lean and drift. Two things are true of it
 * that a measurement should find, and no others: stance toward {@link #DRIFTS} rises slowly, and stance toward
 * {@link #BREAKS} falls on {@link #BREAK}, by {@link #FALL}. The rows depend on size and seed alone; a smaller corpus is
 * the beginning of a larger one.
 */
public final class MadeUpCorpus {
    /** Ids of the targets. */
    public static final List<String> TARGETS = List.of("russia", "nato", "csto");

    public static final String DRIFTS = "nato";
    public static final String BREAKS = "csto";
    public static final LocalDate BREAK = LocalDate.of(2021, 6, 15);
    public static final double FALL = 0.4;

    private static final String[] NAMES = {"Russia", "NATO", "CSTO"};
    private static final double RISE = 0.3;
    private static final double NEUTRAL_BAND = 0.2;
    private static final double STRONGEST = 0.98;
    private static final int SPEAKERS = 40;
    private static final String[] STATES = {"russia", "ukraine", "usa", "belarus", "kazakhstan", "armenia", "germany"};
    private static final String MADE_UP = "made-up";

    private static final String AUTHOR = "author";
    private static final String REPORTED = "reported";

    private static final String CELL = "cell";
    private static final String OWN_TARGET = "own_target";
    private static final String TARGET_NUMBER = "target_number";
    private static final String NAME = "name";
    private static final String LEAN = "lean";
    private static final String SCORES = "scores";
    private static final String SENTENCES = "sentences";
    private static final String NUMBER = "number";
    private static final String STRENGTH = "strength";
    private static final int MOST_SENTENCES = 3;

    private final SparkSession spark;
    private final long rows;
    private final Chance chance;
    private final MadeUpWords words;

    /** @param rows rows of {@link #articleStance}, from 1 */
    public MadeUpCorpus(SparkSession spark, long rows, long seed) {
        if (rows < 1) {
            throw new IllegalArgumentException("a corpus has at least 1 row, not " + rows);
        }
        this.spark = spark;
        this.rows = rows;
        this.chance = new Chance(seed);
        this.words = new MadeUpWords(chance);
    }

    /** Rows of {@link ArticlesTable}: those that the other two tables speak of. */
    public Dataset<Row> articles() {
        Dataset<Row> articles = MadeUpArticles.of(
                        spark.range(MadeUpArticles.articles(rows)).toDF(MadeUpArticles.ARTICLE), chance)
                .withColumn(OWN_TARGET, ownTarget());
        Column sentences = transform(
                sequence(lit(0), lit(MadeUpArticles.MOST_CELLS * MOST_SENTENCES - 1)),
                i -> sentence(name(target(floor(i.divide(MOST_SENTENCES)))), i));
        return ArticlesTable.TABLE.conform(MadeUpArticles.computed(articles)
                .withColumns(Map.of(
                        ArticlesTable.URL,
                        lit(null),
                        ArticlesTable.TITLE,
                        words.title(name(col(OWN_TARGET)), col(MadeUpArticles.EVENT)),
                        ArticlesTable.AUTHOR,
                        lit(null),
                        ArticlesTable.BODY,
                        concat_ws(" ", sentences),
                        ArticlesTable.LANGUAGE_DETECTED,
                        lit(false),
                        ArticlesTable.SOURCE_FILE,
                        lit(null),
                        ArticlesTable.SOURCE_POSITION,
                        lit(null))));
    }

    /** Rows of {@link MentionsTable}, of which {@link #articleStance} is the sum. */
    public Dataset<Row> mentions() {
        Column speaker = chance.uniform("speaker", col(MadeUpArticles.STORY), col(CELL));
        Column known = chance.uniform("known", col(MadeUpArticles.STORY), col(CELL));
        Column number = speaker.multiply(speaker).multiply(SPEAKERS).cast("int");
        Column reported = col(MentionsTable.VOICE).equalTo(REPORTED);
        Column name = coalesce(element_at(lit(STATES), number.plus(1)), concat(lit("speaker-"), number));
        return MentionsTable.TABLE.conform(cells().withColumn(SENTENCES, explode(col(SENTENCES)))
                .select(col("*"), col(SENTENCES + ".*"))
                .withColumn(MentionsTable.HOLDER_STATE, lit(null))
                .withColumns(Map.of(
                        MentionsTable.FIELD,
                        lit(MentionsTable.FIELD_BODY),
                        MentionsTable.SENTENCE_INDEX,
                        col(NUMBER),
                        MentionsTable.BEGIN,
                        col(MentionsTable.SENTENCE_BEGIN),
                        MentionsTable.END,
                        col(MentionsTable.SENTENCE_BEGIN).plus(length(col(NAME))),
                        MentionsTable.SURFACE,
                        col(NAME),
                        MentionsTable.OCCURRENCES,
                        lit(1),
                        MentionsTable.HOLDER,
                        when(reported.and(known.lt(0.8)), name),
                        MentionsTable.HOLDER_SURFACE,
                        when(reported, name),
                        MentionsTable.CHARACTERS_CUT,
                        lit(0),
                        MentionsTable.MODEL_ID,
                        lit(MADE_UP)))
                // Holders mean what their sentences convey.
                .withColumns(Map.of(
                        MentionsTable.HOLDER_P_UNFAVOURABLE,
                        when(reported, col(MentionsTable.P_UNFAVOURABLE)),
                        MentionsTable.HOLDER_P_NEUTRAL,
                        when(reported, col(MentionsTable.P_NEUTRAL)),
                        MentionsTable.HOLDER_P_FAVOURABLE,
                        when(reported, col(MentionsTable.P_FAVOURABLE)),
                        MentionsTable.HOLDER_SCORE,
                        when(reported, col(MentionsTable.SCORE)),
                        MentionsTable.HOLDER_STANCE,
                        when(reported, col(MentionsTable.STANCE)))));
    }

    /** Rows of {@link ArticleStanceTable}, exactly as many as were asked for. */
    public Dataset<Row> articleStance() {
        Column mentions = size(col(SENTENCES));
        Column sum = aggregate(col(SENTENCES), lit(0.0), (total, s) -> total.plus(s.getField(MentionsTable.SCORE)));
        Column score = col(ArticleStanceTable.SCORE);
        Column about = lit(0.5).divide(sqrt(col(ArticleStanceTable.MENTIONS)));
        return ArticleStanceTable.TABLE.conform(cells().withColumns(
                        Map.of(ArticleStanceTable.MENTIONS, mentions, ArticleStanceTable.SCORE, sum.divide(mentions)))
                .withColumns(
                        Map.of(ArticleStanceTable.UNCERTAIN, lit(0), ArticleStanceTable.PROBABILITIES, probabilities()))
                .withColumns(Map.of(
                        ArticleStanceTable.FAVOURABLE,
                        having(ArticleStanceTable.FAVOURABLE),
                        ArticleStanceTable.NEUTRAL,
                        having(ArticleStanceTable.NEUTRAL),
                        ArticleStanceTable.UNFAVOURABLE,
                        having(ArticleStanceTable.UNFAVOURABLE),
                        ArticleStanceTable.SCORE_LOW,
                        greatest(lit(-1.0), score.minus(about)),
                        ArticleStanceTable.SCORE_HIGH,
                        least(lit(1.0), score.plus(about)),
                        ArticleStanceTable.STANCE,
                        when(score.gt(NEUTRAL_BAND), ArticleStanceTable.FAVOURABLE)
                                .when(score.lt(-NEUTRAL_BAND), ArticleStanceTable.UNFAVOURABLE)
                                .otherwise(ArticleStanceTable.NEUTRAL),
                        ArticleStanceTable.EVIDENCE,
                        evidence(),
                        ArticleStanceTable.MODEL_ID,
                        lit(MADE_UP))));
    }

    /** One row for each article, target and voice, with its sentences as the model would have read them. */
    private Dataset<Row> cells() {
        Dataset<Row> numbered = spark.range(rows)
                .select(
                        MadeUpArticles.articleOf(col("id")).as(MadeUpArticles.ARTICLE),
                        MadeUpArticles.cellOf(col("id")).as(CELL));
        Column many = chance.uniform("mentions", col(MadeUpArticles.STORY), col(CELL));
        Column mentions =
                when(many.lt(0.15), MOST_SENTENCES).when(many.lt(0.4), 2).otherwise(1);
        Column first = col(CELL).multiply(MOST_SENTENCES);
        Dataset<Row> leaning = MadeUpArticles.of(numbered, chance)
                .withColumn(OWN_TARGET, ownTarget())
                .withColumn(TARGET_NUMBER, target(col(CELL)))
                .withColumns(Map.of(
                        MentionsTable.TARGET,
                        element_at(
                                lit(TARGETS.toArray(String[]::new)),
                                col(TARGET_NUMBER).plus(1)),
                        MentionsTable.VOICE,
                        when(col(CELL).equalTo(1), REPORTED).otherwise(AUTHOR),
                        NAME,
                        name(col(TARGET_NUMBER)),
                        LEAN,
                        lean()));
        return MadeUpArticles.computed(MadeUpArticles.computed(leaning)
                .withColumn(
                        SCORES, transform(sequence(first, first.plus(mentions).minus(1)), this::score))
                .withColumn(SENTENCES, transform(col(SCORES), (score, i) -> read(score, first.plus(i)))));
    }

    private Column ownTarget() {
        return chance.below(TARGETS.size(), "target", col(MadeUpArticles.STORY));
    }

    /** Target of a cell by its number: the story's own in the first two, once in each voice, then another. */
    private static Column target(Column cell) {
        return col(OWN_TARGET).plus(when(cell.lt(2), 0).otherwise(1)).mod(TARGETS.size());
    }

    /** Stance that every sentence of the cell is drawn around. Wire copy keeps little of its outlet's own leaning. */
    private Column lean() {
        Column target = col(TARGET_NUMBER);
        Column outlet = col(MadeUpArticles.OUTLET_NUMBER);
        Column years = col(MadeUpArticles.TIME);
        Column general = when(
                        target.equalTo(TARGETS.indexOf(DRIFTS)),
                        years.minus(0.5).multiply(RISE))
                .when(
                        target.equalTo(TARGETS.indexOf(BREAKS)),
                        when(col(MadeUpArticles.DAY).lt(BREAK.toEpochDay()), FALL / 2)
                                .otherwise(-FALL / 2))
                .otherwise(-0.2);
        Column outlets = chance.noise("leaning", outlet, target)
                .multiply(0.2)
                .plus(chance.noise("drift", outlet, target).multiply(0.2).multiply(years.minus(0.5)))
                .multiply(when(col(MadeUpArticles.WIRE), 0.25).otherwise(1.0));
        Column events = chance.noise("event", col(MadeUpArticles.EVENT), target).multiply(0.15);
        return general.plus(outlets).plus(events);
    }

    private Column score(Column number) {
        Column noise = chance.noise("sentence", col(MadeUpArticles.STORY), number);
        return greatest(lit(-STRONGEST), least(lit(STRONGEST), col(LEAN).plus(noise.multiply(0.35))));
    }

    /** What the model would have said of a sentence with that score. */
    private static Column read(Column score, Column number) {
        Column neutral = lit(1.0).minus(abs(score)).multiply(0.8);
        Column sided = lit(1.0).minus(neutral);
        // |score| decides: where a side's probability, (sided + |score|) / 2, passes the neutral one.
        Column stance = when(sided.plus(abs(score)).divide(2).leq(neutral), ArticleStanceTable.NEUTRAL)
                .when(score.gt(0), ArticleStanceTable.FAVOURABLE)
                .otherwise(ArticleStanceTable.UNFAVOURABLE);
        Column begin = MadeUpWords.begin(number);
        return struct(
                number.cast("int").as(NUMBER),
                begin.cast("int").as(MentionsTable.SENTENCE_BEGIN),
                begin.plus(MadeUpWords.SENTENCE_LENGTH).cast("int").as(MentionsTable.SENTENCE_END),
                sided.minus(score).divide(2).as(MentionsTable.P_UNFAVOURABLE),
                neutral.as(MentionsTable.P_NEUTRAL),
                sided.plus(score).divide(2).as(MentionsTable.P_FAVOURABLE),
                score.as(MentionsTable.SCORE),
                stance.as(MentionsTable.STANCE));
    }

    /** The sentences on the score's side, strongest first, with their words. */
    private Column evidence() {
        Column side = signum(col(ArticleStanceTable.SCORE));
        Column ranked = sort_array(
                transform(
                        filter(col(SENTENCES), s -> signum(s.getField(MentionsTable.SCORE))
                                .equalTo(side)),
                        s -> struct(
                                abs(s.getField(MentionsTable.SCORE)).as(STRENGTH),
                                s.getField(NUMBER).as(NUMBER),
                                s.getField(MentionsTable.SCORE).as(MentionsTable.SCORE))),
                false);
        return transform(ranked, s -> {
            Column begin = MadeUpWords.begin(s.getField(NUMBER));
            return struct(
                    lit(MentionsTable.FIELD_BODY).as(ArticleStanceTable.EVIDENCE_FIELD),
                    begin.as(ArticleStanceTable.EVIDENCE_BEGIN),
                    begin.plus(MadeUpWords.SENTENCE_LENGTH).as(ArticleStanceTable.EVIDENCE_END),
                    s.getField(MentionsTable.SCORE).as(ArticleStanceTable.SCORE),
                    sentence(col(NAME), s.getField(NUMBER)).as(ArticleStanceTable.EVIDENCE_SENTENCE));
        });
    }

    private Column sentence(Column name, Column number) {
        return words.sentence(name, col(MadeUpArticles.EVENT), col(MadeUpArticles.STORY), number);
    }

    /** Two bytes a sentence, as article_stance packs them. */
    private static Column probabilities() {
        Column bytes = transform(
                col(SENTENCES),
                s -> concat(
                        packed(s.getField(MentionsTable.P_UNFAVOURABLE)),
                        packed(s.getField(MentionsTable.P_FAVOURABLE))));
        return unhex(array_join(bytes, ""));
    }

    private static Column packed(Column probability) {
        return lpad(hex(round(probability.multiply(255)).cast("long")), 2, "0");
    }

    private static Column having(String stance) {
        return size(filter(col(SENTENCES), s -> s.getField(MentionsTable.STANCE).equalTo(stance)));
    }

    private static Column name(Column target) {
        return element_at(lit(NAMES), target.plus(1).cast("int"));
    }
}
