"""Inference pipeline: scores patients with the challenger's files and logs what it said."""

import argparse
import tempfile
from pathlib import Path

import features
from ridge import Ridge
from settings import Settings
from tracking import Tracking
from training import ALIAS


def load(tracking: Tracking, model: str) -> Ridge:
    """The model behind models:/…@challenger."""
    version = tracking.version(model, ALIAS)
    if version is None:
        raise LookupError(f"models:/{model}@{ALIAS} does not exist: train first")
    with tempfile.TemporaryDirectory() as directory:
        tracking.download(tracking.source(model, version["version"]), Path(directory))
        return Ridge.load(Path(directory))


def run(settings: Settings) -> tuple[str, list[float]]:
    """The whole pipeline: the run and the predictions."""
    tracking = Tracking(settings.tracking_uri)
    with tracking.run(settings.experiment, "inference") as info:
        predictions = load(tracking, settings.model).predict(features.build(settings.sample))
        mean = sum(predictions) / len(predictions)
        tracking.log(info["run_id"], metrics={"predictions": len(predictions), "mean_prediction": mean})
    return info["run_id"], predictions


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    run_id, predictions = run(Settings.read())
    print(f"{len(predictions)} predictions in run {run_id}")


if __name__ == "__main__":
    main()
