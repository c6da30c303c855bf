/** The order of the stages, progress, timings and publishing: one run from a corpus to tables. */
@NullMarked
package org.parallax.run;

import org.jspecify.annotations.NullMarked;
