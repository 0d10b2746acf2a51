"""Evaluation: what a model predicts for held-out patients, beside what came true and the groups that a reader asks about."""

import argparse
import csv
from pathlib import Path

import holdout
import loading
import patients

COLUMNS = [holdout.KEY, patients.TARGET, "prediction", "sex", "age_band"]
_BANDS = [(40, "under 40"), (60, "40 to 59")]
_OLDEST = "60 and over"


def age_band(age: float | None) -> str:
    """An age that is not known is in no band."""
    if age is None:
        return ""
    return next((name for limit, name in _BANDS if age < limit), _OLDEST)


def predict(model, rows: list[dict]) -> list[dict]:
    return [
        {
            holdout.KEY: row[holdout.KEY],
            patients.TARGET: row[patients.TARGET],
            "prediction": round(model.score(row), 4),
            "sex": "" if row["sex"] is None else int(row["sex"]),
            "age_band": age_band(row["age"]),
        }
        for row in rows
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    loading.add_model(parser)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    table = predict(loading.load(arguments.model), holdout.read(arguments.data))
    with arguments.output.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    print(f"{len(table)} predictions in {arguments.output}")


if __name__ == "__main__":
    main()
