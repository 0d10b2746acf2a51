"""What the toolkit tells a pipeline through the environment."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """Addresses and names; each has a default, so that a pipeline also runs by hand."""

    tracking_uri: str
    experiment: str
    model: str
    sample: float

    @staticmethod
    def read() -> "Settings":
        return Settings(
            tracking_uri=os.environ.get("MLFLOW_TRACKING_URI", ""),
            experiment=os.environ.get("MLFLOW_EXPERIMENT_NAME", "diabetes"),
            model=os.environ.get("MODELOPS_MODEL", "diabetes"),
            sample=float(os.environ.get("MODELOPS_SAMPLE", "1")),
        )
