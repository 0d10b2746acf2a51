"""Loads the model of a directory as MLflow does: by the code that it brings along."""

import argparse
import os
from pathlib import Path
from types import ModuleType


def load(directory: Path):
    """The model behind a directory that holds MLmodel. An import would leave compiled code in it, and so change its digest."""
    source = directory / "code" / "scorer.py"
    module = ModuleType("scorer")
    exec(compile(source.read_text(encoding="utf-8"), source, "exec"), vars(module))
    return module.Scorer.load(directory / "model.json")


def add_model(parser: argparse.ArgumentParser) -> None:
    """The toolkit says in MODEL_URI which model is judged."""
    given = os.environ.get("MODEL_URI")
    parser.add_argument("--model", type=Path, default=given, required=given is None, help="model directory; default: MODEL_URI")
