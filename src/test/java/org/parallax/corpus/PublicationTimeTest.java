package org.parallax.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2023-01-10T10:05:00Z             | 2023-01-10T10:05:00Z
            2023-01-10T10:05:00.123456789Z   | 2023-01-10T10:05:00.123456Z
            2023-01-10T10:05:00+03:00        | 2023-01-10T07:05:00Z
            2023-01-10T10:05:00+0300         | 2023-01-10T07:05:00Z
            2023-01-10 10:05:00 UTC          | 2023-01-10T10:05:00Z
            2023-01-10T10:05                 | 2023-01-10T10:05:00Z
            2023-01-10 10:05:07              | 2023-01-10T10:05:07Z
            2023-01-10                       | 2023-01-10T00:00:00Z
            20230110                         | 2023-01-10T00:00:00Z
            Tue, 10 Jan 2023 10:05:00 GMT    | 2023-01-10T10:05:00Z
            1673345100                       | 2023-01-10T10:05:00Z
            1673345100.5                     | 2023-01-10T10:05:00.500Z
            1673345100000                    | 2023-01-10T10:05:00Z
            1673345100000000                 | 2023-01-10T10:05:00Z
            1673345100000000000              | 2023-01-10T10:05:00Z
            1900-01-01                       | 1900-01-01T00:00:00Z
            2099-12-31T23:59:59Z             | 2099-12-31T23:59:59Z
            """)
    void readsWhatArchivesWrite(String text, Instant time) {
        assertThat(PublicationTime.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31 Februember 2024",
                "2024-02-30",
                "2024-13-01",
                "2024-01-01T25:00:00Z",
                "2024",
                "1899-12-31",
                "2100-01-01",
                "-1",
                "soon",
                "99999999",
                "2024-01-01T10:00:00+99:00"
            })
    void refusesWhatIsNoTimeOfAnArticle(String text) {
        assertThat(PublicationTime.parse(text)).isNull();
    }

    static Stream<LocalDateTime> times() {
        Random random = new Random(7);
        return Stream.generate(() -> LocalDateTime.ofEpochSecond(
                        random.nextLong(-2_000_000_000L, 4_000_000_000L), 0, ZoneOffset.UTC))
                .limit(200);
    }

    @ParameterizedTest
    @MethodSource("times")
    void readsEveryTimeBackWithAnyOffset(LocalDateTime time) {
        ZoneOffset zone = ZoneOffset.ofHoursMinutes(time.getSecond() % 12, time.getMinute());
        assertThat(PublicationTime.parse(time.atOffset(zone).toString())).isEqualTo(time.toInstant(zone));
    }
}
