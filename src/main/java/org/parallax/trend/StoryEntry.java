package org.parallax.trend;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.parallax.statistics.Observed;

/**
 * Articles of one story, day and kind, as one series gets them; the original apart from its copies.
 *
 * @param series by {@link SeriesNumbers}
 * @param day of publication, days since 1970
 * @param story hash of the story
 * @param outlet by {@link SeriesNumbers}
 * @param article hash of the first of the articles
 * @param byStance articles whose stance is unfavourable, neutral, favourable
 * @param copies articles of the story in the day, week, month and span of this series that the entry belongs to
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers to compute with: never compared, never changed.
record StoryEntry(
        int series,
        int day,
        long story,
        int outlet,
        boolean original,
        long article,
        int[] byStance,
        Observed observed,
        int[] copies) {
    static final String SERIES = "series";

    /** Series and day in one number, so that most comparisons of a sort look no further. */
    private static final String PLACE = "place_in_time";

    private static final String STORY = "story";
    private static final String OUTLET = "outlet";
    private static final String ORIGINAL = "is_original";
    private static final String ARTICLE = "article";

    /**
     * All that is not sorted by, in one column: entries are the most rows of a run, and each column would take eight bytes and
     * a conversion of its own.
     */
    private static final String CONTENT = "content";

    static final StructType SCHEMA = new StructType()
            .add(SERIES, IntegerType)
            .add(PLACE, LongType)
            .add(STORY, LongType)
            .add(OUTLET, IntegerType)
            .add(ORIGINAL, BooleanType)
            .add(ARTICLE, LongType)
            .add(CONTENT, BinaryType);

    /** Series by series in the order of days; the last, an article's hash, leaves no tie. */
    static final List<String> ORDER = List.of(PLACE, STORY, OUTLET, ORIGINAL, ARTICLE);

    private static final int COUNTS = 10;
    private static final int SUMS = 2;
    private static final int OF_LABELS = Long.BYTES + 2 * Double.BYTES;

    /** Bits of the first byte of the content. */
    private static final int LABELLED = 1;

    private static final int WITH_PROBABILITIES = 2;

    Row row() {
        return RowFactory.create(
                series, ((long) series << Integer.SIZE) + day, story, outlet, original, article, packed());
    }

    static StoryEntry of(Row row) {
        ByteBuffer content = ByteBuffer.wrap(row.<byte[]>getAs(6));
        int parts = content.get();
        int[] byStance = ints(content, 3);
        int[] mentions = ints(content, 3);
        int[] copies = ints(content, 4);
        double scores = content.getDouble();
        double squares = content.getDouble();
        boolean labelled = (parts & LABELLED) != 0;
        long labels = labelled ? content.getLong() : 0;
        double labelWeight = labelled ? content.getDouble() : 0;
        double labelResidual = labelled ? content.getDouble() : 0;
        byte @Nullable [] posteriors = null;
        if ((parts & WITH_PROBABILITIES) != 0) {
            posteriors = new byte[content.remaining()];
            content.get(posteriors);
        }
        return new StoryEntry(
                row.getInt(0),
                (int) row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getBoolean(4),
                row.getLong(5),
                byStance,
                new Observed(
                        byStance[0] + byStance[1] + byStance[2],
                        scores,
                        squares,
                        mentions[0],
                        mentions[1],
                        mentions[2],
                        posteriors,
                        labels,
                        labelWeight,
                        labelResidual),
                copies);
    }

    private byte[] packed() {
        byte @Nullable [] posteriors = observed.posteriors();
        boolean labelled = observed.labels() > 0;
        ByteBuffer content = ByteBuffer.allocate(1
                + COUNTS * Integer.BYTES
                + SUMS * Double.BYTES
                + (labelled ? OF_LABELS : 0)
                + (posteriors == null ? 0 : posteriors.length));
        content.put((byte) ((labelled ? LABELLED : 0) + (posteriors == null ? 0 : WITH_PROBABILITIES)));
        put(content, byStance);
        content.putInt((int) observed.unfavourable());
        content.putInt((int) observed.neutral());
        content.putInt((int) observed.favourable());
        put(content, copies);
        content.putDouble(observed.scores()).putDouble(observed.squares());
        if (labelled) {
            content.putLong(observed.labels()).putDouble(observed.labelWeight()).putDouble(observed.labelResidual());
        }
        if (posteriors != null) {
            content.put(posteriors);
        }
        return content.array();
    }

    private static void put(ByteBuffer content, int[] counts) {
        for (int count : counts) {
            content.putInt(count);
        }
    }

    private static int[] ints(ByteBuffer content, int count) {
        int[] counts = new int[count];
        content.asIntBuffer().get(counts);
        content.position(content.position() + count * Integer.BYTES);
        return counts;
    }
}
