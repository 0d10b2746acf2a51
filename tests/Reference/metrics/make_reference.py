"""Makes the reference data of the metrics: CSV files of predictions and expected.json.

Needs NumPy and scikit-learn (the versions used are written to expected.json). Run it in this directory:

    python3 make_reference.py

Each case of expected.json names a file, the rows of it, whether weights are used and whether the column `count` says how often
each row counts. The cases under `large` have 100 000 rows that random_numbers makes, in the tests as here. Rows that count are repeated before scikit-learn sees them. Null stands for a metric that is not defined: scikit-learn
raises an error or gives NaN, or, for pr_auc without positive rows, gives 0 with a warning. scikit-learn has no ECE, no multiclass Brier
score and, in this version, no multiclass average precision: the functions below compute them from their definitions.
"""

import csv
import json
import math
import warnings

import numpy as np
import sklearn
from sklearn import metrics as sk
from sklearn.metrics._ranking import _ndcg_sample_scores
from sklearn.preprocessing import label_binarize

warnings.simplefilter("ignore")


def number(value):
    """Shortest text that gives the same double again."""
    return repr(float(value)) if float(value) != int(value) else str(int(value))


def write(name, columns):
    rows = zip(*columns.values())
    with open(f"{name}.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns.keys())
        writer.writerows([value if isinstance(value, str) else number(value) for value in row] for row in rows)


def counts(rng, n):
    return np.bincount(rng.integers(0, n, n), minlength=n)


def make_binary(rng):
    n = 240
    label = (rng.random(n) < 0.35).astype(float)
    score = 1 / (1 + np.exp(-(rng.normal(size=n) + 1.6 * label - 1.2)))
    probability = np.where(np.arange(n) % 2 == 0, np.round(score, 1), score)
    probability[:6] = [0, 1, 0.3, 0.6, 0.7, 0.1]
    label[:6] = [1, 0, 0, 1, 1, 0]
    part = ["late" if row % 5 == 0 else "early" for row in range(n)]
    write("binary", {
        "label": label, "prediction": (probability >= 0.5).astype(float), "probability": probability,
        "weight": np.round(rng.gamma(2, 1, n) + 0.05, 3), "count": counts(rng, n), "part": part})


def make_multiclass(rng):
    n, k = 200, 4
    label = rng.choice(k, n, p=[0.45, 0.3, 0.15, 0.1])
    raw = rng.normal(size=(n, k)) + 1.5 * np.eye(k)[label]
    p = np.exp(raw) / np.exp(raw).sum(axis=1, keepdims=True)
    p = np.round(p, 2)
    p[:, 3] = 1 - p[:, :3].sum(axis=1)
    p = np.clip(np.round(p, 2), 0, 1)
    prediction = p.argmax(axis=1)
    part = np.where((label == 3) | (rng.random(n) < 0.5), "mixed", "three")
    prediction[(part == "three") & (prediction == 3)] = 0
    columns = {"label": label, "prediction": prediction}
    columns.update({f"p{code}": p[:, code] for code in range(k)})
    columns.update({"weight": np.round(rng.gamma(2, 1, n) + 0.05, 3), "count": counts(rng, n), "part": part.tolist()})
    write("multiclass", columns)


def make_regression(rng):
    n = 150
    label = np.round(rng.normal(20, 12, n), 3)
    prediction = np.round(label + rng.standard_t(3, n) * 4, 3)
    label[:4] = [0, 0, -3.5, 7]
    prediction[:4] = [0, 1e-3, -3.5, 7]
    write("regression", {
        "label": label, "prediction": prediction, "weight": np.round(rng.gamma(2, 1, n) + 0.05, 3), "count": counts(rng, n),
        "part": ["big" if value > 20 else "small" for value in label]})


def make_ranking(rng):
    query, label, prediction, weight, count, part = [], [], [], [], [], []
    for code, size in enumerate([12, 7, 5, 1, 9, 3, 15, 2, 6, 1, 11, 4]):
        relevance = rng.integers(0, 4, size) if code not in (4, 9) else np.zeros(size)
        if code == 3:
            relevance = np.array([2])
        score = relevance + rng.normal(0, 1.5, size)
        query += [code] * size
        label += relevance.tolist()
        prediction += (np.round(score) if code % 3 == 0 else score).tolist()
        weight += [round(float(rng.gamma(2, 1)) + 0.05, 3)] * size
        count += [code % 3] * size
        part += ["odd" if code % 2 else "even"] * size
    order = rng.permutation(len(query))
    columns = {"query": query, "label": label, "prediction": prediction, "weight": weight, "count": count, "part": part}
    write("ranking", {name: [values[row] for row in order] for name, values in columns.items()})


def make_degenerate():
    def binary(name, label, prediction, probability, weight):
        n = len(label)
        write(name, {"label": label, "prediction": prediction, "probability": probability, "weight": weight,
                     "count": [(row + 1) % 3 for row in range(n)], "part": ["all"] * n})

    binary("binary-negative", [0, 0, 0, 0], [0, 0, 0, 0], [0.1, 0.2, 0.2, 0.4], [1, 2, 0.5, 0.1])
    binary("binary-positive", [1, 1, 1, 1], [1, 0, 1, 1], [0.9, 0.2, 0.7, 1], [1, 2, 0.5, 0.1])
    binary("binary-constant", [0, 1, 0, 1, 0], [0, 0, 0, 0, 0], [0.25] * 5, [0.1, 0.2, 0.3, 0.7, 0.1])
    binary("binary-perfect", [0, 1, 0, 1, 1], [0, 1, 0, 1, 1], [0, 1, 0, 1, 1], [0.1, 0.2, 0.3, 0.7, 0.1])
    binary("binary-inverse", [0, 1, 0, 1, 1], [1, 0, 1, 0, 0], [1, 0, 1, 0, 0], [0.1, 0.2, 0.3, 0.7, 0.1])
    binary("binary-single", [1], [1], [0.75], [0.3])

    def regression(name, label, prediction, weight):
        n = len(label)
        write(name, {"label": label, "prediction": prediction, "weight": weight,
                     "count": [(row + 1) % 3 for row in range(n)], "part": ["all"] * n})

    regression("regression-constant", [5, 5, 5, 5], [4, 5, 6, 5.5], [1, 2, 0.5, 0.25])
    regression("regression-constant-perfect", [5, 5, 5, 5], [5, 5, 5, 5], [1, 2, 0.5, 0.25])
    regression("regression-single", [2], [3], [0.5])
    regression("regression-zeros", [0, 0, 0, 1], [0, 0.5, -0.25, 1], [1, 2, 0.5, 0.25])


def read(name):
    with open(f"{name}.csv") as file:
        rows = list(csv.DictReader(file))
    return {key: np.array([row[key] for row in rows] if key == "part" else [float(row[key]) for row in rows]) for key in rows[0]}


def value(function):
    try:
        result = float(function())
    except ValueError:
        return None
    return None if math.isnan(result) else result


def ece(confidence, is_true, weight, bins):
    weight = np.ones(len(confidence)) if weight is None else weight
    place = np.searchsorted(np.arange(1, bins) / bins, confidence, side="left")
    error = 0.0
    for code in range(bins):
        inside = place == code
        if weight[inside].sum() > 0:
            share = weight[inside].sum() / weight.sum()
            error += share * abs(np.average(is_true[inside], weights=weight[inside]) - np.average(confidence[inside], weights=weight[inside]))
    return error


def averaged(y, z, w, names):
    for suffix, average in names:
        arguments = {"average": average, "sample_weight": w, "zero_division": 0}
        yield f"precision{suffix}", lambda: sk.precision_score(y, z, **arguments)
        yield f"recall{suffix}", lambda: sk.recall_score(y, z, **arguments)
        yield f"f1{suffix}", lambda: sk.f1_score(y, z, **arguments)
        for beta in (0.5, 2):
            yield f"fbeta{suffix}@{beta}", lambda: sk.fbeta_score(y, z, beta=beta, **arguments)


AVERAGES = [("_macro", "macro"), ("_micro", "micro"), ("_weighted", "weighted")]


def class_metrics(y, z, w):
    yield "accuracy", lambda: sk.accuracy_score(y, z, sample_weight=w)
    yield "balanced_accuracy", lambda: sk.balanced_accuracy_score(y, z, sample_weight=w)
    yield "mcc", lambda: sk.matthews_corrcoef(y, z, sample_weight=w)
    yield "kappa", lambda: sk.cohen_kappa_score(y, z, sample_weight=w)
    yield from averaged(y, z, w, AVERAGES)


def binary_metrics(data, w):
    y, z, p = data["label"].astype(int), data["prediction"].astype(int), data["probability"]
    yield from class_metrics(y, z, w)
    yield from averaged(y, z, w, [("", "binary")])
    yield "specificity", lambda: sk.recall_score(y, z, pos_label=0, sample_weight=w, zero_division=0)
    yield "roc_auc", lambda: sk.roc_auc_score(y, p, sample_weight=w)
    yield "pr_auc", lambda: sk.average_precision_score(y, p, sample_weight=w) if y.any() else math.nan
    yield "log_loss", lambda: sk.log_loss(y, p, labels=[0, 1], sample_weight=w)
    yield "brier", lambda: np.average((y - p) ** 2, weights=w) if len(set(y)) < 2 else sk.brier_score_loss(y, p, sample_weight=w)
    for name, bins in (("ece", 10), ("ece@2", 2), ("ece@15", 15)):
        yield name, lambda: ece(p, y == 1, w, bins)


def multiclass_metrics(data, w):
    y, z = data["label"].astype(int), data["prediction"].astype(int)
    p = np.column_stack([data[f"p{code}"] for code in range(4)])
    one_hot = label_binarize(y, classes=range(4))
    yield from class_metrics(y, z, w)
    yield from averaged(y, z, w, [("", "macro")])
    yield "roc_auc", lambda: sk.roc_auc_score(y, p, multi_class="ovr", average="macro", labels=range(4), sample_weight=w)
    yield "pr_auc", lambda: sk.average_precision_score(one_hot, p, average="macro", sample_weight=w) if one_hot.any(axis=0).all() else math.nan
    yield "log_loss", lambda: sk.log_loss(y, p, labels=range(4), sample_weight=w)
    yield "brier", lambda: np.average(((one_hot - p) ** 2).sum(axis=1), weights=w)
    for name, bins in (("ece", 10), ("ece@2", 2), ("ece@15", 15)):
        yield name, lambda: ece(p.max(axis=1), p.argmax(axis=1) == y, w, bins)


def regression_metrics(data, w):
    y, z = data["label"], data["prediction"]
    yield "mae", lambda: sk.mean_absolute_error(y, z, sample_weight=w)
    yield "rmse", lambda: sk.mean_squared_error(y, z, sample_weight=w, squared=False)
    yield "mse", lambda: sk.mean_squared_error(y, z, sample_weight=w)
    # It takes no weights: one only says whether a row counts, and none of these is 0.
    yield "max_error", lambda: sk.max_error(y, z)
    yield "mape", lambda: sk.mean_absolute_percentage_error(y, z, sample_weight=w)
    yield "median_ae", lambda: sk.median_absolute_error(y, z, sample_weight=w)
    yield "r2", lambda: sk.r2_score(y, z, sample_weight=w)
    for alpha in (0.1, 0.5, 0.9):
        yield f"pinball@{alpha}", lambda: sk.mean_pinball_loss(y, z, alpha=alpha, sample_weight=w)


def ranking_metrics(data, w):
    def ndcg(k):
        values, weights = [], []
        # Rows of a query that counts several times are there several times: the query is judged once and counts as often.
        for query in np.unique(data["query"]):
            rows = data["query"] == query
            times = int(data["times"][rows][0])
            y, z = data["label"][rows], data["prediction"][rows]
            # ndcg_score takes no query of a single item; the function behind it does.
            score = sk.ndcg_score([y], [z], k=k) if len(y) > 1 else _ndcg_sample_scores(y.reshape(1, 1), z.reshape(1, 1), k=k)[0]
            values += [score] * times
            weights += [1 if w is None else w[rows][0]] * times
        return np.average(values, weights=weights)

    yield "ndcg", lambda: ndcg(None)
    for k in (1, 3, 10):
        yield f"ndcg@{k}", lambda: ndcg(k)


def random_numbers(count, seed=1):
    """Knuth's linear congruential generator: few lines in any language, so that large cases need no file."""
    for _ in range(count):
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        yield (seed >> 11) / 2**53


def large(task, n=100_000):
    u = np.fromiter(random_numbers(4 * n), float, 4 * n).reshape(n, 4)
    data = {"weight": 0.1 + u[:, 2], "count": (u[:, 3] * 3).astype(int)}
    if task == "binary":
        label = (u[:, 0] < 0.3).astype(float)
        probability = np.floor((0.25 * label + 0.75 * u[:, 1]) * 10000) / 10000
        data |= {"label": label, "probability": probability, "prediction": (probability >= 0.5).astype(float)}
    else:
        data |= {"label": 1000 + 10 * u[:, 0], "prediction": 1000 + 10 * u[:, 0] + u[:, 1] - 0.5}
    for counted in (False, True):
        rows = np.repeat(np.arange(n), data["count"] if counted else 1)
        chosen = {key: values[rows] for key, values in data.items()}
        for weighted in (False, True):
            found = {metric: value(function) for metric, function in TASKS[task](chosen, chosen["weight"] if weighted else None)}
            yield {"file": task, "part": "large", "counted": counted, "weighted": weighted, "metrics": found}


TASKS = {"binary": binary_metrics, "multiclass": multiclass_metrics, "regression": regression_metrics, "ranking": ranking_metrics}


def cases(name):
    data = read(name)
    for part in ["", *sorted(set(data["part"]))] if "-" not in name else [""]:
        for counted in (False, True):
            rows = np.flatnonzero(np.isin(data["part"], [part]) if part else np.ones(len(data["part"]), bool))
            times = data["count"][rows].astype(int) if counted else np.ones(len(rows), int)
            if name == "ranking":
                rows, times = rows[times > 0], times[times > 0]
            else:
                rows, times = np.repeat(rows, times), None
            if len(rows) == 0:
                continue
            chosen = {key: values[rows] for key, values in data.items()}
            chosen["times"] = times
            for weighted in (False, True):
                found = {metric: value(function) for metric, function in TASKS[name.split("-")[0]](chosen, chosen["weight"] if weighted else None)}
                yield {"file": name, "part": part, "counted": counted, "weighted": weighted, "metrics": found}


def main():
    rng = np.random.default_rng(20240117)
    make_binary(rng)
    make_multiclass(rng)
    make_regression(rng)
    make_ranking(rng)
    make_degenerate()
    names = ["binary", "multiclass", "regression", "ranking", "binary-negative", "binary-positive", "binary-constant", "binary-perfect",
             "binary-inverse", "binary-single", "regression-constant", "regression-constant-perfect", "regression-single", "regression-zeros"]
    versions = {"numpy": np.__version__, "scikit-learn": sklearn.__version__}
    expected = {"versions": versions, "cases": [case for name in names for case in cases(name)],
                "large": [case for task in ("binary", "regression") for case in large(task)]}
    with open("expected.json", "w") as file:
        json.dump(expected, file, indent=1)
        file.write("\n")
    print(versions, len(expected["cases"]), "cases,", sum(len(case["metrics"]) for case in expected["cases"] + expected["large"]), "values")


if __name__ == "__main__":
    main()
