/** Made-up corpora of any size, with a known truth, to measure the tables by. */
@NullMarked
package org.parallax.benchmark;

import org.jspecify.annotations.NullMarked;
