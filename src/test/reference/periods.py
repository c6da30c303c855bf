"""Reference values for the estimates of stance_by_period, by other implementations than the Java code.

Means and shares are fitted with statsmodels, once for all data and once without each cluster; corrected shares are those of
QuaPy, corrected means those of ppi-python. Writes src/test/resources/statistics/periods.json and student_t.json. Run from the
repository root:
    pip install -r src/test/reference/requirements.txt && python src/test/reference/periods.py
"""

import json
from pathlib import Path

import numpy as np
import statsmodels.api as sm
from ppi_py import ppi_mean_pointestimate
from quapy.method.aggregative import ACC, EMQ
from scipy import stats

TARGET = Path("src/test/resources/statistics")


def fitted_mean(values, weights=None):
    ones = np.ones(len(values))
    return sm.WLS(values, ones, weights=ones if weights is None else weights).fit().params[0]


def degrees(weights, clusters):
    """Bell and McCaffrey's degrees of freedom of a weighted mean, from their matrices: identity errors, CR2 adjustment."""
    total = weights.sum()
    root = np.sqrt(weights)
    hat = np.outer(root, root) / total
    rest = np.eye(len(weights)) - hat
    columns = []
    for g in np.unique(clusters):
        own = clusters == g
        values, vectors = np.linalg.eigh(rest[np.ix_(own, own)])
        inverse_root = vectors @ np.diag([v ** -0.5 if v > 1e-10 else 0 for v in values]) @ vectors.T
        columns.append(rest[:, own] @ inverse_root @ root[own] / total)
    products = np.array(columns) @ np.array(columns).T
    return np.trace(products) ** 2 / (products ** 2).sum()


def leave_out(estimate, clusters):
    """Jackknife variance: estimate is a function of the rows to keep."""
    whole = estimate(np.ones(len(clusters), bool))
    without = np.array([estimate(clusters != g) for g in np.unique(clusters)])
    n = len(without)
    return (n - 1) / n * ((without - whole) ** 2).sum(axis=0)


def within(values, weights, entries):
    """Clustered variance without small-sample factors, by the articles that share story and outlet."""
    fit = sm.WLS(values, np.ones(len(values)), weights=weights).fit(
        cov_type="cluster", cov_kwds={"groups": entries, "use_correction": False})
    return float(fit.cov_params()[0, 0])


def combine(story, outlet, both):
    return np.maximum(np.maximum(story, outlet), story + outlet - both)


def entries(random, stories, outlets):
    """Stories with copies over outlets; each entry is what a story says in an outlet."""
    lean = random.normal(0, 0.2, outlets)
    result = []
    for s in range(stories):
        tone = random.normal(0, 0.35)
        places = random.choice(outlets, size=min(outlets, random.geometric(0.5)), replace=False)
        for o in places:
            articles = []
            for _ in range(1 + (random.random() < 0.2)):
                mentions = []
                for _ in range(random.integers(1, 4)):
                    z = np.array([-tone - lean[o], 0.3, tone + lean[o]]) * 2 + random.normal(0, 0.8, 3)
                    p = np.exp(z) / np.exp(z).sum()
                    code = np.round(255 * p[[0, 2]]).astype(int)
                    labelled = bool(random.random() < 0.5)
                    mentions.append({
                        "code": code.tolist(), "given": int(p.argmax()),
                        "label": int(random.choice(3, p=p)) - 1 if labelled else None,
                        "chance": round(float(random.uniform(0.2, 0.9)), 3)})
                articles.append(mentions)
            result.append({"story": s, "outlet": int(o), "articles": articles})
    return result


def score(mention):
    return (mention["code"][1] - mention["code"][0]) / 255


def sample_case(random, name, stories, outlets):
    sample = entries(random, stories, outlets)
    story, outlet, entry, scores = [], [], [], []
    m_story, m_outlet, m_entry, given, posteriors = [], [], [], [], []
    l_story, l_outlet, truth, predicted, weight = [], [], [], [], []
    for i, e in enumerate(sample):
        for mentions in e["articles"]:
            story.append(e["story"]), outlet.append(e["outlet"]), entry.append(i)
            scores.append(np.mean([score(m) for m in mentions]))
            for m in mentions:
                m_story.append(e["story"]), m_outlet.append(e["outlet"]), m_entry.append(i), given.append(m["given"])
                p = np.maximum([m["code"][0] / 255, 0, m["code"][1] / 255], 1e-3)
                p[1] = max(1 - p[0] - p[2], 1e-3)
                posteriors.append(p / p.sum())
                if m["label"] is not None:
                    l_story.append(e["story"]), l_outlet.append(e["outlet"]), truth.append(m["label"])
                    predicted.append(score(m)), weight.append(1 / (len(mentions) * m["chance"]))
    story, outlet, entry, scores = map(np.array, (story, outlet, entry, scores))
    m_story, m_outlet, m_entry, given = map(np.array, (m_story, m_outlet, m_entry, given))
    l_story, l_outlet, truth, predicted, weight = map(np.array, (l_story, l_outlet, truth, predicted, weight))
    posteriors = np.array(posteriors)
    ones, m_ones = np.ones(len(scores)), np.ones(len(given))

    by_story = leave_out(lambda keep: fitted_mean(scores[keep]), story)
    by_outlet = leave_out(lambda keep: fitted_mean(scores[keep]), outlet)
    both = within(scores, ones, entry)
    freedom = [degrees(ones, story), degrees(ones, outlet)]
    variance, least = combine(by_story, by_outlet, both), min(freedom)
    mean = fitted_mean(scores)
    reach = stats.t.ppf(0.975, freedom[0]) * np.sqrt(by_story)
    detectable = (stats.t.ppf(0.975, freedom[0]) + stats.t.ppf(0.8, freedom[0])) * np.sqrt(2 * by_story)

    shares = np.bincount(given, minlength=3) / len(given)
    share_variance = [combine(*(leave_out(lambda keep, c=c: fitted_mean((given == c).astype(float)[keep]), g)
                                for g in (m_story, m_outlet)),
                              within((given == c).astype(float), m_ones, m_entry)) for c in range(3)]

    counts = np.array([[70, 20, 10], [12, 80, 8], [9, 21, 60]])
    rates = (counts / counts.sum(axis=1, keepdims=True)).T

    def adjusted(shares, rates=rates):
        return ACC.solve_adjustment(rates, shares, method="inversion", solver="exact-raise")

    def counted(keep):
        return np.bincount(given[keep], minlength=3) / keep.sum()

    adjusted_by_story = leave_out(lambda keep: adjusted(counted(keep)), m_story)
    solved = adjusted(shares)
    projected = np.array(simplex(solved))
    smoothed = (counts + 0.5) / (counts.sum(axis=1, keepdims=True) + 1.5)
    drawn = [np.stack([random.multinomial(counts[t].sum(), smoothed[t]) / counts[t].sum() for t in range(3)]).T
             for _ in range(20_000)]
    expected = np.linalg.inv(rates)
    # First order in the rates, as the delta method has it: the inverse stays, the rates move.
    moved = np.array([expected @ ((d - smoothed.T) @ projected) for d in drawn])

    prior = np.array([0.3, 0.4, 0.3])
    EMQ.MAX_ITER = 1_000_000
    em = EMQ.EM(prior, posteriors, epsilon=1e-14)[0]

    def shifted(keep):
        return EMQ.EM(prior, posteriors[keep], epsilon=1e-12)[0]

    slope = sm.WLS(truth, sm.add_constant(predicted), weights=weight).fit().params[1]
    slope = float(np.clip(slope, 0, 1))

    def powered(keep, l_keep):
        return float(np.squeeze(ppi_mean_pointestimate(
            truth[l_keep], predicted[l_keep], scores[keep], lam=slope, w=weight[l_keep])))

    def powered_variance(groups, l_groups):
        return leave_out_two(powered, groups, l_groups)

    return {
        "name": name, "entries": sample, "mean": mean, "variance_by_story": by_story, "variance_by_outlet": by_outlet,
        "variance_within": both, "degrees": freedom, "variance": variance, "least_degrees": least,
        "low": mean - reach, "high": mean + reach, "detectable": detectable,
        "shares": shares.tolist(), "share_variance": share_variance,
        "counts": counts.tolist(), "adjusted": projected.tolist(),
        "adjusted_variance_by_story": adjusted_by_story.tolist(), "rates_variance": moved.var(axis=0).tolist(),
        "prior": prior.tolist(), "em": em.tolist(), "em_variance_by_story": leave_out(shifted, m_story).tolist(),
        "posteriors": posteriors.tolist(),
        "slope": slope, "powered": powered(np.ones(len(scores), bool), np.ones(len(truth), bool)),
        "powered_variance_by_story": powered_variance(story, l_story),
        "labels": {"truth": truth.tolist(), "score": predicted.tolist(), "weight": weight.tolist()},
    }


def leave_out_two(estimate, groups, l_groups):
    whole = estimate(groups >= 0, l_groups >= 0)
    without = np.array([estimate(groups != g, l_groups != g) for g in np.unique(groups)])
    n = len(without)
    return float((n - 1) / n * ((without - whole) ** 2).sum())


def simplex(v):
    from quapy.functional import projection_simplex_sort
    return projection_simplex_sort(np.array(v)).tolist()


def student():
    for freedom in (1, 1.37, 2, 2.9, 5, 11.5, 40, 333.3, 1e5):
        for level in (0.8, 0.975):
            yield {"degrees": freedom, "level": level, "quantile": float(stats.t.ppf(level, freedom))}


def main():
    random = np.random.default_rng(20220224)
    cases = [sample_case(random, f"{s} stories in {o} outlets", s, o) for s, o in ((6, 3), (25, 6), (80, 9))]
    for name, values in (("periods", cases), ("student_t", list(student()))):
        (TARGET / f"{name}.json").write_text(json.dumps(values, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
