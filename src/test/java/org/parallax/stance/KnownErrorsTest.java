package org.parallax.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parallax.config.ConfigException;

class KnownErrorsTest {
    private static final String COUNTS = "'counts': [[8, 1, 1], [2, 7, 1], [0, 1, 9]]";

    @Test
    void aCardMayStateHowTheModelErrsAndNeedNot() throws JsonProcessingException {
        KnownErrors errors = read("{'confusion': {'labels': 30, " + COUNTS + ", 'prior': [0.3, 0.45, 0.25]}}");
        assertThat(errors)
                .isEqualTo(new KnownErrors(
                        List.of(List.of(8L, 1L, 1L), List.of(2L, 7L, 1L), List.of(0L, 1L, 9L)),
                        List.of(0.3, 0.45, 0.25)));
        assertThat(read("{'confusion': {'labels': 30, " + COUNTS + "}}"))
                .extracting(KnownErrors::prior)
                .isEqualTo(List.of());
        assertThat(read("{'id': 'm'}")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'labels': 31, COUNTS | labels is 31 but the counts sum to 30",
                "'labels': 3, 'counts': [[1, 1], [1, 0]] | counts is [[1,1],[1,0]] but must be 3 rows",
                "'labels': 30, 'counts': [[8, 1, 1], [2, 7, 1], [0, 1, -9]] | must be 3 rows",
                "'labels': 30, COUNTS, 'prior': [0.5, 0.5, 0.5] | prior is [0.5,0.5,0.5] but must be 3 shares",
                "'labels': 30, COUNTS, 'prior': [1.0, 0.0, 0.0] | prior is [1.0,0.0,0.0] but must be 3 shares"
            })
    void aCardThatMakesNoSenseIsRefused(String confusion, String message) {
        assertThatThrownBy(() -> read("{'confusion': {" + confusion.replace("COUNTS", COUNTS) + "}}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("model.json: confusion: ")
                .hasMessageContaining(message)
                .hasMessageContaining("correct the card, or take the entry out");
    }

    @Test
    void theShippedCardStatesErrorsAndPrior() throws IOException {
        Path card = Path.of("conf/model/model.json");

        KnownErrors errors = KnownErrors.read(new ObjectMapper().readTree(Files.readString(card)), card);

        assertThat(errors).isNotNull();
        assertThat(errors.labels()).isGreaterThan(200);
        assertThat(errors.prior()).hasSize(3);
    }

    private static @Nullable KnownErrors read(String card) throws JsonProcessingException {
        return KnownErrors.read(new ObjectMapper().readTree(card.replace('\'', '"')), Path.of("model.json"));
    }
}
