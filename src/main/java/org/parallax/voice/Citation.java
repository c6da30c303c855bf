package org.parallax.voice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parallax.mention.Span;

/**
 * A source that a text cites.
 *
 * @param span the words of the citation, UTF-16 offsets
 * @param source where the source is named, within the citation or overlapping it
 * @param citedOn day of what is cited, where it is known
 */
record Citation(Span span, Span source, @Nullable LocalDate citedOn) {}
