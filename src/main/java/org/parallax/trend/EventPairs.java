package org.parallax.trend;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of groups that report one event: reads articles event by event, and gives what each pair's common events sum up to
 * over a set of events. What it holds are the groups of one event and the pairs of one set, of which it gives away what it has
 * when they are more than {@value #MOST_PAIRS}.
 */
final class EventPairs extends Runs {
    /** An event, rotated so that its highest bits tell the set that it is in: sorted, the events of a set come together. */
    static final String EVENT = "event";

    static final String STORY = "story";
    static final String SCORE = "score_of_article";

    /** Two numbers of {@link ComparedGroups} in one. */
    static final String PAIR = "pair_of_groups";

    static final String SET = "set_of_events";

    /** What is read of an article: {@link #EVENT}, {@link #STORY}, {@link Kinds#KIND} and the score as {@link FixedPoint}. */
    static final List<String> READ = List.of(EVENT, STORY, Kinds.KIND, SCORE);

    static final StructType SCHEMA = new StructType()
            .add(PAIR, LongType)
            .add(SET, IntegerType)
            .add("events", LongType)
            .add("sum_of_means_a", LongType)
            .add("sum_of_means_b", LongType)
            .add("sum_of_signs", LongType)
            .add("articles_a", LongType)
            .add("articles_b", LongType)
            .add("stories_a", LongType)
            .add("stories_b", LongType);

    /** Bits of {@link #EVENT} that tell the set. */
    static final int SET_BITS = Integer.numberOfTrailingZeros(Sketch.BUCKETS);

    /** More groups than this on one event would give more pairs than all other events together. */
    private static final int MOST_GROUPS = 64;

    private static final int MOST_PAIRS = 250_000;

    /** A difference of less than this step is a tie, as in {@link Sketch}. */
    private static final long STEP = Math.round(FixedPoint.ONE / Sketch.STEPS);

    /** What a group says of an event. */
    private static final class Side {
        private long story;
        private long sum;
        private long articles;
        private long stories;

        void add(long ofStory, long score) {
            stories += articles == 0 || ofStory != story ? 1 : 0;
            story = ofStory;
            sum += score;
            articles++;
        }

        long mean() {
            return Math.round((double) sum / articles);
        }

        void clear() {
            sum = 0;
            articles = 0;
            stories = 0;
        }
    }

    /** The common events of two groups in a set. */
    private static final class Pair {
        private long events;
        private long meansA;
        private long meansB;
        private long signs;
        private long articlesA;
        private long articlesB;
        private long storiesA;
        private long storiesB;

        void add(Side a, Side b) {
            long meanA = a.mean();
            long meanB = b.mean();
            events++;
            meansA += meanA;
            meansB += meanB;
            signs += Math.abs(meanA - meanB) < STEP ? 0 : Long.signum(meanA - meanB);
            articlesA += a.articles;
            articlesB += b.articles;
            storiesA += a.stories;
            storiesB += b.stories;
        }

        Row row(long pair, int set) {
            return RowFactory.create(
                    pair, set, events, meansA, meansB, signs, articlesA, articlesB, storiesA, storiesB);
        }
    }

    private final ComparedGroups groups;
    private final Side[] sides;
    private final BitSet there = new BitSet();
    private final Map<Long, Pair> pairs = new HashMap<>();

    /** @param articles rows of {@link #READ}, sorted by event and story */
    EventPairs(Iterator<Row> articles, ComparedGroups groups) {
        super(articles);
        this.groups = groups;
        this.sides = new Side[groups.size()];
    }

    static int groupA(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    static int groupB(long pair) {
        return (int) pair;
    }

    private static int set(Row article) {
        return (int) (article.getLong(0) >>> (Long.SIZE - SET_BITS));
    }

    @Override
    Iterator<Row> read(Row first) {
        int set = set(first);
        pairs.clear();
        Row next = first;
        while (next != null && set(next) == set && pairs.size() < MOST_PAIRS) {
            next = readEvent(next);
        }
        return pairs.entrySet().stream()
                .map(entry -> entry.getValue().row(entry.getKey(), set))
                .iterator();
    }

    /** Gives the first article of the next event. */
    private @Nullable Row readEvent(Row first) {
        long event = first.getLong(0);
        Row article = first;
        while (article != null && article.getLong(0) == event) {
            for (int group : groups.ofKind(article.getLong(2))) {
                side(group).add(article.getLong(1), article.getLong(3));
            }
            article = after();
        }
        pair(event);
        there.stream().forEach(group -> sides[group].clear());
        there.clear();
        return article;
    }

    private Side side(int group) {
        if (sides[group] == null) {
            sides[group] = new Side();
        }
        there.set(group);
        return sides[group];
    }

    /** Groups that are compared with each other have neighbouring numbers. */
    private void pair(long event) {
        int[] met = new int[there.cardinality()];
        int count = 0;
        for (int group = there.nextSetBit(0); group >= 0; group = there.nextSetBit(group + 1)) {
            if (count > 0 && groups.cell(group) != groups.cell(met[0])) {
                pair(event, Arrays.copyOf(met, count));
                count = 0;
            }
            met[count++] = group;
        }
        pair(event, Arrays.copyOf(met, count));
    }

    private void pair(long event, int[] met) {
        int[] some = met.length <= MOST_GROUPS ? met : drawn(event, met);
        for (int i = 0; i < some.length; i++) {
            for (int j = i + 1; j < some.length; j++) {
                pairs.computeIfAbsent(((long) some[i] << Integer.SIZE) + some[j], pair -> new Pair())
                        .add(sides[some[i]], sides[some[j]]);
            }
        }
    }

    /** So many of an event's groups, others for each event, in the order of their numbers. */
    private static int[] drawn(long event, int[] groups) {
        return IntStream.of(groups)
                .boxed()
                .sorted(Comparator.comparingLong(group -> XXH64.hashInt(group, event)))
                .limit(MOST_GROUPS)
                .mapToInt(group -> group)
                .sorted()
                .toArray();
    }
}
