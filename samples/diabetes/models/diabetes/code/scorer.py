"""The model: a ridge regression on raw measurements. It needs nothing but Python, and travels with the model."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Scorer:
    """Progression of a patient with average measurements, and what every unit above the average adds."""

    columns: list[str]
    means: list[float]
    weights: list[float]
    intercept: float

    @staticmethod
    def load(path: Path) -> "Scorer":
        return Scorer(**json.loads(path.read_text(encoding="utf-8")))

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(vars(self), indent=2) + "\n", encoding="utf-8")

    def score(self, patient: dict) -> float:
        """A measurement that is missing counts as the average; a column that is missing is an error."""
        total = self.intercept
        for column, mean, weight in zip(self.columns, self.means, self.weights):
            value = patient[column]
            if value is not None and value == value:
                total += weight * (value - mean)
        return total

    def predict(self, table, params=None) -> list[float]:
        """What MLflow calls, with a data frame."""
        return [self.score(patient) for patient in table.to_dict("records")]


def _load_pyfunc(path: str) -> Scorer:
    """What MLflow calls to load the model."""
    return Scorer.load(Path(path))
