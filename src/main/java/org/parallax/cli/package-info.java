/** The commands: parse, call run, print, exit. */
@NullMarked
package org.parallax.cli;

import org.jspecify.annotations.NullMarked;
