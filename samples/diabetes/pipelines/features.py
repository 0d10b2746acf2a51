"""Feature pipeline: raw measurements become a complete table of standard scores."""

import argparse
import csv
import math
from pathlib import Path

import patients
from settings import Settings


def take(rows: list[dict], sample: float) -> list[dict]:
    """The first part of the rows; never less than one."""
    if not 0 < sample <= 1:
        raise ValueError(f"sample is {sample}: expected a number above 0 and at most 1")
    return rows[: max(1, math.ceil(len(rows) * sample))]


def scales(rows: list[dict]) -> dict[str, tuple[float, float]]:
    """Mean and spread of every column, of what is known."""
    found = {}
    for column in patients.COLUMNS:
        known = [row[column] for row in rows if row[column] is not None]
        mean = sum(known) / len(known) if known else 0.0
        spread = math.sqrt(sum((value - mean) ** 2 for value in known) / len(known)) if known else 0.0
        found[column] = (mean, spread)
    return found


def standardise(rows: list[dict]) -> list[dict]:
    """Standard scores of every column; a missing measurement counts as the mean."""
    table = [{patients.TARGET: row[patients.TARGET]} for row in rows]
    for column, (mean, spread) in scales(rows).items():
        for row, features in zip(rows, table):
            value = mean if row[column] is None else row[column]
            features[column] = (value - mean) / spread if spread else 0.0
    return table


def build(sample: float) -> list[dict]:
    """The whole pipeline."""
    return standardise(take(patients.read(), sample))


def write(table: list[dict], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, [*patients.COLUMNS, patients.TARGET])
        writer.writeheader()
        writer.writerows(table)


def read(path: Path) -> list[dict]:
    with path.open(newline="", encoding="utf-8") as file:
        return [{name: float(value) for name, value in row.items()} for row in csv.DictReader(file)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=float, default=Settings.read().sample)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    table = build(arguments.sample)
    write(table, arguments.output)
    print(f"{len(table)} rows in {arguments.output}")


if __name__ == "__main__":
    main()
