package org.parallax.label;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.parallax.corpus.InputException;
import org.parallax.label.LabelledMention.Verdict;
import org.parallax.label.Labels.Unmatched;
import org.parallax.table.MentionsTable;

/** Puts the labels of sheets to the mentions of a run. Sheets are small and go to every task; mentions stay where they are. */
public final class LabelStage {
    private static final String ID = "mention_id";
    private static final String DIGEST = "sentence_digest";

    private LabelStage() {}

    /**
     * Finds the mention of each labelled row.
     *
     * @param mentions rows of {@link MentionsTable} with the sentence
     * @param sentence name of the column that holds the sentence
     * @throws InputException when there are labels and none of them fits
     */
    public static Labels match(Dataset<Row> mentions, List<SheetRow> sheets, String sentence) {
        Map<String, List<SheetRow>> labelled = new TreeMap<>();
        sheets.stream().filter(row -> row.answer().isLabel()).forEach(row -> labelled.computeIfAbsent(
                        row.id(), id -> new ArrayList<>())
                .add(row));
        Map<String, Row> found = labelled.isEmpty() ? Map.of() : found(mentions, labelled, sentence);
        List<LabelledMention> matched = new ArrayList<>();
        List<Unmatched> unmatched = new ArrayList<>();
        labelled.forEach((id, rows) -> {
            Row mention = found.get(id);
            List<SheetRow> fitting = new ArrayList<>();
            for (SheetRow row : rows) {
                if (mention == null) {
                    unmatched.add(new Unmatched(row, "no such mention"));
                } else if (!row.digest().isEmpty() && !row.digest().equals(mention.getAs(DIGEST))) {
                    unmatched.add(new Unmatched(row, "the sentence has changed"));
                } else {
                    fitting.add(row);
                }
            }
            if (mention != null && !fitting.isEmpty()) {
                matched.add(labelled(mention, fitting));
            }
        });
        if (matched.isEmpty() && !unmatched.isEmpty()) {
            Unmatched first = unmatched.get(0);
            throw new InputException("none of the " + unmatched.size() + " labels fits a mention of this run (first, "
                    + first.row().place() + ": " + first.reason()
                    + "); give the articles and targets that the sample was drawn from");
        }
        unmatched.sort(Comparator.comparing(u -> u.row().place()));
        return new Labels(sheets, matched, unmatched);
    }

    private static Map<String, Row> found(
            Dataset<Row> mentions, Map<String, List<SheetRow>> labelled, String sentence) {
        Dataset<Row> wanted = mentions.sparkSession()
                .createDataset(new ArrayList<>(labelled.keySet()), Encoders.STRING())
                .toDF(ID);
        Map<String, Row> found = new HashMap<>();
        mentions.withColumn(ID, MentionId.column())
                .join(broadcast(wanted), ID)
                .withColumn(DIGEST, MentionId.ofSentence(col(sentence)))
                .select(
                        ID,
                        DIGEST,
                        MentionsTable.ARTICLE_ID,
                        MentionsTable.FIELD,
                        MentionsTable.SENTENCE_INDEX,
                        MentionsTable.TARGET,
                        MentionsTable.P_UNFAVOURABLE,
                        MentionsTable.P_NEUTRAL,
                        MentionsTable.P_FAVOURABLE)
                .collectAsList()
                .forEach(row -> found.put(row.getAs(ID), row));
        return found;
    }

    private static LabelledMention labelled(Row mention, List<SheetRow> rows) {
        return new LabelledMention(
                mention.getAs(MentionsTable.ARTICLE_ID),
                mention.getAs(MentionsTable.FIELD),
                mention.<Integer>getAs(MentionsTable.SENTENCE_INDEX),
                mention.getAs(MentionsTable.TARGET),
                rows.stream()
                        .sorted(Comparator.comparing(SheetRow::annotator))
                        .map(row -> row.answer().value())
                        .toList(),
                rows.stream()
                        .map(SheetRow::inclusionProbability)
                        .filter(p -> p != null)
                        .findFirst()
                        .orElse(null),
                verdict(mention));
    }

    private static @Nullable Verdict verdict(Row mention) {
        Double unfavourable = mention.getAs(MentionsTable.P_UNFAVOURABLE);
        Double neutral = mention.getAs(MentionsTable.P_NEUTRAL);
        Double favourable = mention.getAs(MentionsTable.P_FAVOURABLE);
        return unfavourable == null || neutral == null || favourable == null
                ? null
                : Verdict.of(unfavourable, neutral, favourable);
    }
}
