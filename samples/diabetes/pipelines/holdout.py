"""Patients as files: those that no model was trained on, and those that the model was trained on."""

import argparse
import csv
from pathlib import Path

import patients

KEY = "patient_id"
_SETS = {"holdout": (600, 23, "h"), "training": (442, 7, "t")}


def write(rows: list[dict], prefix: str, path: Path) -> None:
    """A measurement that is missing is an empty cell."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, [KEY, *patients.COLUMNS, patients.TARGET], lineterminator="\n")
        writer.writeheader()
        writer.writerows({KEY: f"{prefix}{number:04}"} | row for number, row in enumerate(rows, start=1))


def read(path: Path) -> list[dict]:
    with path.open(newline="", encoding="utf-8") as file:
        return [
            {name: value if name == KEY else float(value) if value else None for name, value in row.items()}
            for row in csv.DictReader(file)
        ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=_SETS, default="holdout")
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    count, seed, prefix = _SETS[arguments.set]
    write(patients.read(count, seed), prefix, arguments.output)
    print(f"{count} patients in {arguments.output}")


if __name__ == "__main__":
    main()
