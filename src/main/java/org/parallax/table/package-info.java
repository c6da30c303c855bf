/** What goes out: a class for each table with its schema and the meaning of each column, the writer that publishes a run whole, and the manifest. */
@NullMarked
package org.parallax.table;

import org.jspecify.annotations.NullMarked;
