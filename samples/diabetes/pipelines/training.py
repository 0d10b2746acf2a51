"""Training pipeline: fits a model, logs the run, registers a version and makes it the challenger."""

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path

import features
import patients
from ridge import Ridge, rmse
from settings import Settings
from tracking import Tracking

ALIAS = "challenger"
_HELD_OUT = 0.2


@dataclass(frozen=True)
class Training:
    """What a training made."""

    run_id: str
    version: str
    rmse: float


def fit(table: list[dict], alpha: float) -> tuple[Ridge, float]:
    """A model and its error on rows that it has not seen."""
    held_out = max(1, int(len(table) * _HELD_OUT))
    model = Ridge.fit(table[held_out:], patients.COLUMNS, patients.TARGET, alpha)
    unseen = table[:held_out]
    return model, rmse([row[patients.TARGET] for row in unseen], model.predict(unseen))


def run(settings: Settings, alpha: float) -> Training:
    """The whole pipeline."""
    tracking = Tracking(settings.tracking_uri)
    with tracking.run(settings.experiment, "training") as info:
        table = features.build(settings.sample)
        model, error = fit(table, alpha)
        tracking.log(
            info["run_id"], {"alpha": alpha, "sample": settings.sample}, {"rmse": error, "rows": len(table)}
        )
        source = f"{info['artifact_uri']}/model"
        with tempfile.TemporaryDirectory() as directory:
            model.save(Path(directory))
            tracking.upload(source, Path(directory))
        version = tracking.register(settings.model, source, info["run_id"])
        tracking.set_alias(settings.model, ALIAS, version)
    return Training(info["run_id"], version, error)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--alpha", type=float, default=1.0)
    arguments = parser.parse_args()
    settings = Settings.read()
    made = run(settings, arguments.alpha)
    print(f"models:/{settings.model}/{made.version} is {ALIAS}; rmse {made.rmse:.1f}")


if __name__ == "__main__":
    main()
