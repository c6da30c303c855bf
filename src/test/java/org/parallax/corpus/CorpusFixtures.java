package org.parallax.corpus;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.parallax.config.Settings.CorpusSettings;
import org.parallax.config.Settings.Unreadable;
import org.parallax.table.ArticlesTable;

/** Rows and settings for the tests of this package, written where they are read. */
final class CorpusFixtures {
    static final String FILE = "in.jsonl";
    static final CorpusSettings SETTINGS =
            new CorpusSettings(Map.of(), Unreadable.SKIP, 2_000, List.of("en", "ru", "uk", "de"));

    private CorpusFixtures() {}

    /** A raw row under construction: valid until told otherwise. */
    record Raw(Map<String, @Nullable String> values) {
        Raw with(String column, @Nullable String value) {
            Map<String, @Nullable String> changed = new HashMap<>(values);
            changed.put(column, value);
            return new Raw(changed);
        }
    }

    static Raw row() {
        return new Raw(Map.of())
                .with(ArticlesTable.OUTLET, "example.org")
                .with(ArticlesTable.LANGUAGE, "en")
                .with(ArticlesTable.BODY, "The ministers met in Riga on Tuesday.");
    }

    static Raw row(String column, @Nullable String value) {
        return row().with(column, value);
    }

    /** The rows, each with its own url unless it has one, at positions from 1 in one file unless they say otherwise. */
    static Dataset<Row> articles(SparkSession spark, Raw... rows) {
        List<Row> raw = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            Map<String, @Nullable String> values = new HashMap<>(Map.of(ArticlesTable.URL, "https://example.org/" + i));
            values.putAll(rows[i].values());
            String name = values.get(ArticlesTable.SOURCE_FILE);
            InputFile file = new InputFile(name == null ? FILE : name, "", 0, Map.of());
            raw.add(RawRows.row(file, i + 1L, values::get));
        }
        return spark.createDataFrame(raw, RawRows.SCHEMA);
    }

    /** An accepted article, as far as stories look at it. */
    record Text(String id, String language, @Nullable String time, String body) {
        static Text of(String id, String body) {
            return new Text(id, "en", null, body);
        }

        Text at(String day) {
            return new Text(id, language, day + "T00:00:00Z", body);
        }

        Text in(String other) {
            return new Text(id, other, time, body);
        }
    }

    static Dataset<Row> accepted(SparkSession spark, List<Text> texts) {
        StructType schema = new StructType()
                .add(ArticlesTable.ARTICLE_ID, StringType)
                .add(ArticlesTable.LANGUAGE, StringType)
                .add(ArticlesTable.PUBLISHED_AT, TimestampType)
                .add(ArticlesTable.BODY, StringType);
        Function<Text, Row> row = t -> RowFactory.create(
                t.id(), t.language(), t.time() == null ? null : Timestamp.from(Instant.parse(t.time())), t.body());
        return spark.createDataFrame(texts.stream().map(row).toList(), schema);
    }
}
