"""Reference values for changes and contrasts: scipy, cliffs-delta, and pandas where no library does it.

Writes src/test/resources/statistics/contrasts.json. Run from the repository root:
    pip install -r src/test/reference/requirements.txt && python src/test/reference/contrasts.py
"""

import itertools
import json
import math
from pathlib import Path

import numpy as np
import pandas as pd
from cliffs_delta import cliffs_delta
from scipy import stats

TARGET = Path("src/test/resources/statistics/contrasts.json")


def das_gupta(before, after):
    """Effects as averages over all orders in which the factors change (Das Gupta 1993); Java uses the closed form."""
    keys = ["unit", "kind"]
    frame = before.merge(after, on=keys, how="outer", suffixes=("0", "1")).fillna({"weight0": 0, "weight1": 0})
    # Where one time has no mean, it is that of the other.
    frame["mean0"], frame["mean1"] = frame.mean0.fillna(frame.mean1), frame.mean1.fillna(frame.mean0)
    factors = {}
    for time in "01":
        unit = frame.groupby("unit")["weight" + time].transform("sum")
        factors["share", time] = unit / frame["weight" + time].sum()
        factors["kind", time] = (frame["weight" + time] / unit).where(unit > 0)
        factors["mean", time] = frame["mean" + time]
    factors["kind", "0"] = factors["kind", "0"].fillna(factors["kind", "1"])
    factors["kind", "1"] = factors["kind", "1"].fillna(factors["kind", "0"])

    def rate(times):
        return (factors["share", times["share"]] * factors["kind", times["kind"]] * factors["mean", times["mean"]]).sum()

    effects = dict.fromkeys(("share", "kind", "mean"), 0.0)
    for order in itertools.permutations(effects):
        times = dict.fromkeys(effects, "0")
        for factor in order:
            old = rate(times)
            times[factor] = "1"
            effects[factor] += (rate(times) - old) / math.factorial(len(effects))
    means = [rate(dict.fromkeys(effects, time)) for time in "01"]
    once = (frame.groupby("unit")[["weight0", "weight1"]].transform("sum") == 0).any(axis=1)
    level = (factors["kind", "0"] * factors["mean", "0"]).where(once, 0).groupby(frame.unit).sum()
    moved = (factors["share", "1"] - factors["share", "0"]).where(once, 0).groupby(frame.unit).first()
    turnover = (moved * (level - sum(means) / 2))[once.groupby(frame.unit).any()].sum()
    return {"before_mean": means[0], "after_mean": means[1], "within": effects["mean"], "units": effects["share"],
            "kinds": effects["kind"], "turnover": turnover}


def cells(random, units, kinds, presence):
    rows = [(f"u{u}", k, round(float(random.gamma(1.0, 5.0)) + 0.01, 4), round(float(random.uniform(-1, 1)), 4))
            for u in range(units) for k in kinds if random.random() < presence]
    return pd.DataFrame(rows or [("u0", kinds[0], 1.0, 0.5)], columns=["unit", "kind", "weight", "mean"])


def decompositions(random):
    for name, units, kinds, presence in (("one outlet", 1, ["author", "reported"], 1.0), ("one voice", 6, ["author"], 1.0),
                                         ("all stay", 5, ["author", "reported"], 1.0),
                                         ("come and go", 8, ["author", "reported"], 0.6),
                                         ("many", 60, ["author", "reported"], 0.8), ("nobody stays", 4, ["author"], 1.0)):
        before, after = cells(random, units, kinds, presence), cells(random, units, kinds, presence)
        if name == "nobody stays":
            after.unit = "new " + after.unit
        yield {"name": name, "before": before.values.tolist(), "after": after.values.tolist(), **das_gupta(before, after)}


def delta_with_interval(a, b):
    """From the dominance matrix; interval after Feng and Cliff 2004, as in R's effsize."""
    matrix = np.sign(a[:, None] - b[None, :])
    delta, (m, n) = matrix.mean(), matrix.shape
    rows = ((matrix.mean(axis=1) - delta) ** 2).sum() / (m - 1)
    columns = ((matrix.mean(axis=0) - delta) ** 2).sum() / (n - 1)
    every = ((matrix - delta) ** 2).sum() / ((m - 1) * (n - 1))
    if abs(delta) == 1:
        # The variance is 0: the smaller group's values as so many independent trials without a failure (Clopper and Pearson).
        low = 2 * stats.beta.ppf(0.025, min(m, n), 1) - 1
        return (delta, low, 1.0) if delta > 0 else (delta, -1.0, -low)
    variance = ((n - 1) * rows + (m - 1) * columns + every) / (m * n)
    z = stats.norm.ppf(0.975)
    reach = z * math.sqrt(variance) * math.sqrt((1 - delta**2) ** 2 + z**2 * variance)
    below = 1 - delta**2 + z**2 * variance
    return delta, (delta - delta**3 - reach) / below, (delta - delta**3 + reach) / below


def deltas(random):
    for name, m, n, shift in (("alike", 40, 60, 0), ("shifted", 15, 25, 8), ("few", 3, 4, 2), ("apart", 12, 9, 7)):
        a = np.clip(np.round(random.normal(10 + shift, 6, m)), 0, 60).astype(int)
        b = np.clip(np.round(random.normal(10, 4, n)), 0, 60).astype(int)
        value, low, high = delta_with_interval(a, b)
        assert abs(value - cliffs_delta(a.tolist(), b.tolist())[0]) < 1e-12
        yield {"name": name, "a": a.tolist(), "b": b.tolist(), "delta": value, "low": max(-1, low), "high": min(1, high)}


def welch_size(x, y, axis):
    return np.abs(stats.ttest_ind(x, y, equal_var=False, axis=axis).statistic)


def tests(random):
    for name, m, n, shift, spread in (("alike", 20, 30, 0.0, 1.0), ("shifted", 25, 15, 0.25, 1.0), ("clear", 30, 30, 0.6, 1.0),
                                      ("unequal spread", 60, 12, 0.3, 3.0), ("few", 4, 5, 0.4, 1.0)):
        a = np.round(random.normal(0.1 + shift, 0.4, m), 4)
        b = np.round(random.normal(0.1, 0.4 * spread, n), 4)
        exact = stats.permutation_test((a, b), welch_size, permutation_type="independent", alternative="greater",
                                       vectorized=True, n_resamples=200_000, batch=2_000, rng=1)
        interval = stats.ttest_ind(a, b, equal_var=False).confidence_interval(0.95)
        yield {"name": name, "a": a.tolist(), "b": b.tolist(), "p": float(exact.pvalue),
               "low": float(interval.low), "high": float(interval.high)}


def sign_flips(random):
    for name, n, shift in (("few", 5, 0.3), ("exact", 9, 0.15), ("many", 40, 0.05), ("clear", 60, 0.2)):
        d = np.round(random.normal(shift, 0.3, n), 4)
        test = stats.permutation_test((d,), lambda x, axis: np.abs(x.sum(axis=axis)), permutation_type="samples",
                                      alternative="greater", vectorized=True, n_resamples=200_000, batch=20_000, rng=2)
        interval = stats.ttest_1samp(d, 0).confidence_interval(0.95)
        yield {"name": name, "differences": d.tolist(), "exact": n <= 9, "p": float(test.pvalue),
               "low": float(interval.low), "high": float(interval.high)}


def main():
    random = np.random.default_rng(1955)
    p = np.round(np.concatenate([random.uniform(0, 1, 40), random.beta(0.3, 20, 20)]), 3)
    TARGET.write_text(json.dumps({
        "decompositions": list(decompositions(random)), "deltas": list(deltas(random)), "tests": list(tests(random)),
        "sign_flips": list(sign_flips(random)), "p": p.tolist(), "q": stats.false_discovery_control(p).tolist()}, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
