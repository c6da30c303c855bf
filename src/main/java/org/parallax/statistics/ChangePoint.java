package org.parallax.statistics;

/**
 * A place where the level of a series breaks.
 *
 * @param from first place of the level before
 * @param at first place of the level after
 * @param to end of the level after, exclusive
 * @param before weighted mean of the level before
 * @param after weighted mean of the level after
 * @param earliest first period in which the break may have happened, of the 95 % interval
 * @param latest last such period
 * @param strength squared standardised difference: by how much the break lowers the weighted squared distance from the
 *     levels, over the long-run variance
 * @param persistence long-run variance over variance of the distances from the levels
 * @param p significance
 */
public record ChangePoint(
        int from,
        int at,
        int to,
        double before,
        double after,
        long earliest,
        long latest,
        double strength,
        double persistence,
        double p) {}
