"""Values of metrics where floating point numbers lose digits: labels near 1e12 that differ by 1, and weights near 1e300.

    python3 make_stability.py

Every number is taken as the double that it is, and computed with exact fractions; nothing but Python is needed.
"""

import json
import random
from fractions import Fraction

random.seed(11)


def r2(label, prediction, weight):
    total = sum(weight)
    mean = sum(w * y for w, y in zip(weight, label)) / total
    errors = sum(w * (y - z) ** 2 for w, y, z in zip(weight, label, prediction))
    return 1 - errors / sum(w * (y - mean) ** 2 for w, y in zip(weight, label))


def kappa(label, prediction, weight):
    total = sum(weight)
    share = lambda column, code: sum(w for w, value in zip(weight, column) if value == code) / total
    agreed = sum(w for w, y, z in zip(weight, label, prediction) if y == z) / total
    chance = sum(share(label, code) * share(prediction, code) for code in (0, 1))
    return 1 - (1 - agreed) / (1 - chance)


def area(label, score, weight):
    pairs = [(p * q, 1 if s > t else Fraction(1, 2) if s == t else 0)
             for y, s, p in zip(label, score, weight) if y == 1 for z, t, q in zip(label, score, weight) if z == 0]
    return sum(weight * place for weight, place in pairs) / sum(weight for weight, _ in pairs)


def exact(values):
    return [Fraction(value) for value in values]


def main():
    rows = 300
    label = [1e12 + random.gauss(0, 1) for _ in range(rows)]
    prediction = [value + random.gauss(0, 0.4) for value in label]
    plain = [1.0] * rows
    weight = [random.random() * 1e300 for _ in range(rows)]
    classes = [int(random.random() < 0.4) for _ in range(rows)]
    guess = [value if random.random() < 0.8 else 1 - value for value in classes]
    score = [round(random.random() * 0.6 + 0.3 * value, 2) for value in classes]
    result = {
        "labels": label, "predictions": prediction, "weights": weight, "classes": classes, "guesses": guess, "scores": score,
        "r2": float(r2(exact(label), exact(prediction), exact(plain))),
        "r2_weighted": float(r2(exact(label), exact(prediction), exact(weight))),
        "kappa": float(kappa(classes, guess, exact(weight))),
        "roc_auc": float(area(classes, exact(score), exact(weight))),
    }
    with open("stability.json", "w") as file:
        json.dump(result, file)
        file.write("\n")
    print({name: value for name, value in result.items() if not isinstance(value, list)})


if __name__ == "__main__":
    main()
