package org.parallax.label;

/**
 * One kind of mentions of which a sample holds some.
 *
 * @param target target id
 * @param stance the model's class
 * @param group voice or outlet
 * @param mentions how many the tables hold
 * @param drawn how many the sample holds
 */
public record Stratum(String target, String stance, String group, long mentions, int drawn) {}
