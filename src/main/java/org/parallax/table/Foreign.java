package org.parallax.table;

import java.io.IOException;
import java.util.regex.Pattern;

/** Keeps a run from replacing folders that Parallax did not write. */
final class Foreign {
    /** Our files, in partition folders or not; hidden ones that tools leave everywhere do not matter. */
    private static final Pattern OURS = Pattern.compile("([^/]+=[^/]*/)*(part-\\d{5}\\.parquet|[._][^/]*)");

    private Foreign() {}

    /** @throws StoreException when something with a table's name is there that is not a table of ours */
    static void refuse(Folder output, String table) throws IOException {
        if (!output.holds(table)) {
            return;
        }
        if (!output.holds(Manifest.FILE)) {
            throw new StoreException(output.root() + " already holds " + table + " but no " + Manifest.FILE
                    + ", so it is not an output of Parallax. Choose another output folder, or move " + table
                    + " away.");
        }
        for (String file : output.sizes(output.at(table)).keySet()) {
            if (!OURS.matcher(file).matches()) {
                throw new StoreException(output.at(table) + (file.isEmpty() ? " is a file" : " holds " + file)
                        + ", which Parallax did not write and would delete. Move it away and run again.");
            }
        }
    }
}
