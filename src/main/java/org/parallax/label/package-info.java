/** From published tables to sheets that people fill in, and from filled sheets to labels and what they say of the model. */
@NullMarked
package org.parallax.label;

import org.jspecify.annotations.NullMarked;
