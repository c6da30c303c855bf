"""Reference values for trends and breaks by scipy, pymannkendall and ruptures.

Writes theil_sen.json, mann_kendall.json and pelt.json into src/test/resources/statistics. Run from
the repository root:
    pip install -r src/test/reference/requirements.txt && python src/test/reference/trends.py
"""

import json
from pathlib import Path

import numpy as np
import pymannkendall
import ruptures
from ruptures.base import BaseCost
from scipy import stats

TARGET = Path("src/test/resources/statistics")


def autoregressive(random, n, rho):
    values = np.zeros(n)
    for t in range(1, n):
        values[t] = rho * values[t - 1] + random.normal()
    return values


def series(random):
    yield "noise", random.normal(0, 0.3, 40)
    yield "rising", 0.01 * np.arange(60) + random.normal(0, 0.2, 60)
    yield "persistent", 0.2 * autoregressive(random, 120, 0.6) - 0.003 * np.arange(120)
    yield "tied", np.round(random.normal(0, 0.3, 80), 1)
    yield "alternating", random.normal(0, 0.1, 50) + 0.3 * (-1.0) ** np.arange(50)
    yield "long", 0.1 * autoregressive(random, 500, 0.4) + 0.0004 * np.arange(500)
    yield "long and tied", np.round(0.1 * autoregressive(random, 300, 0.4), 1)


def thinned(random, values):
    times = np.flatnonzero(random.random(len(values)) < 0.7)
    return times, np.round(values[times], 6)


def theil_sen(random):
    for name, values in series(random):
        for times, y in ((np.arange(len(values)), np.round(values, 6)), thinned(random, values)):
            result = stats.theilslopes(y, times)
            yield {"name": f"{name}, {len(y)}", "times": times.tolist(), "values": y.tolist(), "slope": result.slope,
                   "low": result.low_slope, "high": result.high_slope}


def hamed_rao_missing(times, y, slope):
    """The test written out for missing values, with masked arrays over the calendar."""
    n, length = len(y), times[-1] - times[0] + 1
    ranks = np.full(length, np.nan)
    ranks[times - times[0]] = stats.rankdata(y - slope * (times - times[0] + 1))
    deviations = ranks - np.nanmean(ranks)
    total = 0.0
    for lag in range(1, length):
        products = deviations[lag:] * deviations[:-lag]
        pairs = np.count_nonzero(~np.isnan(products))
        if pairs:
            share = (length - lag) / length
            correlation = np.nanmean(products) * share / np.nanmean(deviations ** 2)
            if abs(correlation) > stats.norm.ppf(0.975) / np.sqrt(pairs / share):
                total += pairs * max(0, n * share - 1) * max(0, n * share - 2) * correlation
    correction = 1 + 2 * total / (n * (n - 1) * (n - 2))
    score = np.sign(np.subtract.outer(y, y))[np.tril_indices(n, -1)].sum()
    _, counts = np.unique(y, return_counts=True)
    variance = (n * (n - 1) * (2 * n + 5) - (counts * (counts - 1) * (2 * counts + 5)).sum()) / 18 * correction
    z = (score - np.sign(score)) / np.sqrt(variance)
    return int(score), score / (n * (n - 1) / 2), z, 2 * stats.norm.sf(abs(z)), correction


def mann_kendall(random):
    for name, values in series(random):
        y = np.round(values, 6)
        result = pymannkendall.hamed_rao_modification_test(y)
        case = {"name": name, "times": list(range(len(y))), "values": y.tolist(), "slope": result.slope}
        if np.isnan(result.z):
            yield case | {"score": int(result.s), "tau": result.Tau, "z": None, "p": None}
        else:
            # The library takes 1 - cdf, which has lost its digits where p is small.
            p = 2 * stats.norm.sf(abs(result.z))
            assert abs(p - result.p) < 1e-12
            yield case | {"score": int(result.s), "tau": result.Tau, "z": result.z, "p": p}
        times, y = thinned(random, values)
        slope = stats.theilslopes(y, times).slope
        score, tau, z, p, correction = hamed_rao_missing(times, y, slope)
        if correction > 0:
            yield {"name": f"{name}, some missing", "times": times.tolist(), "values": y.tolist(), "slope": slope,
                   "score": score, "tau": tau, "z": z, "p": p}


class Weighted(BaseCost):
    model = "weighted"
    min_size = 1

    def __init__(self, weights):
        self.weights = weights

    def fit(self, signal):
        self.signal = signal.reshape(-1, 1)
        return self

    def error(self, start, end):
        y, w = self.signal[start:end, 0], self.weights[start:end]
        return float((w * (y - np.average(y, weights=w)) ** 2).sum())


def optimum(y, weights, least, penalty):
    """By comparing every segmentation's last segment: what a search that leaves out places must not miss."""
    cost, n = Weighted(weights).fit(y), len(y)
    best, ends = {0: 0.0}, {0: []}
    for end in range(least, n + 1):
        best[end], start = min((best[t] + cost.error(t, end) + penalty, t) for t in best if t <= end - least)
        ends[end] = ends[start] + [end]
    return ends[n][:-1]


def pelt(random):
    for n, least, penalty in ((60, 2, 0.3), (100, 5, 0.5), (150, 7, 0.2), (150, 7, 3.0), (90, 3, 0.15)):
        levels = np.repeat(random.normal(0, 0.5, 5), -(-n // 5))[:n]
        y = np.round(levels + random.normal(0, 0.25, n), 4)
        for weights in (np.ones(n), random.integers(1, 12, n).astype(float)):
            if weights.max() == 1:
                found = ruptures.Pelt(model="l2", jump=1, min_size=least).fit(y).predict(penalty)[:-1]
            else:
                cost = Weighted(weights)
                penalty = penalty * weights.mean()
                found = ruptures.Pelt(custom_cost=cost, jump=1, min_size=least).fit(y).predict(penalty)[:-1]
            assert found == optimum(y, weights, least, penalty), (n, least, penalty)
            yield {"values": y.tolist(), "weights": weights.tolist(), "least": least, "penalty": penalty,
                   "breaks": [int(b) for b in found]}


def main():
    random = np.random.default_rng(20220224)
    for make in (theil_sen, mann_kendall, pelt):
        cases = [c for c in make(random)]
        (TARGET / f"{make.__name__}.json").write_text(json.dumps(cases, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
