"""Reference values for what a break is judged by: statsmodels and scipy, and numpy where no library does it.

Autoregression by statsmodels' Yule-Walker fit, its order by Akaike's criterion; RobustVariance by numpy; the p-values of BreakTest
by numpy's own draws; BreakDate's quantile by scipy from the distribution in Yao, "Approximating the distribution of the maximum
likelihood estimate of the change-point", Annals of Statistics 15 (1987), and Bai (1997). Writes
src/test/resources/statistics/breaks.json. Run from the repository root:
    pip install -r src/test/reference/requirements.txt && python src/test/reference/breaks.py
"""

import json
from pathlib import Path

import numpy as np
from scipy import optimize, stats
from statsmodels.regression.linear_model import yule_walker

TARGET = Path("src/test/resources/statistics/breaks.json")
ROUNDS = 10
DRAWS_A_ROUND = 40_000


def autoregressive(random, n, *coefficients):
    values = np.zeros(n + 100)
    for t in range(len(coefficients), n + 100):
        values[t] = sum(c * values[t - 1 - lag] for lag, c in enumerate(coefficients)) + random.normal()
    return np.round(values[100:], 6)


def fit(values):
    """The order with the least n log(variance) + 2 order, up to a tenth of n and 14."""
    n = len(values)
    fits = [(n * np.log(values.var()), np.zeros(0), values.std())]
    for order in range(1, min(14, n // 10) + 1):
        coefficients, deviation = yule_walker(values, order=order, method="mle", demean=True, result_object=False)
        fits.append((n * np.log(deviation ** 2) + 2 * order, coefficients, deviation))
    return min(fits, key=lambda f: f[0])[1:]


def autoregressions(random):
    for name, n, coefficients in (("noise", 150, ()), ("persistent", 200, (0.6,)), ("alternating", 200, (-0.5,)),
                                  ("of order 2", 400, (0.4, 0.3)), ("short", 25, (0.5,))):
        values = autoregressive(random, n, *coefficients)
        found, deviation = fit(values)
        long_run = deviation ** 2 / (1 - min(found.sum(), 0.95)) ** 2
        yield {"name": name, "values": values.tolist(), "order": len(found), "long_run": float(long_run),
               "persistence": float(long_run / values.var())}


def robust_variance(values, weights):
    def of_differences(lag):
        return np.mean((values[lag:] - values[:-lag]) ** 2 / (1 / weights[lag:] + 1 / weights[:-lag]))

    near, far = of_differences(1), of_differences(2)
    rho = np.clip(far / near - 1, 0, 0.9)
    length = max(2, int(np.rint(np.cbrt(len(values)))))
    blocks = np.lib.stride_tricks.sliding_window_view
    mass = blocks(weights, length).sum(axis=1)
    means = blocks(weights * values, length).sum(axis=1) / mass
    distances = np.abs(means[length:] - means[:-length]) / np.sqrt(1 / mass[length:] + 1 / mass[:-length])
    return max(near * (1 + rho) / (1 - rho) ** 2, (np.median(distances) / stats.norm.ppf(0.75)) ** 2)


def robust_variances(random):
    for name, n, coefficients, step in (("noise", 80, (), 0.0), ("persistent", 150, (0.7,), 0.0), ("shifted", 120, (0.3,), 6.0),
                                        ("slow undercurrent", 300, (0.99,), 0.0)):
        values = autoregressive(random, n, *coefficients) + step * (np.arange(n) > n // 2)
        if name == "slow undercurrent":
            values = np.round(values / 3 + random.normal(0, 3, n), 6)
        weights = random.integers(1, 9, n).astype(float)
        yield {"name": name, "values": values.tolist(), "weights": weights.tolist(),
               "long_run": float(robust_variance(values, weights))}


def best_gain(values, least):
    """Share of the squared error that the best split takes away, of each row."""
    n = values.shape[1]
    left = np.arange(least, n - least + 1)
    sums = values.cumsum(axis=1)
    total = sums[:, -1:]
    before = sums[:, left - 1]
    gain = (before / left - (total - before) / (n - left)) ** 2 * left * (n - left) / n
    return gain.max(axis=1) / ((values - total / n) ** 2).sum(axis=1)


def tests(random):
    """Series without autocorrelation: the null draws from the residuals around the two levels, as the test is told to."""
    for name, n, step, least in (("none", 120, 0.0, 7), ("weak", 90, 0.55, 7), ("plain", 150, 0.2, 10), ("short", 60, 0.9, 5)):
        while True:
            values = np.round(random.normal(0, 1, n) + step * (np.arange(n) >= n // 2), 6)
            residuals = np.concatenate([part - part.mean() for part in (values[:n // 2], values[n // 2:])])
            if len(fit(residuals)[0]) == 0:
                break
        observed = best_gain(values[None], least)[0]
        # All but the first round have a generator of their own, so that the series do not depend on how many there are.
        more = np.random.default_rng(n)
        reached = sum(
            np.count_nonzero(best_gain(draws.choice(residuals - residuals.mean(), (DRAWS_A_ROUND, n)), least) >= observed)
            for draws in [random] + [more] * (ROUNDS - 1))
        yield {"name": name, "values": values.tolist(), "residuals": residuals.tolist(), "least": least,
               "p": (1 + reached) / (1 + ROUNDS * DRAWS_A_ROUND)}


def place_of_the_maximum(x):
    """Distribution of where a Brownian motion with drift -|s| / 2 is highest, at x from 0."""
    root = np.sqrt(x)
    return (1 + np.sqrt(x / (2 * np.pi)) * np.exp(-x / 8) - (x + 5) / 2 * stats.norm.cdf(-root / 2)
            + 1.5 * np.exp(x + stats.norm.logcdf(-1.5 * root)))


def main():
    random = np.random.default_rng(1997)
    TARGET.write_text(json.dumps({
        "autoregressions": list(autoregressions(random)), "robust_variances": list(robust_variances(random)),
        "tests": list(tests(random)),
        "date_quantile": optimize.brentq(lambda x: place_of_the_maximum(x) - 0.975, 1, 50, xtol=1e-12),
    }, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
