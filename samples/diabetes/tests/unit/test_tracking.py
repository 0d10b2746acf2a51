import json

import pytest
from tracking import Tracking


@pytest.mark.parametrize("name", ["..", "../x", "/etc/x", "a\\b", ""])
def test_a_name_that_leaves_the_directory_is_refused(name, tmp_path, monkeypatch):
    answer = json.dumps({"files": [{"path": name, "is_dir": False}]}).encode()
    monkeypatch.setattr(Tracking, "_call", lambda self, method, path: answer)
    with pytest.raises(ValueError, match="no file name"):
        Tracking("http://localhost").download("mlflow-artifacts:/1/model", tmp_path / "model")
    assert list(tmp_path.rglob("*")) == [tmp_path / "model"]


@pytest.mark.parametrize("uri", ["", "sqlite:///mlflow.db", "file:///tmp/x"])
def test_only_a_server_can_be_asked(uri):
    with pytest.raises(ValueError, match="modelops sandbox"):
        Tracking(uri)


def test_artifacts_beside_the_server_are_refused(tmp_path):
    with pytest.raises(ValueError, match="mlflow-artifacts"):
        Tracking("http://localhost").upload("s3://bucket/model", tmp_path)
