import pytest
import training
from tracking import TrackingError


@pytest.fixture(scope="module")
def made(settings):
    return training.run(settings, alpha=0.5)


def test_the_run_has_its_parameters_and_its_error(settings, tracking, metrics, made):
    params = {param["key"]: param["value"] for param in tracking.read_run(made.run_id)["data"]["params"]}
    assert params == {"alpha": "0.5", "sample": str(settings.sample)}
    assert metrics(made.run_id)["rmse"] == pytest.approx(made.rmse)


def test_the_new_version_is_the_challenger_and_knows_its_run(settings, tracking, made):
    version = tracking.version(settings.model, training.ALIAS)
    assert (version["version"], version["run_id"], version["status"]) == (made.version, made.run_id, "READY")


def test_another_training_makes_another_version(settings, tracking, made):
    again = training.run(settings, alpha=0.1)
    assert int(again.version) > int(made.version)
    assert tracking.version(settings.model, training.ALIAS)["version"] == again.version


def test_a_training_that_fails_leaves_a_failed_run_and_the_alias_where_it_was(settings, tracking, made, monkeypatch):
    before = tracking.version(settings.model, training.ALIAS)["version"]
    runs = []
    log = tracking.log.__func__
    monkeypatch.setattr(type(tracking), "log", lambda self, run_id, *values: (runs.append(run_id), log(self, run_id, {"": "x"})))
    with pytest.raises(TrackingError):
        training.run(settings, alpha=0.5)
    assert tracking.read_run(runs[0])["info"]["status"] == "FAILED"
    assert tracking.version(settings.model, training.ALIAS)["version"] == before
