/** From the mentions of an article to its stance toward each target, and to its tone. */
@NullMarked
package org.parallax.article;

import org.jspecify.annotations.NullMarked;
