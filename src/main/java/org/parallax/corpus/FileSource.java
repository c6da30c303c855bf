package org.parallax.corpus;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;

/** How one file format is looked over and read; without state, and called inside tasks. */
interface FileSource {

    /**
     * Looks a file over before anything is read from it: its columns, its chunks, and whether it can be read at all.
     *
     * @param chunkBytes size above which a file is cut into several chunks, where its format lets it be cut
     * @throws IOException when the file cannot be read, as the reason to report
     */
    Survey survey(InputFile file, ColumnMapping columns, Configuration storage, long chunkBytes) throws IOException;

    /** The rows of one chunk, in the file's order. */
    ChunkRows rows(InputFile file, Chunk chunk, ColumnMapping columns, Configuration storage) throws IOException;
}
