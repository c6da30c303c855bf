/** What comes in: raw rows are mapped, cleaned, rejected or accepted as articles, and near-duplicates become stories. */
@NullMarked
package org.parallax.corpus;

import org.jspecify.annotations.NullMarked;
