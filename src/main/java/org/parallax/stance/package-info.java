/** Marked text to calibrated probabilities: the questions to the model, and the only place that knows Spark NLP. */
@NullMarked
package org.parallax.stance;

import org.jspecify.annotations.NullMarked;
