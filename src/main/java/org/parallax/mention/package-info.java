/** Where targets and actors are named: an article becomes texts with sentences and names. */
@NullMarked
package org.parallax.mention;

import org.jspecify.annotations.NullMarked;
