package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.List;

/** What the filled labelling sheets say of the annotators and of the model, on this very corpus. */
public final class LabelQualityTable {
    public static final String TARGET = "target";
    public static final String ITEMS = "items";
    public static final String LABELS = "labels";
    public static final String ANNOTATORS = "annotators";
    public static final String SHARED_ITEMS = "shared_items";
    public static final String ALPHA_NOMINAL = "alpha_nominal";
    public static final String ALPHA_NOMINAL_LOW = "alpha_nominal_low";
    public static final String ALPHA_NOMINAL_HIGH = "alpha_nominal_high";
    public static final String ALPHA_INTERVAL = "alpha_interval";
    public static final String ALPHA_INTERVAL_LOW = "alpha_interval_low";
    public static final String ALPHA_INTERVAL_HIGH = "alpha_interval_high";
    public static final String AGREEMENT_STATUS = "agreement_status";
    public static final String SCORED_ITEMS = "scored_items";
    public static final String WEIGHTING = "weighting";
    public static final String F1_MACRO = "f1_macro";
    public static final String F1_MACRO_LOW = "f1_macro_low";
    public static final String F1_MACRO_HIGH = "f1_macro_high";
    public static final String ACCURACY = "accuracy";
    public static final String ECE = "ece";
    public static final String SCORE_ERROR = "score_error";
    public static final String SCORE_ERROR_LOW = "score_error_low";
    public static final String SCORE_ERROR_HIGH = "score_error_high";
    public static final String STATUS = "status";
    public static final String ROWS_EMPTY = "rows_empty";
    public static final String ROWS_UNCLEAR = "rows_unclear";
    public static final String ROWS_UNMATCHED = "rows_unmatched";

    /** The value of {@link #TARGET} of all targets together. */
    public static final String ALL = "all";

    /** Values of {@link #WEIGHTING}. */
    public static final String DESIGN = "design";

    public static final String EQUAL = "equal";

    /** Values of {@link #STATUS} and {@link #AGREEMENT_STATUS}; the last two are of the latter only. */
    public static final String OK = "ok";

    public static final String TOO_FEW_ITEMS = "too few items";
    public static final String ONE_ANNOTATOR = "one annotator";
    public static final String ONE_LABEL = "one label only";

    public static final Table TABLE = new Table(
            "label_quality",
            "one target, or all of them together, of which the run was given labels; no row when it was given none",
            List.of(
                    required(TARGET, StringType, "a target id, all", "The target; 'all' for all of them together."),
                    required(ITEMS, LongType, "from 0", "Mentions of this run that somebody labelled."),
                    required(LABELS, LongType, "from 0", "Labels that they got; an annotator gives a mention one."),
                    required(ANNOTATORS, LongType, "from 0", "Annotators who gave them."),
                    required(
                            SHARED_ITEMS,
                            LongType,
                            "from 0",
                            "Of the items, those that two annotators or more labelled; agreement rests on these."),
                    optional(
                            ALPHA_NOMINAL,
                            DoubleType,
                            "at most 1",
                            "Krippendorff's alpha between the annotators, labels taken as names: 1 is perfect agreement, 0 what chance gives. By common rule 0.8 is reliable and under 0.667 is not. Not weighted by the design: it judges the annotators on what they were shown, where polar sentences are more frequent than in the corpus. Null where agreement_status says why."),
                    optional(
                            ALPHA_NOMINAL_LOW,
                            DoubleType,
                            "at most 1",
                            "Lower end of its 95 % bootstrap interval over items; null with fewer shared items than labels.min-items."),
                    optional(
                            ALPHA_NOMINAL_HIGH,
                            DoubleType,
                            "at most 1",
                            "Upper end of that interval; null as alpha_nominal_low is."),
                    optional(
                            ALPHA_INTERVAL,
                            DoubleType,
                            "at most 1",
                            "The same with labels taken as the numbers -1, 0, 1, so that unfavourable against favourable weighs four times unfavourable against neutral. It suits means and scores, alpha_nominal suits classes and shares."),
                    optional(
                            ALPHA_INTERVAL_LOW,
                            DoubleType,
                            "at most 1",
                            "Lower end of its 95 % bootstrap interval over items; null as alpha_nominal_low is."),
                    optional(
                            ALPHA_INTERVAL_HIGH,
                            DoubleType,
                            "at most 1",
                            "Upper end of that interval; null as alpha_interval_low is."),
                    required(
                            AGREEMENT_STATUS,
                            StringType,
                            "ok, too few items, one annotator, one label only",
                            "ok, or what is missing: an interval (fewer shared items than labels.min-items), or alpha itself (no item that two annotators labelled, or one and the same label everywhere)."),
                    required(
                            SCORED_ITEMS,
                            LongType,
                            "from 0",
                            "Of the items, those that the model scored; all columns from weighting to status are of these."),
                    required(
                            WEIGHTING,
                            StringType,
                            "design, equal",
                            "design: each item counts 1 / inclusion probability, so that the figures hold for all scored mentions of the corpus. equal: some item has no inclusion probability, each counts the same, and the figures hold for the labelled items only."),
                    optional(
                            F1_MACRO,
                            DoubleType,
                            "[0, 1]",
                            "Mean over the three classes of the F1 of the model's most probable class against the labels. Where annotators disagree, each label counts its part of the item. Null, as the columns to score_error, without scored items."),
                    optional(
                            F1_MACRO_LOW,
                            DoubleType,
                            "[0, 1]",
                            "Lower end of its 95 % bootstrap interval over items; null unless status is ok."),
                    optional(
                            F1_MACRO_HIGH,
                            DoubleType,
                            "[0, 1]",
                            "Upper end of that interval; null as f1_macro_low is."),
                    optional(
                            ACCURACY,
                            DoubleType,
                            "[0, 1]",
                            "Share of the labels that equal the model's most probable class."),
                    optional(
                            ECE,
                            DoubleType,
                            "[0, 1]",
                            "Expected calibration error: how far the probability of the model's class is from the share of times in which it is right, over 15 bins. With few items it is too high by its make, also of a perfect model."),
                    optional(
                            SCORE_ERROR,
                            DoubleType,
                            "[-2, 2]",
                            "Mean of score - label: above 0, the model reads the corpus more favourably than the annotators. It is what uncorrected means are off by, if it is the same in all cells."),
                    optional(
                            SCORE_ERROR_LOW,
                            DoubleType,
                            "score",
                            "Lower end of its 95 % interval, by the design, clustered by article; null unless status is ok. If the interval holds 0, no bias is shown, which is not that there is none."),
                    optional(
                            SCORE_ERROR_HIGH,
                            DoubleType,
                            "score",
                            "Upper end of that interval; null as score_error_low is."),
                    required(
                            STATUS,
                            StringType,
                            "ok, too few items",
                            "ok, or why there are no intervals: fewer scored items, or articles that they come from, than labels.min-items. Do not rest a claim on the figures then."),
                    required(
                            ROWS_EMPTY,
                            LongType,
                            "from 0",
                            "Rows of the sheets that were left empty. They do no harm if what was filled in does not depend on what it says."),
                    required(
                            ROWS_UNCLEAR,
                            LongType,
                            "from 0",
                            "Rows marked with a question mark: the annotator could not tell. They are left out, and the figures hold for the rest."),
                    required(
                            ROWS_UNMATCHED,
                            LongType,
                            "from 0",
                            "Filled rows that fit no mention of this run: its article is not in the corpus, its sentence has changed, or it names the target no more. They are left out.")),
            List.of(TARGET));

    private LabelQualityTable() {}
}
