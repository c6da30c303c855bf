/** Labelled files through the very stages that a run uses, to one scorecard. */
@NullMarked
package org.parallax.evaluate;

import org.jspecify.annotations.NullMarked;
