package org.parallax.corpus;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** What looking a file over found. */
sealed interface Survey extends Serializable {

    /**
     * @param columns column names met; of JSON Lines, those of the lines that had to be read
     * @param chunks the pieces to read, in order; none where the file holds no row
     */
    record Sound(Set<String> columns, List<Chunk> chunks) implements Survey {
        public Sound {
            columns = Set.copyOf(columns);
            chunks = List.copyOf(chunks);
        }
    }

    /** The file is damaged or is not of its format. */
    record Damaged(String reason) implements Survey {}

    /** The file is sound, but a column's type cannot be an article's. */
    record Refused(String problem) implements Survey {}
}
