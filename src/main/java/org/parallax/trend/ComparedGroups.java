package org.parallax.trend;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.OutletContrastsTable;

/**
 * The groups that are compared, by number: those of one grouping, target and voice, which are compared with each other, have
 * numbers next to each other, in the order of the alphabet. Held by the driver and by every task.
 */
final class ComparedGroups implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int[] NONE = {};

    /** The column of the group, by grouping. */
    private static final Map<String, String> GROUP_BY = Map.of(
            OutletContrastsTable.OUTLET, ArticleStanceTable.OUTLET,
            OutletContrastsTable.COUNTRY, ArticleStanceTable.COUNTRY,
            OutletContrastsTable.LANGUAGE, ArticleStanceTable.LANGUAGE);

    /** A group of articles on one target in one voice. */
    record Group(String grouping, String target, String voice, String name) implements Serializable, Comparable<Group> {
        private static final Comparator<Group> ORDER = Comparator.comparing(Group::grouping)
                .thenComparing(Group::target)
                .thenComparing(Group::voice)
                .thenComparing(Group::name);

        /** Whether the two are compared. */
        boolean meets(Group other) {
            return grouping.equals(other.grouping) && target.equals(other.target) && voice.equals(other.voice);
        }

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    private final Group[] groups;
    private final int[] cells;
    private final Map<Long, int[]> ofKind = new HashMap<>();

    /**
     * @param compared rows of {@link OutletContrastsTable#GROUPING}, target, voice and the group's name
     * @param kinds what {@link Kinds#of} gives
     * @param name column of the group's name
     */
    ComparedGroups(List<Row> compared, List<Row> kinds, String name) {
        this.groups = compared.stream()
                .map(row -> new Group(
                        row.getAs(OutletContrastsTable.GROUPING),
                        row.getAs(OutletContrastsTable.TARGET),
                        row.getAs(OutletContrastsTable.VOICE),
                        row.getAs(name)))
                .sorted()
                .toArray(Group[]::new);
        this.cells = new int[groups.length];
        for (int i = 1; i < groups.length; i++) {
            cells[i] = cells[i - 1] + (groups[i].meets(groups[i - 1]) ? 0 : 1);
        }
        for (Row kind : kinds) {
            int[] numbers = GROUP_BY.entrySet().stream()
                    .filter(entry -> kind.getAs(entry.getValue()) != null)
                    .map(entry -> new Group(
                            entry.getKey(),
                            kind.getAs(ArticleStanceTable.TARGET),
                            kind.getAs(ArticleStanceTable.VOICE),
                            Objects.requireNonNull(kind.<String>getAs(entry.getValue()))))
                    .mapToInt(group -> Arrays.binarySearch(groups, group))
                    .filter(number -> number >= 0)
                    .toArray();
            ofKind.put(kind.<Long>getAs(Kinds.KIND), numbers);
        }
    }

    int size() {
        return groups.length;
    }

    Group group(int number) {
        return groups[number];
    }

    /** Equal for the groups that are compared with each other. */
    int cell(int number) {
        return cells[number];
    }

    /** The numbers of the compared groups that articles of a kind are in. */
    int[] ofKind(long kind) {
        return ofKind.getOrDefault(kind, NONE);
    }
}
