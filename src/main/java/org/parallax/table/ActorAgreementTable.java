package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;

/** Who agrees with whom on what, as reported. */
public final class ActorAgreementTable {
    public static final String HOLDER_KIND = "holder_kind";
    public static final String HOLDER_A = "holder_a";
    public static final String HOLDER_B = "holder_b";
    public static final String TARGET = "target";
    public static final String TARGETS = "targets";
    public static final String MEAN_A = "mean_a";
    public static final String MEAN_B = "mean_b";
    public static final String DIFFERENCE = "difference";
    public static final String MONTHS = "months";
    public static final String SAME_STANCE = "same_stance";
    public static final String CORRELATION = "correlation";
    public static final String STATUS = "status";

    /** The value of {@link #TARGET} of all common targets together. */
    public static final String ALL = "all";

    /** Values of {@link #STATUS}. */
    public static final String OK = "ok";

    public static final String TOO_FEW_MONTHS = "too few months";
    public static final String NO_VARIATION = "no variation";

    public static final Table TABLE = new Table(
            "actor_agreement",
            "two configured holders (holder_a before holder_b in the alphabet; each pair once) and a target, or all their common targets, toward which both are reported in at least positions.min-mentions scored mentions",
            List.of(
                    required(
                            HOLDER_KIND,
                            StringType,
                            "actor, state",
                            "What both are, as in actor_positions: single actors, or states with all who speak for them. Choose one value in every query."),
                    required(HOLDER_A, StringType, "an actor id", "The first of the two."),
                    required(HOLDER_B, StringType, "an actor id", "The second."),
                    required(
                            TARGET,
                            StringType,
                            "a target id, all",
                            "The target; 'all' for their common targets together."),
                    required(TARGETS, LongType, "from 1", "Common targets that the row is of; 1 unless target is all."),
                    required(
                            MEAN_A,
                            DoubleType,
                            "[-1, 1]",
                            "Mean of holder_a over the whole corpus, as in actor_positions; over several targets, each counts the same."),
                    required(MEAN_B, DoubleType, "[-1, 1]", "The same of holder_b."),
                    required(
                            DIFFERENCE,
                            DoubleType,
                            "[0, 2]",
                            "How far apart they are: the distance between their means over the whole corpus; over several targets, its mean over the targets, so that two who differ in opposite ways on two targets do not seem to agree. Look into actor_positions whether the intervals allow the claim."),
                    required(
                            MONTHS,
                            LongType,
                            "from 0",
                            "Months in which both are reported on the target; over several targets, pairs of month and target."),
                    optional(
                            SAME_STANCE,
                            DoubleType,
                            "[0, 1]",
                            "Share of these months in which their stance is of the same class (favourable, neutral, unfavourable). Two who are mostly neutral agree in this sense without any common cause. Null without a common month. Monthly means of few mentions fall into classes by chance: see mentions in actor_positions."),
                    optional(
                            CORRELATION,
                            DoubleType,
                            "[-1, 1]",
                            "Pearson's correlation of their monthly means over these months: whether they move together, wherever they stand. Over all targets it also rises when both prefer the same target. It has no interval: of 6 months even 0.7 is within chance; and news that both react to moves both. Null unless the status is ok."),
                    required(
                            STATUS,
                            StringType,
                            "ok, too few months, no variation",
                            "ok, or why there is no correlation: fewer than 6 common months, or one of the two never changes.")),
            List.of(HOLDER_KIND, TARGET, HOLDER_A, HOLDER_B));

    private ActorAgreementTable() {}
}
