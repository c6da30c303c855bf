package org.parallax.article;

import org.parallax.statistics.Label;

/**
 * A sentence that the model has read, with where it stands in the article.
 *
 * @param field title or body
 * @param begin code point at which it begins in the field
 * @param end code point at which it ends, exclusive
 * @param text the sentence
 * @param label the model's probabilities
 * @param score favourable less unfavourable probability
 */
record ScoredSentence(String field, int begin, int end, String text, Label label, double score) {}
