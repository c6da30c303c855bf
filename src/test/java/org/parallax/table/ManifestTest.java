package org.parallax.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestTest {

    static Manifest manifest(String runId, List<Manifest.Rows> tables) {
        return new Manifest(
                runId,
                Manifest.Status.COMPLETE,
                Instant.parse("2024-03-01T04:00:00Z"),
                Instant.parse("2024-03-01T04:05:06Z"),
                List.of(new Manifest.Input("corpus/a.jsonl", 1234, Instant.parse("2024-02-29T23:00:00Z"))),
                List.of(new Manifest.Unreadable("corpus/b.parquet", "no Parquet footer")),
                List.of(new Manifest.Stage("stories", 90, 1.5), new Manifest.Stage("mentions", 300, 2.25)),
                tables,
                new TreeMap<>(Map.of("no-outlet", 2L, "blank-body", 1L)),
                "stance-1",
                "abc",
                Map.of("targets", List.of(Map.of("id", "nato")), "articles", Map.of("neutralBand", 0.2)),
                new TreeMap<>(Map.of("spark", "3.5.7", "java", "17")));
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        Manifest manifest = manifest("r", List.of(new Manifest.Rows("articles", 90)));
        assertThat(Manifest.parse(manifest.json())).isEqualTo(manifest);
    }

    @Test
    void standsInAFixedOrderForPeople() {
        assertThat(manifest("r", List.of(new Manifest.Rows("articles", 90))).json())
                .startsWith(
                        """
                        {
                          "run_id" : "r",
                          "status" : "COMPLETE",
                          "started" : "2024-03-01T04:00:00Z",
                          "finished" : "2024-03-01T04:05:06Z",
                          "inputs" : [
                            {
                              "file" : "corpus/a.jsonl",
                              "bytes" : 1234,
                              "modified" : "2024-02-29T23:00:00Z"
                            }
                          ],
                        """)
                .contains("\"blank-body\" : 1,\n    \"no-outlet\" : 2")
                .contains("\"articles\" : {\n      \"neutralBand\" : 0.2")
                .endsWith(
                        """
                          "versions" : {
                            "java" : "17",
                            "spark" : "3.5.7"
                          }
                        }
                        """);
    }
}
