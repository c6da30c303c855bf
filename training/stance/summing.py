"""Ways to sum an article's mentions up, compared in the same folds; see `articles`."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import RepeatedStratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from .card import table

FOLDS, REPEATS, RESAMPLES, SEED = 5, 10, 2000, 20091
SHIPPED_BAND = 0.2
LEAD = 3
CLASSES = numpy.array([-1, 0, 1])

Weighted = list[tuple[dict, float]]


def author(mentions: list[dict]) -> Weighted:
    return [(m, 1.0) for m in mentions if m["voice"] == "author"]


def fallback(mentions: list[dict]) -> Weighted:
    return author(mentions) or both(mentions)


def both(mentions: list[dict]) -> Weighted:
    return [(m, 1.0) for m in mentions]


def less_reported(mentions: list[dict]) -> Weighted:
    return [(m, 1.0 if m["voice"] == "author" else 0.3) for m in mentions]


VOICES = {"author": author, "author, else reported": fallback, "both": both, "both, reported at 0.3": less_reported}


def probabilities(mention: dict) -> numpy.ndarray:
    return numpy.array([mention[f"p_{side}"] for side in ("unfavourable", "neutral", "favourable")])


def score(mention: dict) -> float:
    return mention["score"]


def log_odds(mention: dict) -> float:
    unfavourable, _, favourable = numpy.maximum(probabilities(mention), 1e-3)
    return float(numpy.log(favourable / unfavourable))


def side(mention: dict) -> float:
    return float(CLASSES[probabilities(mention).argmax()])


def equal(mention: dict) -> float:
    return 1.0


def length(mention: dict) -> float:
    return mention["sentence_end"] - mention["sentence_begin"]


def place(mention: dict) -> int:
    return 0 if mention["field"] == "title" else 1 + mention["sentence_index"]


def lead(mention: dict) -> float:
    return 2.0 if place(mention) <= LEAD else 1.0


def earlier(mention: dict) -> float:
    return 1 / numpy.sqrt(1 + place(mention))


def mean(value: Callable, weight: Callable = equal, neutrals: float = 0) -> Callable[[Weighted], float]:
    """A weighted mean; `neutrals` mentions of score 0 added to it draw few mentions toward 0."""

    def of(mentions: Weighted) -> float:
        weights = [w * weight(m) for m, w in mentions]
        return sum(w * value(m) for w, (m, _) in zip(weights, mentions)) / (sum(weights) + neutrals) if mentions else 0.0

    return of


def total(value: Callable) -> Callable[[Weighted], float]:
    return lambda mentions: sum(w * value(m) for m, w in mentions)


def extreme(mentions: Weighted) -> float:
    return max((w * score(m) for m, w in mentions), key=abs, default=0.0)


def largest_mean(mentions: Weighted) -> float:
    """The class whose mean probability is largest."""
    return float(CLASSES[sum(w * probabilities(m) for m, w in mentions).argmax()]) if mentions else 0.0


def largest_product(mentions: Weighted) -> float:
    """The class whose mean log-probability is largest."""
    logs = [w * numpy.log(numpy.maximum(probabilities(m), 1e-3)) for m, w in mentions]
    return float(CLASSES[sum(logs).argmax()]) if mentions else 0.0


SUMS = {
    "mean": mean(score),
    "mean by sentence length": mean(score, length),
    f"mean, title and first {LEAD} sentences double": mean(score, lead),
    "mean, weight 1/√place": mean(score, earlier),
    "mean with one neutral mention more": mean(score, neutrals=1),
    "sum": total(score),
    "mean of log-odds": mean(log_odds),
    "sum of log-odds": total(log_odds),
    "favourable less unfavourable share": mean(side),
    "most extreme mention": extreme,
}
LARGEST = {"class of the largest mean probability": largest_mean, "class of the largest product": largest_product}


def two_means(mentions: list[dict]) -> list[float]:
    reported = [(m, 1.0) for m in mentions if m["voice"] == "reported"]
    return [mean(score)(author(mentions)), mean(score)(reported)]


def ten(mentions: list[dict]) -> list[float]:
    every = both(mentions)
    scores = [score(m) for m in mentions] or [0.0]
    sides = [side(m) for m in mentions] or [0.0]
    head = [(m, 1.0) for m in mentions if place(m) == 0]
    first = [(m, 1.0) for m in mentions if place(m) <= LEAD]
    return [
        *two_means(mentions), mean(score)(every), mean(score)(head), mean(score)(first), max(scores), min(scores),
        sides.count(1) / len(sides), sides.count(-1) / len(sides), float(numpy.log1p(len(mentions))),
    ]


LEARNED = {"logistic regression, author's and reported mean": two_means, "logistic regression, ten figures": ten}


def f1(counts: numpy.ndarray) -> numpy.ndarray:
    """F1-macro of confusion counts [..., label, answer]."""
    hits = numpy.diagonal(counts, axis1=-2, axis2=-1)
    of = counts.sum(-1) + counts.sum(-2)
    return 100 * (2 * hits / numpy.maximum(of, 1)).mean(-1)


def split(x: numpy.ndarray, low: float, high: float) -> numpy.ndarray:
    return numpy.where(x > high, 1, numpy.where(x < low, -1, 0))


def best(x: numpy.ndarray, y: numpy.ndarray, pairs: list[tuple[float, float]]) -> tuple[float, float]:
    def counts(low: float, high: float) -> numpy.ndarray:
        return numpy.bincount(3 * (y + 1) + split(x, low, high) + 1, minlength=9).reshape(3, 3)

    return pairs[int(f1(numpy.array([counts(*pair) for pair in pairs])).argmax())]


def grid(x: numpy.ndarray, steps: int) -> numpy.ndarray:
    return numpy.unique(numpy.quantile(x, numpy.linspace(0, 0.98, steps))) if len(x) else numpy.zeros(1)


def bounds(x: numpy.ndarray, y: numpy.ndarray, decision: str) -> tuple[float, float]:
    if decision == "one band":
        return best(x, y, [(-t, t) for t in grid(abs(x), 50)])
    return best(x, y, [(low, high) for low in -grid(-x[x < 0], 20) for high in grid(x[x > 0], 20)])


def shipped(x: numpy.ndarray, y: numpy.ndarray) -> Callable:
    return lambda new: split(new, -SHIPPED_BAND, SHIPPED_BAND)


def band(x: numpy.ndarray, y: numpy.ndarray) -> Callable:
    low, high = bounds(x, y, "one band")
    return lambda new: split(new, low, high)


def two(x: numpy.ndarray, y: numpy.ndarray) -> Callable:
    low, high = bounds(x, y, "two bounds")
    return lambda new: split(new, low, high)


def as_it_is(x: numpy.ndarray, y: numpy.ndarray) -> Callable:
    return lambda new: new.astype(int)


def logistic(balanced: bool) -> Callable:
    def fit(x: numpy.ndarray, y: numpy.ndarray) -> Callable:
        model = LogisticRegression(class_weight="balanced" if balanced else None, max_iter=1000)
        return make_pipeline(StandardScaler(), model).fit(x, y).predict

    return fit


@dataclass(frozen=True)
class Method:
    """From mentions to a figure or several (`sum`), and from labelled figures to a rule that decides (`fit`)."""

    sum: Callable
    fit: Callable

    def figures(self, cases: list) -> numpy.ndarray:
        return numpy.array([self.sum(case.mentions) for case in cases])


DECISIONS = {f"±{SHIPPED_BAND}": shipped, "one band": band, "two bounds": two}
SHIPPED = ("mean", f"±{SHIPPED_BAND}", "author, else reported")
BOUNDS = ("mean", "two bounds", "author, else reported")
TUNED = ("one band", "two bounds")


def methods() -> dict[tuple[str, str, str], Method]:
    """By sum, decision and voices."""
    kinds = [(name, sum_of, "one band", band) for name, sum_of in SUMS.items()]
    kinds += [("mean", SUMS["mean"], decision, fit) for decision, fit in DECISIONS.items()]
    kinds += [(name, sum_of, "", as_it_is) for name, sum_of in LARGEST.items()]
    found = {
        (name, decision, voices): Method(lambda ms, s=sum_of, c=choose: s(c(ms)), fit)
        for name, sum_of, decision, fit in kinds
        for voices, choose in VOICES.items()
    }
    for name, features in LEARNED.items():
        for decision, balanced in {"classes as they are": False, "classes balanced": True}.items():
            found[name, decision, ""] = Method(features, logistic(balanced))
    return found


def labels(cases: list) -> numpy.ndarray:
    return numpy.array([case.label for case in cases])


def answers(method: Method, cases: list) -> numpy.ndarray:
    """Answers to each case by rules fitted without it: a row for each repeat, the same folds for every method."""
    x, y = method.figures(cases), labels(cases)
    given = numpy.zeros((REPEATS, len(y)), dtype=int)
    folds = RepeatedStratifiedKFold(n_splits=FOLDS, n_repeats=REPEATS, random_state=SEED)
    for i, (train, test) in enumerate(folds.split(x, y)):
        given[i // FOLDS, test] = method.fit(x[train], y[train])(x[test])
    return given


class Resamples:
    """Articles drawn with replacement, the same draws for every method."""

    def __init__(self, y: numpy.ndarray):
        self.y = y
        drawn = numpy.random.default_rng(SEED).multinomial(len(y), numpy.full(len(y), 1 / len(y)), RESAMPLES)
        self.weights = numpy.vstack([numpy.ones(len(y)), drawn])

    def f1(self, given: numpy.ndarray) -> numpy.ndarray:
        """F1-macro, its mean over the repeats: first of all articles, then of each resample."""
        cells = [numpy.eye(9)[3 * (self.y + 1) + row + 1] for row in numpy.atleast_2d(given)]
        return numpy.mean([f1((self.weights @ cell).reshape(-1, 3, 3)) for cell in cells], axis=0)


def interval(values: numpy.ndarray, sign: str = "") -> str:
    low, high = numpy.quantile(values[1:], [0.025, 0.975])
    return f"{values[0]:{sign}.1f} ({low:{sign}.1f} to {high:{sign}.1f})"


@dataclass(frozen=True)
class Compared:
    """What the methods give on one set of cases: F1-macro of all, then of each resample."""

    cases: list
    f1: dict[tuple[str, str, str], numpy.ndarray]

    @classmethod
    def of(cls, cases: list) -> "Compared":
        resamples = Resamples(labels(cases))
        return cls(cases, {key: resamples.f1(answers(method, cases)) for key, method in methods().items()})

    def gain(self, key: tuple) -> numpy.ndarray:
        return self.f1[key] - self.f1[SHIPPED]

    def simultaneous(self) -> float:
        """How many standard errors the largest of all gains exceeds its true value by, by chance, in one resample of twenty."""
        gains = numpy.array([self.gain(key) for key in self.f1 if key != SHIPPED])
        moved = (gains[:, 1:] - gains[:, :1]) / numpy.maximum(gains[:, 1:].std(1), 1e-9)[:, None]
        return float(numpy.quantile(moved.max(0), 0.95))

    def better(self) -> list[tuple]:
        """Methods that gain more than the best of so many would by chance."""
        chance = self.simultaneous()
        return [key for key in self.f1 if self.gain(key)[0] > chance * self.gain(key)[1:].std() > 0]

    def cell(self, key: tuple, better: list[tuple]) -> str:
        text = interval(self.f1[key])
        if key != SHIPPED:
            text += "<br>" + interval(self.gain(key), "+")
        return f"**{text}**" if key in better else text

    def matrix(self) -> str:
        better = self.better()
        rows = []
        for name, decision in dict.fromkeys(key[:2] for key in self.f1 if key[2]):
            label = f"{name}, {decision}" if decision else name
            rows.append([label, *(self.cell((name, decision, voices), better) for voices in VOICES)])
        return table(["sum and decision", *VOICES], rows)

    def learned(self) -> str:
        better = self.better()
        return table(
            ["learned", "F1-macro, gain"], [[", ".join(key[:2]), self.cell(key, better)] for key in self.f1 if not key[2]]
        )

    def confusion(self) -> str:
        method = methods()[SHIPPED]
        given = method.fit(None, None)(method.figures(self.cases))
        rows = [[label, *(int(((labels(self.cases) == label) & (given == g)).sum()) for g in CLASSES)] for label in CLASSES]
        return table(["label \\ answer", *map(str, CLASSES)], rows)


def carried(one: Compared, other: Compared) -> list[list]:
    """Bounds of the mean that are best on all cases of one set, and what they give on the other."""
    y = labels(other.cases)
    resamples = Resamples(y)
    rows = []
    for decision in TUNED:
        for voices in VOICES:
            method = methods()["mean", decision, voices]
            low, high = bounds(method.figures(one.cases), labels(one.cases), decision)
            there = resamples.f1(split(method.figures(other.cases), low, high))
            rows.append([voices, f"{low:+.2f}, {high:+.2f}", interval(there), interval(there - other.f1[SHIPPED], "+")])
    return rows


def cases_table(sets: dict[str, Compared]) -> str:
    rows = []
    for name, compared in sets.items():
        mentions = [case.mentions for case in compared.cases]
        y = labels(compared.cases)
        rows.append([
            name, len(y), *((y == label).sum() for label in CLASSES), sum(map(len, mentions)),
            sum(m["voice"] == "reported" for ms in mentions for m in ms),
            sum(bool(ms) and not author(ms) for ms in mentions), sum(not ms for ms in mentions),
        ])
    head = ["set", "articles and targets", "-1", "0", "1", "mentions", "reported", "none in the author's voice", "no mention"]
    return table(head, rows)


def disagreeing(cases: list) -> int:
    """Answers of the job that the shipped method does not give from the same mentions: none, unless one of the two is wrong."""
    method = methods()[SHIPPED]
    return int((method.fit(None, None)(method.figures(cases)) != numpy.array([case.given for case in cases])).sum())


def named(keys: list[tuple]) -> str:
    return "; ".join(", ".join(filter(None, key)) for key in keys)


def found(compared: Compared) -> str:
    better = compared.better()
    return f"Better beyond chance: {named(better)}." if better else "No way is better beyond chance."


def verdict(sets: list[Compared]) -> str:
    both = [key for key in sets[0].better() if key in sets[1].better()]
    return (
        f"Better beyond chance on both sets: {named(both)}." if both
        else "No way of summing up is better beyond chance on both sets, so the plain mean and the band of ±0.2 stay."
    )


def report(template: str, model: str, sets: dict[str, list]) -> str:
    compared = {name: Compared.of(cases) for name, cases in sets.items()}
    persent, sample = compared.values()
    head = ["voices", "bounds", "F1-macro there", "gain there"]
    return template.format(
        model=model,
        sets=cases_table(compared),
        folds=FOLDS, repeats=REPEATS, resamples=RESAMPLES, methods=len(persent.f1) - 1,
        persent_shipped=interval(persent.f1[SHIPPED]),
        sample_shipped=interval(sample.f1[SHIPPED]),
        persent_chance=f"{persent.simultaneous():.1f}",
        sample_chance=f"{sample.simultaneous():.1f}",
        persent=persent.matrix(), persent_learned=persent.learned(), persent_confusion=persent.confusion(),
        sample=sample.matrix(), sample_learned=sample.learned(), sample_confusion=sample.confusion(),
        to_sample=table(head, carried(persent, sample)),
        to_persent=table(head, carried(sample, persent)),
        persent_better=found(persent), sample_better=found(sample), verdict=verdict([persent, sample]),
        persent_bounds=interval(persent.gain(BOUNDS), "+"), sample_bounds=interval(sample.gain(BOUNDS), "+"),
        disagreeing=sum(disagreeing(cases) for cases in sets.values()),
    )
