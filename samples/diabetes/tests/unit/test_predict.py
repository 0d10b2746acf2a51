import csv
import subprocess
import sys
from pathlib import Path

import holdout
import loading
import patients
import predict
import pytest

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "models" / "diabetes"
HOLDOUT = ROOT / "data" / "holdout.csv"


def run(tmp_path, monkeypatch, *arguments) -> list[dict]:
    monkeypatch.setenv("MODEL_URI", str(MODEL))
    output = tmp_path / "predictions.csv"
    subprocess.run([sys.executable, ROOT / "pipelines" / "predict.py", *arguments, "--output", output], check=True)
    with output.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_held_out_patient_is_predicted_by_the_model_that_the_toolkit_names(tmp_path, monkeypatch):
    table = run(tmp_path, monkeypatch, "--data", HOLDOUT)
    rows = holdout.read(HOLDOUT)
    assert [row["patient_id"] for row in table] == [row["patient_id"] for row in rows]
    assert [float(row["progression"]) for row in table] == [row["progression"] for row in rows]
    assert list(table[0]) == predict.COLUMNS


def test_the_predictions_are_those_of_the_model_directory(tmp_path, monkeypatch):
    model = loading.load(MODEL)
    table = run(tmp_path, monkeypatch, "--data", HOLDOUT)
    assert float(table[1]["prediction"]) == pytest.approx(model.score(holdout.read(HOLDOUT)[1]), abs=1e-4)


def test_a_missing_measurement_counts_as_the_average():
    model = loading.load(MODEL)
    average = dict(zip(model.columns, model.means))
    assert model.score(average) == pytest.approx(model.intercept)
    assert model.score(average | {"bmi": None}) == pytest.approx(model.intercept)
    assert model.score(average | {"bmi": average["bmi"] + 1}) > model.intercept


def test_a_missing_column_is_an_error():
    model = loading.load(MODEL)
    with pytest.raises(KeyError, match="bmi"):
        model.score({column: 1.0 for column in model.columns if column != "bmi"})


@pytest.mark.parametrize(
    "age, band", [(39.9, "under 40"), (40, "40 to 59"), (59.9, "40 to 59"), (60, "60 and over"), (None, "")]
)
def test_an_age_is_in_one_band(age, band):
    assert predict.age_band(age) == band


def test_the_held_out_patients_are_not_those_of_training():
    trained = {tuple(row[column] for column in patients.COLUMNS) for row in patients.read()}
    assert not trained & {tuple(row[column] for column in patients.COLUMNS) for row in holdout.read(HOLDOUT)}


def test_loading_a_model_leaves_its_directory_as_it_was():
    before = sorted(MODEL.rglob("*"))
    loading.load(MODEL)
    assert sorted(MODEL.rglob("*")) == before
