"""Fits the model that is released from this repository and writes it into its directory."""

import argparse
import json
from pathlib import Path

import features
import loading
import patients
from ridge import Ridge


def fit(rows: list[dict], alpha: float) -> dict:
    """The model on raw measurements: what a standard score adds, spread over its unit."""
    scales = features.scales(rows)
    ridge = Ridge.fit(features.standardise(rows), patients.COLUMNS, patients.TARGET, alpha)
    return {
        "columns": patients.COLUMNS,
        "means": [scales[column][0] for column in patients.COLUMNS],
        "weights": [weight / (scales[column][1] or 1.0) for weight, column in zip(ridge.weights, patients.COLUMNS)],
        "intercept": ridge.intercept,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=float, default=1.0)
    parser.add_argument("--alpha", type=float, default=1.0)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    rows = features.take(patients.read(), arguments.sample)
    (arguments.output / "model.json").write_text(json.dumps(fit(rows, arguments.alpha), indent=2) + "\n", encoding="utf-8")
    loading.load(arguments.output)
    print(f"fitted on {len(rows)} patients in {arguments.output}")


if __name__ == "__main__":
    main()
