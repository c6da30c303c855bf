package org.parallax.trend;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The events that two groups both report, in sets of which an event is always in one whole. */
final class CommonEvents {
    /** @param meansA sum of the first group's means of the set's events, as {@link FixedPoint}; meansB of the second's */
    private record Set(int number, long events, long meansA, long meansB, long signs) {
        Set plus(Set other) {
            return new Set(
                    number, events + other.events, meansA + other.meansA, meansB + other.meansB, signs + other.signs);
        }
    }

    private final long pair;
    private final List<Set> sets = new ArrayList<>();
    private final long[] articlesAndStories = new long[4];

    private CommonEvents(long pair) {
        this.pair = pair;
    }

    /**
     * What a function makes of each pair of rows of {@link EventPairs#SCHEMA}.
     *
     * @param rows sorted by pair and set; of a set there may be several
     */
    static <T> Iterator<T> read(Iterator<Row> rows, Function<CommonEvents, T> of) {
        return new Iterator<>() {
            private @Nullable Row ahead = rows.hasNext() ? rows.next() : null;

            @Override
            public boolean hasNext() {
                return ahead != null;
            }

            @Override
            public T next() {
                if (ahead == null) {
                    throw new NoSuchElementException();
                }
                CommonEvents events = new CommonEvents(ahead.getLong(0));
                while (ahead != null && ahead.getLong(0) == events.pair) {
                    events.add(ahead);
                    ahead = rows.hasNext() ? rows.next() : null;
                }
                return of.apply(events);
            }
        };
    }

    private void add(Row row) {
        Set set = new Set(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        int last = sets.size() - 1;
        if (last >= 0 && sets.get(last).number == set.number) {
            sets.set(last, sets.get(last).plus(set));
        } else {
            sets.add(set);
        }
        for (int i = 0; i < articlesAndStories.length; i++) {
            articlesAndStories[i] += row.getLong(6 + i);
        }
    }

    int groupA() {
        return EventPairs.groupA(pair);
    }

    int groupB() {
        return EventPairs.groupB(pair);
    }

    int sets() {
        return sets.size();
    }

    long events() {
        return sets.stream().mapToLong(Set::events).sum();
    }

    /** Articles of the first and the second group on these events, then stories. */
    long[] articlesAndStories() {
        return articlesAndStories.clone();
    }

    /** The first group's mean over the events. */
    double meanA() {
        return sets.stream().mapToLong(Set::meansA).sum() / FixedPoint.ONE / events();
    }

    double meanB() {
        return sets.stream().mapToLong(Set::meansB).sum() / FixedPoint.ONE / events();
    }

    /** Events by set. */
    long[] counts() {
        return sets.stream().mapToLong(Set::events).toArray();
    }

    /** The sum of the differences of the means, by set. */
    double[] differences() {
        return bySet(set -> (set.meansA - set.meansB) / FixedPoint.ONE);
    }

    /** Events on which the first group is the more favourable one less those on which the second is, by set. */
    double[] signs() {
        return bySet(Set::signs);
    }

    private double[] bySet(ToDoubleFunction<Set> value) {
        return sets.stream().mapToDouble(value).toArray();
    }
}
