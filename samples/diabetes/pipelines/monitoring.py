"""Monitoring pipeline: logs how far the patients of today are from those that the model was trained on."""

import argparse
import math

import features
import patients
from settings import Settings
from tracking import Tracking

_BINS = 10
_LEAST_SHARE = 0.0001


def stability_index(expected: list[float], actual: list[float]) -> float:
    """Population stability index; above 0.2 the population has changed."""
    edges = sorted(expected)
    limits = [edges[len(edges) * step // _BINS] for step in range(1, _BINS)]
    total = 0.0
    for before, now in zip(_shares(expected, limits), _shares(actual, limits)):
        total += (now - before) * math.log(now / before)
    return total


def drift(before: list[dict], now: list[dict]) -> dict[str, float]:
    """The index of every measurement, without the values that are missing."""
    return {
        column: stability_index(
            [row[column] for row in before if row[column] is not None],
            [row[column] for row in now if row[column] is not None],
        )
        for column in patients.COLUMNS
    }


def run(settings: Settings, seed: int) -> tuple[str, dict[str, float]]:
    """The whole pipeline: the run and the figures."""
    tracking = Tracking(settings.tracking_uri)
    with tracking.run(settings.experiment, "monitoring") as info:
        before = features.take(patients.read(), settings.sample)
        now = features.take(patients.read(seed=seed), settings.sample)
        figures = drift(before, now)
        metrics = {f"drift.{column}": value for column, value in figures.items()}
        tracking.log(info["run_id"], metrics=metrics | {"drift.max": max(figures.values())})
    return info["run_id"], figures


def _shares(values: list[float], limits: list[float]) -> list[float]:
    counts = [0] * (len(limits) + 1)
    for value in values:
        counts[sum(value > limit for limit in limits)] += 1
    return [max(count / len(values), _LEAST_SHARE) for count in counts]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=11)
    arguments = parser.parse_args()
    run_id, figures = run(Settings.read(), arguments.seed)
    print(f"largest drift {max(figures.values()):.3f} in run {run_id}")


if __name__ == "__main__":
    main()
