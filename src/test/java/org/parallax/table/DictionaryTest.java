package org.parallax.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DictionaryTest {
    private static final Path FILE = Path.of(Dictionary.FILE);
    private static final String REGENERATE = "mvn test -Dtest=DictionaryTest -Ddictionary.write";

    @Test
    void theFileInTheRepositoryIsTheOneThatTheSchemasGive() throws IOException {
        if (System.getProperty("dictionary.write") != null) {
            Files.writeString(FILE, Dictionary.markdown());
        }
        assertThat(FILE).as("written by: %s", REGENERATE).exists();
        assertThat(Files.readString(FILE))
                .as("%s is stale; write it again with: %s", FILE, REGENERATE)
                .isEqualTo(Dictionary.markdown());
    }

    @Test
    void everyColumnHasAMeaningThatEndsAsASentence() {
        for (Table table : Tables.ALL) {
            for (Column column : table.columns()) {
                assertThat(column.meaning())
                        .as("%s.%s", table.name(), column.name())
                        .endsWith(".");
            }
        }
    }

    @Test
    void everyTableHasARowMeaningAndAnOrder() {
        for (Table table : Tables.ALL) {
            assertThat(table.rowMeaning()).as(table.name()).isNotBlank();
            assertThat(table.sortedBy()).as(table.name()).isNotEmpty();
        }
    }

    @Test
    void anUnknownPartitionColumnIsRefusedByName() {
        assertThatThrownBy(
                        () -> new Table("t", "one thing", RejectsTable.TABLE.columns(), List.of(), List.of("colour")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("table t has no column colour");
    }
}
