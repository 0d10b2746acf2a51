import json
import subprocess
import sys
from pathlib import Path

import loading
import patients
import pytest

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "models" / "diabetes"
REQUESTS = ROOT / "data" / "requests.jsonl"


@pytest.fixture
def scorer():
    with subprocess.Popen(
        [sys.executable, ROOT / "pipelines" / "score.py", "--model", MODEL],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:
        yield process
        process.stdin.close()


def test_every_line_is_answered_before_the_next_is_asked(scorer):
    model = loading.load(MODEL)
    for line in REQUESTS.read_text(encoding="utf-8").splitlines():
        scorer.stdin.write(line + "\n")
        scorer.stdin.flush()
        assert json.loads(scorer.stdout.readline())["progression"] == model.score(json.loads(line))


def test_the_requests_have_the_columns_of_the_model():
    for line in REQUESTS.read_text(encoding="utf-8").splitlines():
        assert list(json.loads(line)) == patients.COLUMNS
