package org.parallax.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parallax.SparkExtension;
import org.parallax.statistics.References;

@ExtendWith(SparkExtension.class)
class FalseDiscoveryTest {

    /** Reference values: src/test/reference/contrasts.py. */
    @Test
    void agreeWithSciPyAndLeaveRowsWithoutATestAlone(SparkSession spark) throws IOException {
        JsonNode expected = References.all("contrasts");
        StructType schema = new StructType().add("at", DataTypes.IntegerType).add("p", DataTypes.DoubleType);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < expected.get("p").size(); i++) {
            rows.add(RowFactory.create(i, expected.get("p").get(i).asDouble()));
        }
        rows.add(RowFactory.create(-1, null));
        List<Row> corrected = FalseDiscovery.withQ(spark.createDataFrame(rows, schema), "p", "q")
                .collectAsList();
        assertThat(corrected).hasSize(rows.size());
        for (Row row : corrected) {
            if (row.getInt(0) < 0) {
                assertThat(row.isNullAt(2)).isTrue();
            } else {
                assertThat(row.getDouble(2))
                        .isCloseTo(expected.get("q").get(row.getInt(0)).asDouble(), within(1e-12));
            }
        }
    }
}
