package org.parallax.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.parallax.table.ArticleStanceTable;
import org.parallax.table.ChangePointsTable;

/**
 * Leaves of a partition's sentences those that can be among the few strongest of a break: the best of each story, and of the
 * stories the strongest on each side. Far fewer rows are then sorted, with the same end. Holds a few rows for each break.
 */
final class StrongestStories {
    /** How strong a sentence is, the first field of it. */
    static final String EXTENT = "extent";

    /** As {@link BreakSentences} ranks. */
    private static final Comparator<Sentence> RANK = Comparator.comparingDouble((Sentence s) -> s.extent)
            .reversed()
            .thenComparing(Sentence::article)
            .thenComparing(Sentence::field)
            .thenComparingInt(Sentence::begin);

    private record Side(long ofBreak, boolean before) {}

    private record Sentence(String story, double extent, String article, String field, int begin, Row row) {
        static Sentence of(Row row) {
            Row best = row.getStruct(3);
            return new Sentence(
                    row.getString(2),
                    best.<Double>getAs(EXTENT),
                    best.getAs(ChangePointsTable.ARTICLE_ID),
                    best.getAs(ArticleStanceTable.EVIDENCE_FIELD),
                    best.<Integer>getAs(ArticleStanceTable.EVIDENCE_BEGIN),
                    row);
        }
    }

    private StrongestStories() {}

    /**
     * Some of the rows.
     *
     * @param rows of break, whether before it, story, and the best sentence of an article
     * @param most how many stories of a side are asked for
     */
    static Iterator<Row> of(Iterator<Row> rows, int most) {
        Map<Side, List<Sentence>> strongest = new HashMap<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            put(
                    strongest.computeIfAbsent(new Side(row.getLong(0), row.getBoolean(1)), side -> new ArrayList<>()),
                    Sentence.of(row),
                    most);
        }
        return strongest.values().stream()
                .flatMap(List::stream)
                .map(Sentence::row)
                .iterator();
    }

    private static void put(List<Sentence> strongest, Sentence sentence, int most) {
        int there = 0;
        while (there < strongest.size() && !strongest.get(there).story.equals(sentence.story)) {
            there++;
        }
        if (there == strongest.size()) {
            strongest.add(sentence);
        } else if (RANK.compare(sentence, strongest.get(there)) < 0) {
            strongest.set(there, sentence);
        }
        strongest.sort(RANK);
        if (strongest.size() > most) {
            strongest.remove(most);
        }
    }
}
