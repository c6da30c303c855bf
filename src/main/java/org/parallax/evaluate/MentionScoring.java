package org.parallax.evaluate;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.parallax.config.Settings;
import org.parallax.stance.Questions;
import org.parallax.stance.Scoring;
import org.parallax.stance.Stance;
import org.parallax.stance.StanceModel;
import org.parallax.stance.StanceStage;
import org.parallax.table.MentionsTable;
import org.parallax.table.ScoresTable;
import org.parallax.voice.MentionRows;

/** Labelled mentions: each text is a sentence, and the span in it the mention. */
final class MentionScoring {
    private static final StructType SCHEMA = new StructType()
            .add(MentionsTable.SENTENCE_INDEX, DataTypes.IntegerType)
            .add(MentionRows.LANGUAGE, DataTypes.StringType)
            .add(MentionRows.SENTENCE, DataTypes.StringType)
            .add(MentionRows.MARK_BEGIN, DataTypes.IntegerType)
            .add(MentionRows.MARK_END, DataTypes.IntegerType);

    private MentionScoring() {}

    static Scorecard score(SparkSession spark, List<Labelled.Mention> items, StanceModel model, Settings settings) {
        List<Row> rows = new ArrayList<>();
        for (Labelled.Mention item : items) {
            rows.add(RowFactory.create(
                    rows.size(),
                    item.language(),
                    item.text(),
                    item.mention().begin(),
                    item.mention().end()));
        }
        Dataset<Row> asked = StanceStage.ask(
                spark.createDataFrame(rows, SCHEMA), settings.stance().languages());
        Dataset<Row> none = spark.createDataFrame(List.of(), ScoresTable.TABLE.schema());
        Dataset<Row> scores = Scoring.answer(Scoring.open(asked, none, model), model);
        Dataset<Row> answered =
                StanceStage.answer(asked.drop(Questions.QUESTION), scores).orderBy(col(MentionsTable.SENTENCE_INDEX));

        Evaluation.Answers answers = Evaluation.Answers.of(answered, model);
        List<Scorecard.Verdict> verdicts = new ArrayList<>();
        long unread = 0;
        for (Row row : answers.rows()) {
            Labelled.Mention item = items.get(row.<Integer>getAs(MentionsTable.SENTENCE_INDEX));
            String stance = row.getAs(MentionsTable.STANCE);
            unread += stance == null ? 1 : 0;
            verdicts.add(verdict(item.label(), stance, row));
        }
        long holders = items.stream().filter(item -> item.holder() != null).count();
        return new Scorecard("mention", verdicts, unread, holders, answers.perSecond(), model.id());
    }

    private static Scorecard.Verdict verdict(Stance label, @org.jspecify.annotations.Nullable String stance, Row row) {
        if (stance == null) {
            return new Scorecard.Verdict(label.index(), Stance.NEUTRAL.index(), Double.NaN);
        }
        double unfavourable = row.<Double>getAs(MentionsTable.P_UNFAVOURABLE);
        double neutral = row.<Double>getAs(MentionsTable.P_NEUTRAL);
        double favourable = row.<Double>getAs(MentionsTable.P_FAVOURABLE);
        return new Scorecard.Verdict(
                label.index(), Stance.ofCode(stance).index(), Math.max(neutral, Math.max(unfavourable, favourable)));
    }
}
