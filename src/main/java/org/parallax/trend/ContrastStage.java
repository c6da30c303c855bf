package org.parallax.trend;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import org.parallax.config.Settings.ContrastSettings;
import org.parallax.statistics.PermutationTest;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.EventsTable;
import org.parallax.table.OutletContrastsTable;

/**
 * Compares outlets, countries and languages pair by pair, over all their articles and on the same events. Each group is
 * first reduced to a {@link Sketch} of fixed size, each pair's common events to the sums of at most as many sets of events,
 * so that the tests of a pair cost the same with a thousand articles and with a million.
 */
public final class ContrastStage {
    private static final String IN_GROUP = "in_group";
    private static final String GROUP = "compared_group";
    private static final String SUM = "scores";
    private static final String ARTICLES = "articles_of_story";
    private static final String ENTRY = "entry";
    private static final String KIND = "kind";
    private static final String PLACE = "place";
    private static final String COUNT = "count";
    private static final String STORIES = "stories_of_group";
    private static final String SKETCH = "sketch";
    private static final String RANK = "rank_of_group";
    private static final String NUMBER = "number_of_group";

    private static final String[] CELL = {
        OutletContrastsTable.GROUPING, OutletContrastsTable.TARGET, OutletContrastsTable.VOICE
    };

    private static final StructType SKETCHED = new StructType()
            .add(OutletContrastsTable.GROUPING, StringType)
            .add(OutletContrastsTable.TARGET, StringType)
            .add(OutletContrastsTable.VOICE, StringType)
            .add(GROUP, StringType)
            .add(STORIES, LongType)
            .add(SKETCH, BinaryType);

    private ContrastStage() {}

    /**
     * The groups that are compared, each reduced to a sketch. The rows are few and used several times: hold them.
     *
     * @param articleStance rows of {@link ArticleStanceTable}
     */
    public static Dataset<Row> sketches(Dataset<Row> articleStance, ContrastSettings settings) {
        Dataset<Row> dated = dated(articleStance);
        Dataset<Row> groups = groups(dated);
        // Not round, which writes each number down as decimal digits.
        Column bin = floor(FixedPoint.value(col(SUM))
                        .divide(col(ARTICLES))
                        .plus(1)
                        .multiply(Sketch.STEPS)
                        .plus(0.5))
                .cast(IntegerType);
        Column bucket = pmod(col(EventPairs.STORY), lit(Sketch.BUCKETS)).cast(IntegerType);
        Dataset<Row> sketched = stories(dated, groups)
                .select(
                        col(NUMBER),
                        explode(array(
                                        entry(Sketch.OF_BIN, bin, lit(0L), lit(1L)),
                                        entry(Sketch.OF_BUCKET, bucket, col(SUM), col(ARTICLES))))
                                .as(ENTRY))
                .select(NUMBER, ENTRY + ".*")
                .groupBy(NUMBER, KIND, PLACE)
                .agg(sum(SUM).as(SUM), sum(COUNT).as(COUNT))
                .groupBy(NUMBER)
                .agg(collect_list(struct(KIND, PLACE, SUM, COUNT)).as(ENTRY))
                .join(broadcast(groups.drop(Kinds.KIND).distinct()), NUMBER)
                .select(cell(GROUP, ENTRY))
                .map((MapFunction<Row, Row>) ContrastStage::sketch, Encoders.row(SKETCHED));
        return sketched.filter(col(STORIES).geq(settings.minStories()))
                .withColumn(
                        RANK,
                        row_number()
                                .over(Window.partitionBy(cell(new Column[0]))
                                        .orderBy(col(STORIES).desc(), col(GROUP))))
                .filter(col(RANK).leq(settings.mostGroups()))
                .drop(RANK);
    }

    private static Row sketch(Row row) {
        Sketch sketch = Sketch.of(row.getList(4));
        return RowFactory.create(row.get(0), row.get(1), row.get(2), row.get(3), sketch.stories(), sketch.pack());
    }

    /**
     * Rows of {@link OutletContrastsTable}, in no order. Reads at once the names of the groups and the kinds of articles.
     *
     * @param articleStance rows of {@link ArticleStanceTable}
     * @param events rows of {@link EventsTable}; a story that is not there is its own event
     * @param sketches what {@link #sketches} gave
     */
    public static Dataset<Row> contrasts(
            Dataset<Row> articleStance, Dataset<Row> events, Dataset<Row> sketches, ContrastSettings settings) {
        // The functions travel to the executors; settings are not serialisable, their numbers are.
        PairContrast contrast =
                new PairContrast(new PermutationTest(settings.permutations(), settings.seed()), settings.minStories());
        Dataset<Row> all = onAllArticles(sketches, contrast);
        Dataset<Row> dated = dated(articleStance);
        ComparedGroups groups = new ComparedGroups(
                sketches.select(cell(GROUP)).collectAsList(),
                Kinds.OF_STANCE.of(dated).collectAsList(),
                GROUP);
        Dataset<Row> same = onSameEvents(dated, events, groups, contrast);
        return OutletContrastsTable.TABLE.conform(
                FalseDiscovery.withQ(all.unionByName(same), OutletContrastsTable.P, OutletContrastsTable.Q));
    }

    private static Dataset<Row> onAllArticles(Dataset<Row> sketches, PairContrast contrast) {
        Dataset<Row> first = sketches.select(
                cell(col(GROUP).as(OutletContrastsTable.GROUP_A), col(SKETCH).as(PairContrast.SKETCH_A)));
        Dataset<Row> second = sketches.select(
                cell(col(GROUP).as(OutletContrastsTable.GROUP_B), col(SKETCH).as(PairContrast.SKETCH_B)));
        // Few rows, much work for each: without a number Spark would put them into one task.
        int tasks = 4 * sketches.sparkSession().sparkContext().defaultParallelism();
        return first.repartition(tasks, cell(OutletContrastsTable.GROUP_A))
                .join(broadcast(second), CELL)
                .filter(col(OutletContrastsTable.GROUP_A).lt(col(OutletContrastsTable.GROUP_B)))
                .map((MapFunction<Row, Row>) contrast::ofSketches, Encoders.row(OutletContrastsTable.TABLE.schema()));
    }

    /**
     * Two sorted passes: the first goes event by event and sums up its pairs by sets of events, the second goes pair by pair.
     */
    private static Dataset<Row> onSameEvents(
            Dataset<Row> dated, Dataset<Row> events, ComparedGroups groups, PairContrast contrast) {
        Dataset<Row> ofStories = events.select(
                        xxhash64(col(EventsTable.STORY_ID)).as(EventPairs.STORY),
                        xxhash64(col(EventsTable.EVENT_ID)).as(EventPairs.EVENT))
                .distinct();
        Column event = coalesce(col(EventPairs.EVENT), col(EventPairs.STORY));
        Column rotated = shiftleft(event, Long.SIZE - EventPairs.SET_BITS)
                .bitwiseOR(shiftrightunsigned(event, EventPairs.SET_BITS));
        Dataset<Row> inSets = dated.select(story(), Kinds.OF_STANCE.number(), score(EventPairs.SCORE))
                .join(ofStories, new String[] {EventPairs.STORY}, "left")
                .withColumn(EventPairs.EVENT, rotated)
                .select(columns(EventPairs.READ))
                .repartition(shiftrightunsigned(col(EventPairs.EVENT), Long.SIZE - EventPairs.SET_BITS))
                .sortWithinPartitions(EventPairs.EVENT, EventPairs.STORY)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) articles -> new EventPairs(articles, groups),
                        Encoders.row(EventPairs.SCHEMA));
        return inSets.repartition(col(EventPairs.PAIR))
                .sortWithinPartitions(EventPairs.PAIR, EventPairs.SET)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>)
                                sums -> CommonEvents.read(sums, common -> contrast.ofEvents(common, groups)),
                        Encoders.row(OutletContrastsTable.TABLE.schema()));
    }

    private static Dataset<Row> dated(Dataset<Row> articleStance) {
        return articleStance.filter(col(ArticleStanceTable.PUBLISHED_AT).isNotNull());
    }

    private static Column story() {
        return xxhash64(col(ArticleStanceTable.STORY_ID)).as(EventPairs.STORY);
    }

    private static Column score(String name) {
        return FixedPoint.of(col(ArticleStanceTable.SCORE)).as(name);
    }

    /** The groups that articles of each kind are in, with a number for each group. */
    private static Dataset<Row> groups(Dataset<Row> dated) {
        return Kinds.OF_STANCE
                .of(dated)
                .withColumn(
                        IN_GROUP,
                        explode(array(
                                group(OutletContrastsTable.OUTLET, ArticleStanceTable.OUTLET),
                                group(OutletContrastsTable.COUNTRY, ArticleStanceTable.COUNTRY),
                                group(OutletContrastsTable.LANGUAGE, ArticleStanceTable.LANGUAGE))))
                .select(
                        col(Kinds.KIND),
                        col(IN_GROUP + ".*"),
                        col(ArticleStanceTable.TARGET).as(OutletContrastsTable.TARGET),
                        col(ArticleStanceTable.VOICE).as(OutletContrastsTable.VOICE))
                .filter(col(GROUP).isNotNull())
                .withColumn(NUMBER, xxhash64(cell(GROUP)));
    }

    /** The articles of each story in each group; all that has to do with a story is in one partition, so nothing moves twice. */
    private static Dataset<Row> stories(Dataset<Row> dated, Dataset<Row> groups) {
        return dated.select(story(), Kinds.OF_STANCE.number(), score(SUM))
                .repartition(col(EventPairs.STORY))
                .groupBy(EventPairs.STORY, Kinds.KIND)
                .agg(sum(SUM).as(SUM), count(lit(1)).as(ARTICLES))
                .join(broadcast(groups.select(Kinds.KIND, NUMBER)), Kinds.KIND)
                .groupBy(EventPairs.STORY, NUMBER)
                .agg(sum(SUM).as(SUM), sum(ARTICLES).as(ARTICLES));
    }

    private static Column group(String grouping, String column) {
        return struct(
                lit(grouping).as(OutletContrastsTable.GROUPING), col(column).as(GROUP));
    }

    private static Column entry(int kind, Column place, Column sum, Column count) {
        return struct(lit(kind).as(KIND), place.as(PLACE), sum.as(SUM), count.as(COUNT));
    }

    private static Column[] columns(List<String> names) {
        return names.stream().map(name -> col(name)).toArray(Column[]::new);
    }

    private static Column[] cell(String... more) {
        return cell(Arrays.stream(more).map(name -> col(name)).toArray(Column[]::new));
    }

    private static Column[] cell(Column... more) {
        return Stream.concat(Arrays.stream(CELL).map(name -> col(name)), Arrays.stream(more))
                .toArray(Column[]::new);
    }
}
