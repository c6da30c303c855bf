package org.parallax.evaluate;

/**
 * Whether the label follows the name: what happened when other names took the place of the mention.
 *
 * @param items items whose mention is the name of a state or an alliance
 * @param swaps sentences made from them, each with one other name
 * @param changed share of these that got another label than the original, [0, 1]
 * @param reversed share of these that got the opposite side's, [0, 1]
 * @param itemsChanged share of the items whose label changed with any name, [0, 1]
 */
record SwapResult(int items, int swaps, double changed, double reversed, double itemsChanged) {}
