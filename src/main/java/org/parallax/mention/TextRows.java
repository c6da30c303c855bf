package org.parallax.mention;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Named texts as rows between stages: one for each title and body. Offsets are UTF-16, as in Java's strings. */
public final class TextRows {
    public static final String ARTICLE_ID = "article_id";
    public static final String FIELD = "field";
    public static final String TEXT = "text";
    public static final String LANGUAGE = "language";
    public static final String SENTENCES = "sentences";
    public static final String NAMES = "names";
    public static final String PUBLISHED_ON = "published_on";
    public static final String BEGIN = "begin";
    public static final String END = "end";
    public static final String KIND = "kind";
    public static final String ID = "id";

    /** Values of {@link #FIELD}. */
    public static final String TITLE = "title";

    public static final String BODY = "body";

    private static final StructType SPAN =
            new StructType().add(BEGIN, IntegerType, false).add(END, IntegerType, false);
    private static final StructType NAME = SPAN.add(KIND, StringType, false).add(ID, StringType, false);

    public static final StructType SCHEMA = new StructType()
            .add(ARTICLE_ID, StringType, false)
            .add(FIELD, StringType, false)
            .add(TEXT, StringType, false)
            .add(LANGUAGE, StringType, false)
            .add(SENTENCES, createArrayType(SPAN, false), false)
            .add(NAMES, createArrayType(NAME, false), false)
            .add(PUBLISHED_ON, StringType, true);

    private TextRows() {}

    /** The row of one text of an undated article. */
    public static Row row(String articleId, String field, String language, NamedText text) {
        return row(articleId, field, language, text, null);
    }

    /**
     * The row of one text.
     *
     * @param publishedOn ISO date of the article in UTC, if it has one
     */
    public static Row row(
            String articleId, String field, String language, NamedText text, @Nullable String publishedOn) {
        return RowFactory.create(
                articleId,
                field,
                text.text(),
                language,
                text.sentences().stream()
                        .map(s -> RowFactory.create(s.begin(), s.end()))
                        .toArray(),
                text.names().stream().map(TextRows::name).toArray(),
                publishedOn);
    }

    /** The day on which the article of a row was published, in UTC; null when it has none. */
    public static @Nullable LocalDate publishedOn(Row row) {
        String day = row.getString(row.fieldIndex(PUBLISHED_ON));
        return day == null ? null : LocalDate.parse(day);
    }

    /** The text of one row that has the columns text, sentences and names, wherever they stand. */
    public static NamedText text(Row row) {
        List<Row> sentences = row.getList(row.fieldIndex(SENTENCES));
        List<Row> names = row.getList(row.fieldIndex(NAMES));
        return new NamedText(
                row.getString(row.fieldIndex(TEXT)),
                sentences.stream().map(TextRows::span).toList(),
                names.stream().map(TextRows::name).toList());
    }

    private static Row name(Name name) {
        return RowFactory.create(
                name.span().begin(), name.span().end(), name.kind().name().toLowerCase(Locale.ROOT), name.id());
    }

    private static Name name(Row row) {
        String kind = row.getString(row.fieldIndex(KIND));
        return new Name(span(row), Name.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), row.getString(row.fieldIndex(ID)));
    }

    private static Span span(Row row) {
        return new Span(row.getInt(row.fieldIndex(BEGIN)), row.getInt(row.fieldIndex(END)));
    }
}
