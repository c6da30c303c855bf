package org.parallax.statistics;

/**
 * An estimate and how far it scatters.
 *
 * @param value the estimate
 * @param spread its spread over clusters, with that of whatever else it rests on
 */
public record Estimate(double value, Spread spread) {}
