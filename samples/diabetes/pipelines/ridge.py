"""Ridge regression in plain Python, and its model directory."""

import json
import math
from dataclasses import dataclass
from pathlib import Path

_SIGNATURE_TYPE = "double"


@dataclass(frozen=True)
class Ridge:
    """A fitted model."""

    columns: list[str]
    weights: list[float]
    intercept: float

    @staticmethod
    def fit(rows: list[dict], columns: list[str], target: str, alpha: float) -> "Ridge":
        """Weights by the normal equations; the intercept is not penalised."""
        table = [[1.0, *(row[column] for column in columns)] for row in rows]
        size = len(columns) + 1
        left = [[sum(row[i] * row[j] for row in table) for j in range(size)] for i in range(size)]
        right = [sum(row[i] * source[target] for row, source in zip(table, rows)) for i in range(size)]
        for i in range(1, size):
            left[i][i] += alpha
        intercept, *weights = _solve(left, right)
        return Ridge(columns, weights, intercept)

    def predict(self, rows: list[dict]) -> list[float]:
        return [
            self.intercept + sum(weight * row[column] for weight, column in zip(self.weights, self.columns))
            for row in rows
        ]

    def save(self, directory: Path) -> None:
        """A model directory of MLflow; JSON is YAML."""
        directory.mkdir(parents=True, exist_ok=True)
        inputs = [{"type": _SIGNATURE_TYPE, "name": column, "required": True} for column in self.columns]
        description = {
            "flavors": {"ridge": {"data": "model.json"}},
            "signature": {"inputs": json.dumps(inputs), "outputs": json.dumps([{"type": _SIGNATURE_TYPE}])},
        }
        (directory / "MLmodel").write_text(json.dumps(description, indent=2) + "\n", encoding="utf-8")
        (directory / "model.json").write_text(json.dumps(vars(self), indent=2) + "\n", encoding="utf-8")

    @staticmethod
    def load(directory: Path) -> "Ridge":
        return Ridge(**json.loads((directory / "model.json").read_text(encoding="utf-8")))


def rmse(expected: list[float], predicted: list[float]) -> float:
    """Root of the mean squared error."""
    return math.sqrt(sum((a - b) ** 2 for a, b in zip(expected, predicted)) / len(expected))


def _solve(left: list[list[float]], right: list[float]) -> list[float]:
    """Gaussian elimination with the largest pivot."""
    rows = [[*line, value] for line, value in zip(left, right)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda line: abs(rows[line][column]))
        if abs(rows[pivot][column]) < 1e-12:
            raise ValueError("the columns depend on each other: use a larger alpha")
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for line in range(size):
            if line != column:
                factor = rows[line][column] / rows[column][column]
                rows[line] = [a - factor * b for a, b in zip(rows[line], rows[column])]
    return [rows[line][size] / rows[line][line] for line in range(size)]
