/** Every setting, target and actor, read from HOCON once and checked: immutable records from here on. */
@NullMarked
package org.parallax.config;

import org.jspecify.annotations.NullMarked;
