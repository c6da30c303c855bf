/** Intervals and resampling in plain Java, each method with its paper; nothing here knows Spark. */
@NullMarked
package org.parallax.statistics;

import org.jspecify.annotations.NullMarked;
