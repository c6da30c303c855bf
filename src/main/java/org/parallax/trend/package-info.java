/** From articles to periods. */
@NullMarked
package org.parallax.trend;

import org.jspecify.annotations.NullMarked;
