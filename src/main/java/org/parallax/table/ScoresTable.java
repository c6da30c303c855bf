package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.parallax.table.Column.required;

import java.util.List;

/** What the model answered to each question: kept so that a text met again costs no second inference. */
public final class ScoresTable {
    public static final String QUESTION_ID = "question_id";
    public static final String P_UNFAVOURABLE = "p_unfavourable";
    public static final String P_NEUTRAL = "p_neutral";
    public static final String P_FAVOURABLE = "p_favourable";
    public static final String MODEL_ID = "model_id";

    public static final Table TABLE = new Table(
            "scores",
            "one text as it was put to the model, with the target's name or, where the first answer was close, without it",
            List.of(
                    required(
                            QUESTION_ID,
                            StringType,
                            "SHA-256",
                            "Digest of the words that the model read, the target marked among them."),
                    required(
                            P_UNFAVOURABLE,
                            DoubleType,
                            "[0, 1]",
                            "Probability of unfavourable (of negative tone where no target is marked)."),
                    required(P_NEUTRAL, DoubleType, "[0, 1]", "Probability of neutral."),
                    required(P_FAVOURABLE, DoubleType, "[0, 1]", "Probability of favourable (of positive tone)."),
                    required(MODEL_ID, StringType, "", "The model that answered.")),
            List.of(QUESTION_ID, MODEL_ID));

    private ScoresTable() {}
}
