package org.parallax.label;

import java.util.Map;

/**
 * A row of a sheet as it was read.
 *
 * @param place file and line, as messages name it
 * @param cells by the header's names, without spaces around; an empty cell is an empty text
 */
record SheetRecord(String place, String file, Map<String, String> cells) {
    SheetRecord {
        cells = Map.copyOf(cells);
    }

    /** The cell of a column; empty too where the sheet has no such column. */
    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    boolean isBlank() {
        return cells.values().stream().allMatch(String::isEmpty);
    }
}
