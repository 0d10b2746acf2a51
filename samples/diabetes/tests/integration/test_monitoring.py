import monitoring
import patients
import pytest


def test_the_drift_of_every_measurement_is_logged(settings, metrics):
    run_id, figures = monitoring.run(settings, seed=11)
    logged = metrics(run_id)
    assert logged.pop("drift.max") == pytest.approx(max(figures.values()))
    assert logged == pytest.approx({f"drift.{column}": figures[column] for column in patients.COLUMNS})


def test_the_patients_of_training_do_not_drift(settings):
    _, figures = monitoring.run(settings, seed=7)
    assert max(figures.values()) == 0
