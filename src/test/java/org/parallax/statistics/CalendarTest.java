package org.parallax.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 63, 64, 65, 1000})
    void productsOfAllLagsAreThoseOfEach(int periods) {
        Random random = new Random(periods);
        // Every third period is missing, the first and the last are there.
        long[] times = LongStream.range(0, periods)
                .filter(t -> t % 3 != 1 || t == periods - 1)
                .toArray();
        Calendar calendar = Calendar.of(times, random.doubles(times.length).toArray());
        double[] products = calendar.products();
        assertThat(products).hasSize(calendar.length());
        for (int lag = 0; lag < products.length; lag++) {
            assertThat(products[lag]).as("lag " + lag).isCloseTo(calendar.product(lag), within(1e-11));
        }
    }
}
