import pytest
import training
from settings import Settings
from tracking import Tracking


@pytest.fixture(scope="session")
def settings() -> Settings:
    return Settings.read()


@pytest.fixture(scope="session")
def tracking(settings) -> Tracking:
    return Tracking(settings.tracking_uri)


@pytest.fixture(scope="session")
def challenger(settings, tracking) -> dict:
    """The version to test with; a stage that runs alone trains it first."""
    found = tracking.version(settings.model, training.ALIAS)
    if found is None:
        training.run(settings, alpha=1.0)
        found = tracking.version(settings.model, training.ALIAS)
    return found


@pytest.fixture
def metrics(tracking):
    """Reads the metrics of a run that has finished."""

    def read(run_id: str) -> dict:
        run = tracking.read_run(run_id)
        assert run["info"]["status"] == "FINISHED"
        return {metric["key"]: metric["value"] for metric in run["data"]["metrics"]}

    return read
