package org.parallax.benchmark;

import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * Chance that depends on the seed, on what is drawn and for whom, and on nothing else: a row gets the same numbers wherever
 * and in whatever order it is computed. The columns of {@code whose} must have the same types wherever a draw is repeated.
 */
record Chance(long seed) {
    private static final int BITS = 64;
    private static final int UNUSED_BITS = 11;
    private static final double UNIT = 0x1.0p-53;

    /** 64 bits. */
    Column bits(String what, Column... whose) {
        Column drawn = lit(seed ^ ((long) what.hashCode() << Integer.SIZE));
        return xxhash64(Stream.concat(Stream.of(drawn), Stream.of(whose)).toArray(Column[]::new));
    }

    /** Evenly from [0, 1). */
    Column uniform(String what, Column... whose) {
        return shiftrightunsigned(bits(what, whose), UNUSED_BITS).multiply(UNIT);
    }

    /** Evenly from 0, 1, ... n-1. */
    Column below(int n, String what, Column... whose) {
        return floor(uniform(what, whose).multiply(n)).cast("int");
    }

    /**
     * Mean 0, standard deviation 1, bell-shaped: how many of 64 coins show heads. Logarithms and cosines would differ in a last
     * bit between machines.
     */
    Column noise(String what, Column... whose) {
        return bit_count(bits(what, whose)).minus(BITS / 2).divide(Math.sqrt(BITS) / 2);
    }
}
