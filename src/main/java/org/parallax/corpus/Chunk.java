package org.parallax.corpus;

import java.io.Serializable;

/**
 * A piece of a file that one task reads.
 *
 * @param start first byte, or first row group of a Parquet file
 * @param end byte or row group after the last
 * @param firstPosition number, from 1, that the chunk's first row or line has within its file
 */
record Chunk(long start, long end, long firstPosition) implements Serializable {

    static final Chunk WHOLE = new Chunk(0, Long.MAX_VALUE, 1);
}
