package org.parallax.trend;

import static org.apache.spark.sql.types.DataTypes.IntegerType;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Settings.PeriodSettings;
import org.parallax.statistics.AdjustedCount;
import org.parallax.statistics.ClassShares;
import org.parallax.statistics.ClusteredSample;
import org.parallax.statistics.Corrected;
import org.parallax.statistics.CorrectedMean;
import org.parallax.statistics.Estimate;
import org.parallax.statistics.Interval;
import org.parallax.statistics.ModelError;
import org.parallax.statistics.PriorShift;
import org.parallax.table.StanceByPeriodTable;

/** Makes the row of a cell: what is counted, what is estimated, and why what is missing is missing. */
final class CellRows implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The table's columns, with the first day of the period as a number of days. */
    static final StructType SCHEMA = schema();

    private static final String[] CLASSES = {
        StanceByPeriodTable.UNFAVOURABLE, StanceByPeriodTable.NEUTRAL, StanceByPeriodTable.FAVOURABLE
    };

    private static final String[] SHARES = ofClasses(StanceByPeriodTable::share);
    private static final String[] ADJUSTED = ofClasses(StanceByPeriodTable::adjusted);
    private static final String[] SHIFTED = ofClasses(StanceByPeriodTable::em);

    private final int minStories;
    private final int minOutlets;
    private final int minLabels;
    private final Corrections corrections;
    private final int firstDay;

    /**
     * @param firstDay of all articles, where the span begins
     */
    CellRows(PeriodSettings settings, Corrections corrections, int firstDay) {
        this.minStories = settings.minStories();
        this.minOutlets = settings.minOutlets();
        this.minLabels = settings.minLabels();
        this.corrections = corrections;
        this.firstDay = firstDay;
    }

    private static StructType schema() {
        return new StructType(Arrays.stream(StanceByPeriodTable.TABLE.schema().fields())
                .map(f -> f.name().equals(StanceByPeriodTable.PERIOD_START)
                        ? new StructField(f.name(), IntegerType, true, f.metadata())
                        : f)
                .toArray(StructField[]::new));
    }

    /** Place of a column, and of those with the ends of its interval; -1 where it has none. */
    private record Place(int value, int low, int high) {}

    /** Found once, and not for every row. */
    private static final Map<String, Place> PLACES = places();

    private static Map<String, Place> places() {
        List<String> names = Arrays.asList(SCHEMA.fieldNames());
        return names.stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> new Place(
                                names.indexOf(name),
                                names.indexOf(StanceByPeriodTable.low(name)),
                                names.indexOf(StanceByPeriodTable.high(name)))));
    }

    private static Place place(String column) {
        Place place = PLACES.get(column);
        if (place == null) {
            throw new IllegalArgumentException("no column " + column + " in " + PLACES.keySet());
        }
        return place;
    }

    private static String[] ofClasses(UnaryOperator<String> name) {
        return Arrays.stream(CLASSES).map(name).toArray(String[]::new);
    }

    /** Values by column. */
    private static final class Values {
        private final @Nullable Object[] values = new Object[SCHEMA.size()];

        void put(String column, @Nullable Object value) {
            values[place(column).value] = value;
        }

        void put(String column, Estimate estimate, double least) {
            Place place = place(column);
            values[place.value] = estimate.value();
            // All clusters agree: nothing tells how far others would not.
            if (!estimate.spread().none()) {
                Interval interval = estimate.interval(least, 1);
                values[place.low] = interval.low();
                values[place.high] = interval.high();
            }
        }

        Row row() {
            return RowFactory.create(values);
        }
    }

    Row row(CellKey key, Period period, int start, Counting counting, Cell cell) {
        ClusteredSample sample = cell.sample(counting);
        Values values = new Values();
        values.put(StanceByPeriodTable.PERIOD, period.code());
        values.put(StanceByPeriodTable.PERIOD_START, period == Period.SPAN ? firstDay : start);
        values.put(StanceByPeriodTable.GROUPING, key.grouping());
        values.put(StanceByPeriodTable.GROUP, key.group());
        values.put(StanceByPeriodTable.TARGET, key.target());
        values.put(StanceByPeriodTable.VOICE, key.voice());
        values.put(StanceByPeriodTable.COUNTING, counting.code());
        values.put(StanceByPeriodTable.ARTICLES, sample.articles());
        values.put(StanceByPeriodTable.STORIES, sample.stories());
        values.put(StanceByPeriodTable.OUTLETS, (long) sample.outlets());
        values.put(StanceByPeriodTable.SYNDICATED_SHARE, cell.syndicatedShare());
        values.put(StanceByPeriodTable.MENTIONS, sample.mentions());
        for (int c = 0; c < CLASSES.length; c++) {
            values.put(CLASSES[c], cell.byStance(counting, c));
        }
        estimates(key, sample, values);
        return values.row();
    }

    /** The row of a cell in another way of counting that gives the same. */
    static Row counted(Row row, Counting counting) {
        Object[] values = new Object[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i);
        }
        values[place(StanceByPeriodTable.COUNTING).value] = counting.code();
        return RowFactory.create(values);
    }

    private void estimates(CellKey key, ClusteredSample sample, Values values) {
        Estimate mean = sample.mean();
        String status = status(key, sample, mean);
        boolean ok = status.equals(StanceByPeriodTable.OK);
        values.put(StanceByPeriodTable.STATUS, status);
        values.put(StanceByPeriodTable.MEAN_LABELS, sample.labels());
        if (ok) {
            values.put(StanceByPeriodTable.MEAN, mean, -1);
            values.put(StanceByPeriodTable.EFFECTIVE_SAMPLE_SIZE, sample.effectiveSize(mean));
            values.put(
                    StanceByPeriodTable.MINIMUM_DETECTABLE_DIFFERENCE,
                    mean.spread().detectableDifference());
        } else {
            values.put(StanceByPeriodTable.MEAN, mean.value());
        }
        shares(sample, ok, values);
        if (!ok) {
            values.put(StanceByPeriodTable.MEAN_CORRECTION_STATUS, status);
            values.put(StanceByPeriodTable.CORRECTION_STATUS, status);
            values.put(StanceByPeriodTable.EM_STATUS, status);
            return;
        }
        correctedMean(key, sample, values);
        adjusted(key, sample, values);
        shifted(sample, values);
    }

    /** Most cells are small: what has no interval shall not pay for a spread. */
    private static void shares(ClusteredSample sample, boolean withIntervals, Values values) {
        if (withIntervals) {
            List<Estimate> shares = ClassShares.of(sample);
            for (int c = 0; c < CLASSES.length; c++) {
                values.put(SHARES[c], shares.get(c), 0);
            }
        } else {
            double[] shares = ClassShares.shares(sample);
            for (int c = 0; c < CLASSES.length; c++) {
                values.put(SHARES[c], shares[c]);
            }
        }
    }

    private String status(CellKey key, ClusteredSample sample, Estimate mean) {
        if (sample.stories() < minStories || sample.clusters() < 2) {
            return StanceByPeriodTable.TOO_FEW_STORIES;
        }
        if (key.pools() && sample.outlets() < minOutlets) {
            return StanceByPeriodTable.TOO_FEW_OUTLETS;
        }
        return mean.spread().none() ? StanceByPeriodTable.NO_SPREAD : StanceByPeriodTable.OK;
    }

    private void correctedMean(CellKey key, ClusteredSample sample, Values values) {
        Corrected corrected = CorrectedMean.of(sample, corrections.slope(key.target()), minLabels);
        values.put(StanceByPeriodTable.MEAN_CORRECTION_STATUS, status(corrected));
        if (corrected instanceof Corrected.Found found) {
            values.put(StanceByPeriodTable.MEAN_CORRECTED, found.estimates().get(0), -1);
        }
    }

    private void adjusted(CellKey key, ClusteredSample sample, Values values) {
        var rates = corrections.rates(key.target());
        Corrected corrected = AdjustedCount.of(sample, rates, minLabels);
        values.put(StanceByPeriodTable.CORRECTION_STATUS, status(corrected));
        if (rates != null) {
            values.put(StanceByPeriodTable.CORRECTION_LABELS, rates.labels());
            values.put(
                    StanceByPeriodTable.CORRECTION_LABELS_FROM,
                    corrections.ofCorpus(key.target())
                            ? StanceByPeriodTable.FROM_CORPUS
                            : StanceByPeriodTable.FROM_MODEL_CARD);
        }
        if (corrected instanceof Corrected.Found found) {
            for (int c = 0; c < CLASSES.length; c++) {
                values.put(ADJUSTED[c], found.estimates().get(c), 0);
            }
        }
    }

    private void shifted(ClusteredSample sample, Values values) {
        ModelError model = corrections.model();
        Corrected corrected = PriorShift.of(sample, model.prior());
        values.put(StanceByPeriodTable.EM_STATUS, status(corrected));
        if (model.prior() != null) {
            values.put(StanceByPeriodTable.EM_LABELS, model.prior().labels());
        }
        if (corrected instanceof Corrected.Found found) {
            for (int c = 0; c < CLASSES.length; c++) {
                values.put(SHIFTED[c], found.estimates().get(c), 0);
            }
        }
    }

    private static String status(Corrected corrected) {
        return corrected instanceof Corrected.Missing missing ? missing.reason().code() : StanceByPeriodTable.OK;
    }
}
