import json
import shutil
import subprocess
import sys
from pathlib import Path

import export
import features
import loading
import patients
import pytest
from ridge import Ridge

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "models" / "diabetes"


def test_on_raw_measurements_the_model_says_what_ridge_says_of_their_standard_scores():
    rows = patients.read(80)
    scores = features.standardise(rows)
    expected = Ridge.fit(scores, patients.COLUMNS, patients.TARGET, alpha=1.0).predict(scores)
    scorer = type(loading.load(MODEL))(**export.fit(rows, alpha=1.0))
    assert [scorer.score(row) for row in rows] == pytest.approx(expected)


def test_the_committed_model_is_what_the_pipeline_makes_of_a_fifth_of_the_patients(tmp_path):
    shutil.copytree(MODEL, tmp_path / "model")
    subprocess.run(
        [sys.executable, ROOT / "pipelines" / "export.py", "--sample", "0.2", "--output", tmp_path / "model"], check=True
    )
    made, committed = (json.loads((path / "model.json").read_text(encoding="utf-8")) for path in (tmp_path / "model", MODEL))
    assert made["columns"] == committed["columns"]
    assert made["weights"] == pytest.approx(committed["weights"])
