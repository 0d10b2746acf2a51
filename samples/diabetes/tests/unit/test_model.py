"""The model of this repository takes what the feature pipeline makes."""

import json
import os
from pathlib import Path

import patients

MODEL = Path(os.environ.get("MODELOPS_MODEL_PATH", "models/diabetes"))


def test_the_example_of_the_model_has_the_columns_of_the_features():
    example = json.loads((MODEL / "input_example.json").read_text(encoding="utf-8"))
    assert example["columns"] == patients.COLUMNS
