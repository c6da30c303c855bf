package org.parallax.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.parallax.table.Column.optional;
import static org.parallax.table.Column.required;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;

/** Stance toward each target by period, for each outlet, country, language, and all of them; raw and corrected. */
public final class StanceByPeriodTable {
    public static final String PERIOD = "period";
    public static final String PERIOD_START = "period_start";
    public static final String GROUPING = "grouping";
    public static final String GROUP = "group_value";
    public static final String TARGET = "target";
    public static final String VOICE = "voice";
    public static final String COUNTING = "counting";
    public static final String ARTICLES = "articles";
    public static final String STORIES = "stories";
    public static final String OUTLETS = "outlets";
    public static final String SYNDICATED_SHARE = "syndicated_share";
    public static final String MENTIONS = "mentions";
    public static final String FAVOURABLE = "favourable";
    public static final String NEUTRAL = "neutral";
    public static final String UNFAVOURABLE = "unfavourable";
    public static final String MEAN = "mean";
    public static final String MEAN_LOW = "mean_low";
    public static final String MEAN_HIGH = "mean_high";
    public static final String STATUS = "status";
    public static final String EFFECTIVE_SAMPLE_SIZE = "effective_sample_size";
    public static final String MINIMUM_DETECTABLE_DIFFERENCE = "minimum_detectable_difference";
    public static final String MEAN_CORRECTED = "mean_corrected";
    public static final String MEAN_CORRECTION_STATUS = "mean_correction_status";
    public static final String MEAN_LABELS = "mean_labels";
    public static final String CORRECTION_STATUS = "correction_status";
    public static final String CORRECTION_LABELS = "correction_labels";
    public static final String CORRECTION_LABELS_FROM = "correction_labels_from";
    public static final String EM_STATUS = "em_status";
    public static final String EM_LABELS = "em_labels";

    /** Values of {@link #PERIOD}. */
    public static final String DAY = "day";

    public static final String WEEK = "week";
    public static final String MONTH = "month";
    public static final String SPAN = "span";

    /** Values of {@link #GROUPING}; the first is also the only {@link #GROUP} of its grouping. */
    public static final String ALL = "all";

    public static final String OUTLET = "outlet";
    public static final String COUNTRY = "country";
    public static final String LANGUAGE = "language";

    /** Values of {@link #COUNTING}. */
    public static final String EVERY_COPY = "every copy";

    public static final String ONE_VOTE = "one vote a story";
    public static final String ORIGINALS = "originals only";

    /** Values of {@link #STATUS}. */
    public static final String OK = "ok";

    public static final String TOO_FEW_STORIES = "too few stories";
    public static final String TOO_FEW_OUTLETS = "too few outlets";
    public static final String NO_SPREAD = "no spread";

    /** Values of {@link #CORRECTION_LABELS_FROM}. */
    public static final String FROM_CORPUS = "corpus";

    public static final String FROM_MODEL_CARD = "model card";

    private static final String INTERVAL = "95 % interval";

    public static final Table TABLE = new Table(
            "stance_by_period",
            "one period, group, target, voice and way of counting copies with at least one dated and scored article; every article is in several rows, so never add rows over periods, groupings or ways of counting",
            Stream.of(keys(), counts(), mean(), correctedMean(), shares(), adjustedShares(), shiftedShares())
                    .flatMap(List::stream)
                    .toList(),
            List.of(PERIOD, PERIOD_START, GROUPING, GROUP, TARGET, VOICE, COUNTING),
            List.of(PERIOD));

    private StanceByPeriodTable() {}

    /** The column with the lower end of an estimate's interval. */
    public static String low(String estimate) {
        return estimate + "_low";
    }

    /** The column with its upper end. */
    public static String high(String estimate) {
        return estimate + "_high";
    }

    /** The column with the raw share of a class: {@link #FAVOURABLE}, {@link #NEUTRAL} or {@link #UNFAVOURABLE}. */
    public static String share(String stance) {
        return "share_" + stance;
    }

    /** The column with the share of a class by adjusted count. */
    public static String adjusted(String stance) {
        return share(stance) + "_adjusted";
    }

    /** The column with the share of a class by expectation-maximisation. */
    public static String em(String stance) {
        return share(stance) + "_em";
    }

    static Column grouping() {
        return required(
                GROUPING,
                StringType,
                "all, outlet, country, language",
                "What the articles are grouped by. Choose one value in every query.");
    }

    static Column group() {
        return required(
                GROUP,
                StringType,
                "",
                "The outlet, country or language; 'all' where the grouping is all. Articles whose country is unknown are in no row by country.");
    }

    private static List<Column> keys() {
        return List.of(
                required(
                        PERIOD,
                        StringType,
                        "day, week, month, span",
                        "Length of the period. span is the whole corpus, from its first day to its last."),
                required(
                        PERIOD_START,
                        DateType,
                        "UTC",
                        "First day of the period, in UTC. Weeks are ISO weeks and begin on Monday, also across a year's end; of span it is the first day with a scored article in the whole corpus, equal for all groups."),
                grouping(),
                group(),
                required(TARGET, StringType, "a target id", "The target."),
                required(
                        VOICE,
                        StringType,
                        "author, reported",
                        "Whose stance: the articles' own, or that of those whom they report."),
                required(
                        COUNTING,
                        StringType,
                        "every copy, one vote a story, originals only",
                        "How wire copies count; choose one value in every query. every copy: each article counts, since each was published, which is what readers saw. one vote a story: each story counts once in the period and group, with the mean of its copies there, which is what was written. originals only: only the earliest article of each story in the whole corpus counts, where it first appeared. If the three differ, copying makes the difference."));
    }

    private static List<Column> counts() {
        return List.of(
                required(
                        ARTICLES,
                        LongType,
                        "from 1",
                        "Dated articles with a scored mention of the target in this voice that the row rests on; under 'one vote a story' all copies, under 'originals only' the originals."),
                required(STORIES, LongType, "from 1", "Distinct stories among them: the number of different texts."),
                required(OUTLETS, LongType, "from 1", "Distinct outlets among them."),
                required(
                        SYNDICATED_SHARE,
                        DoubleType,
                        "[0, 1]",
                        "Share of all such articles of the period and group that are copies of an earlier article in the corpus, wherever that appeared. Equal for the three ways of counting."),
                required(MENTIONS, LongType, "from 1", "Scored mentions in these articles."),
                required(
                        FAVOURABLE,
                        DoubleType,
                        "from 0",
                        "Number of these articles whose stance is favourable. Under 'one vote a story' the copies of a story count one together, so the number may be broken. Divide by the sum of the three for a share of articles; the columns share_* are shares of mentions."),
                required(NEUTRAL, DoubleType, "from 0", "The same for articles whose stance is neutral."),
                required(UNFAVOURABLE, DoubleType, "from 0", "The same for articles whose stance is unfavourable."));
    }

    private static List<Column> mean() {
        return List.of(
                required(
                        MEAN,
                        DoubleType,
                        "[-1, 1]",
                        "Mean of the articles' scores by the model, each article with equal weight, however many mentions it has (under 'one vote a story' each story with equal weight). Raw: the model's errors are in it; mean_corrected is without them. It is near 0 both where articles are neutral and where favourable and unfavourable ones cancel out; the shares tell which. Do not rank groups by it alone: those with few stories stand at both ends by chance."),
                optional(
                        MEAN_LOW,
                        DoubleType,
                        "[-1, 1]",
                        "Lower end of the 95 % interval of the mean. It tells how the mean would vary over other stories and, where outlets are pooled, other outlets of the kind: copies of one text do not pass for evidence, nor many articles of one outlet. By the jackknife over stories and over outlets, two-way, with degrees of freedom for few and unequal clusters. The model's own error is not in it. Of many rows about one in twenty misses by chance, so the one that stands out of a long list proves little. Null unless the status is ok."),
                optional(
                        MEAN_HIGH,
                        DoubleType,
                        "[-1, 1]",
                        "Upper end of that interval; null as mean_low is. That two intervals overlap does not show that two groups agree: outlet_contrasts has the interval of the difference."),
                required(
                        STATUS,
                        StringType,
                        "ok, too few stories, too few outlets, no spread",
                        "ok, or why the row has no intervals and no corrections: fewer stories than periods.min-stories; in a row that pools outlets (all, country, language) fewer outlets than periods.min-outlets, when the rows by outlet say what can be said; or equal scores throughout, which tell nothing of other stories."),
                optional(
                        EFFECTIVE_SAMPLE_SIZE,
                        DoubleType,
                        "from 1",
                        "How many articles that have nothing to do with each other would give the mean as closely; at most articles. Far below articles, copies or outlets go together. Null unless the status is ok."),
                optional(
                        MINIMUM_DETECTABLE_DIFFERENCE,
                        DoubleType,
                        "from 0",
                        "The least true difference in mean between this row and another as uncertain, independent of it, that a two-sided test at 5 % would find 4 times in 5. Read it before looking for a difference: where it is larger than what would matter, finding none says nothing. It is no threshold for a difference that was found; whether that is more than chance, its own interval tells. Null unless the status is ok."));
    }

    private static List<Column> correctedMean() {
        return List.of(
                optional(
                        MEAN_CORRECTED,
                        DoubleType,
                        "about [-1, 1]",
                        "The mean stance of the articles, as people would label them: the model's scores of all mentions, put right by the labelled ones (prediction-powered inference, with inclusion probabilities as in design-based supervised learning). Right on average however wrong the model is. It may lie a little outside [-1, 1] where labels are few. Null unless mean_correction_status is ok."),
                optional(
                        low(MEAN_CORRECTED),
                        DoubleType,
                        "[-1, 1]",
                        "Lower end of its 95 % interval, over stories and outlets and over which mentions were drawn for labelling. Null unless mean_correction_status is ok, and where all that were labelled agree, which tells nothing of others."),
                optional(
                        high(MEAN_CORRECTED),
                        DoubleType,
                        "[-1, 1]",
                        "Upper end of that interval; null as the lower end is."),
                required(
                        MEAN_CORRECTION_STATUS,
                        StringType,
                        "ok, no labels, too few labels, a status",
                        "ok, or why there is no corrected mean: no labelled mention with a known inclusion probability in the row's articles; fewer than periods.min-labels, or all of one story or one outlet; or the row's status."),
                required(
                        MEAN_LABELS,
                        LongType,
                        "from 0",
                        "Labelled mentions in the row's articles, which mean_corrected rests on; stated whatever the status."));
    }

    private static List<Column> shares() {
        return three(
                StanceByPeriodTable::share,
                Column::required,
                "Share of the mentions in these articles that the model takes for %s, its most probable class, uncertain ones included; under 'one vote a story' a mention weighs as its article does. Raw: a model that overlooks a class understates its share, so compare rows with each other rather than a share with one half.",
                "Null unless the status is ok, and where all stories have the same share, which tells nothing of others.");
    }

    private static List<Column> adjustedShares() {
        List<Column> columns = new ArrayList<>(
                three(
                        StanceByPeriodTable::adjusted,
                        Column::optional,
                        "Share of these mentions that are %s, corrected for how often the model takes one class for another (adjusted count: the inverse of its confusion matrix, brought back to shares from 0 to 1). It supposes that the model errs here as in the texts that the matrix is from: do not use it for texts of another kind or language. Null unless correction_status is ok.",
                        "It holds the uncertainty of the stories and outlets and that of the matrix. Null as the share is, and where there is no spread."));
        columns.add(
                required(
                        CORRECTION_STATUS,
                        StringType,
                        "ok, no labels, too few labels, singular confusion matrix, a status",
                        "ok, or why there are no adjusted shares: no labels of the target in the corpus and none on the model's card; fewer than periods.min-labels of some class; a model that hardly tells the classes apart; or the row's status."));
        columns.add(
                optional(
                        CORRECTION_LABELS,
                        LongType,
                        "from 1",
                        "Labelled mentions that the confusion matrix is from; null where there are none, and unless the status is ok."));
        columns.add(
                optional(
                        CORRECTION_LABELS_FROM,
                        StringType,
                        "corpus, model card",
                        "Where these labels are from. corpus: labels of this target in this corpus, weighted by their inclusion probabilities; used where there are periods.min-labels of each class. model card: those that the model was judged by before it was shipped, of other texts and targets, so a weaker ground. Null as correction_labels is."));
        return columns;
    }

    private static List<Column> shiftedShares() {
        List<Column> columns = new ArrayList<>(
                three(
                        StanceByPeriodTable::em,
                        Column::optional,
                        "Share of these mentions that are %s, from the model's probabilities and the class shares that they are calibrated for (expectation-maximisation). It supposes that the probabilities mean what they say; where it and the adjusted share disagree beyond their intervals, trust neither. Null unless em_status is ok.",
                        "It holds the uncertainty of the stories and outlets and of the class shares behind the probabilities, but not that of the calibration itself. Null as the share is, and where there is no spread."));
        columns.add(
                required(
                        EM_STATUS,
                        StringType,
                        "ok, no prior, no probabilities, flat probabilities, a status",
                        "ok, or why there are no shares by expectation-maximisation: the model's card does not state the class shares of its calibration data; article_stance holds no probabilities; these tell nothing; or the row's status."));
        columns.add(
                optional(
                        EM_LABELS,
                        LongType,
                        "from 1",
                        "Labelled texts that those class shares are from, by the model's card; null where it states none, and unless the status is ok."));
        return columns;
    }

    /** {@link Column#required} or {@link Column#optional}. */
    private interface Kind {
        Column of(String name, DataType type, String unit, String meaning);
    }

    private static List<Column> three(
            java.util.function.UnaryOperator<String> name, Kind kind, String meaning, String ofInterval) {
        List<Column> columns = new ArrayList<>();
        for (String stance : List.of(FAVOURABLE, NEUTRAL, UNFAVOURABLE)) {
            String column = name.apply(stance);
            columns.add(kind.of(column, DoubleType, "[0, 1]", String.format(meaning, stance)));
            columns.add(
                    optional(low(column), DoubleType, "[0, 1]", "Lower end of its " + INTERVAL + ". " + ofInterval));
            columns.add(optional(
                    high(column), DoubleType, "[0, 1]", "Upper end of that interval; null as the lower end is."));
        }
        return columns;
    }
}
