"""Raw measurements of patients. It stands in for a warehouse: the same seed gives the same patients on every machine."""

import random

COLUMNS = ["age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"]
TARGET = "progression"

# Mean, deviation, and what one deviation adds to the progression of the disease.
_MEASURES = {
    "age": (48.5, 13.1, 0.4),
    "sex": (1.5, 0.5, -10.0),
    "bmi": (26.4, 4.4, 25.0),
    "bp": (94.6, 13.8, 15.0),
    "s1": (189.1, 34.6, -18.0),
    "s2": (115.4, 30.4, 11.0),
    "s3": (49.8, 12.9, 2.0),
    "s4": (4.1, 1.3, 6.0),
    "s5": (4.6, 0.5, 29.0),
    "s6": (91.3, 11.5, 3.0),
}
# Measures that are one of two codes: a deviation below the mean, or above it.
_CODES = {"sex"}
_BASELINE = 152.0
_NOISE = 30.0
_MISSING = 0.02


def read(count: int = 442, seed: int = 7) -> list[dict]:
    """Patients as they were recorded; now and then a measurement is missing."""
    source = random.Random(seed)
    return [_patient(source) for _ in range(count)]


def _patient(source: random.Random) -> dict:
    patient = {}
    progression = _BASELINE + source.gauss(0, _NOISE)
    for name, (mean, deviation, effect) in _MEASURES.items():
        score = source.choice((-1, 1)) if name in _CODES else source.gauss(0, 1)
        progression += effect * score
        missing = source.random() < _MISSING
        patient[name] = None if missing else round(mean + deviation * score, 3)
    patient[TARGET] = round(progression, 1)
    return patient
