/** Whose stance it is: each named target gets its voice and, when somebody is reported, the holder. */
@NullMarked
package org.parallax.voice;

import org.jspecify.annotations.NullMarked;
