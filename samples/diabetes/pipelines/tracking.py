"""The few calls of MLflow's REST API that these pipelines need, for machines without the package mlflow."""

import base64
import json
import os
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath


class TrackingError(Exception):
    """What a server answered instead of a result."""

    def __init__(self, status: int, code: str, message: str):
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code


class Tracking:
    """A tracking server with its registry and its artifact proxy."""

    _API = "api/2.0/mlflow"
    _ARTIFACTS = "api/2.0/mlflow-artifacts/artifacts"
    _TIMEOUT_SECONDS = 60

    def __init__(self, uri: str):
        if urllib.parse.urlsplit(uri).scheme not in ("http", "https"):
            raise ValueError(f"MLFLOW_TRACKING_URI is '{uri}': expected http(s)://, such as that of `modelops sandbox`")
        self._uri = uri.rstrip("/")

    # Runs

    def experiment(self, name: str) -> str:
        """ID of an experiment, which is made when there is none."""
        try:
            return self._get("experiments/get-by-name", experiment_name=name)["experiment"]["experiment_id"]
        except TrackingError as error:
            if error.code != "RESOURCE_DOES_NOT_EXIST":
                raise
            return self._post("experiments/create", name=name)["experiment_id"]

    @contextmanager
    def run(self, experiment: str, name: str) -> Iterator[dict]:
        """A new run: its info. It ends with the block, as failed when that raises."""
        experiment_id = self.experiment(experiment)
        created = self._post("runs/create", experiment_id=experiment_id, run_name=name, start_time=_now())
        info = created["run"]["info"]
        try:
            yield info
        except BaseException:
            self._finish(info["run_id"], "FAILED")
            raise
        self._finish(info["run_id"], "FINISHED")

    def log(self, run_id: str, params: dict | None = None, metrics: dict | None = None) -> None:
        """Parameters and metrics in one request."""
        self._post(
            "runs/log-batch",
            run_id=run_id,
            params=[{"key": key, "value": str(value)} for key, value in (params or {}).items()],
            metrics=[
                {"key": key, "value": value, "timestamp": _now(), "step": 0}
                for key, value in (metrics or {}).items()
            ],
        )

    def read_run(self, run_id: str) -> dict:
        """Info and data of a run."""
        return self._get("runs/get", run_id=run_id)["run"]

    def _finish(self, run_id: str, status: str) -> None:
        self._post("runs/update", run_id=run_id, status=status, end_time=_now())

    # Artifacts

    def upload(self, artifact_uri: str, directory: Path) -> None:
        """All files of a directory."""
        root = self._proxied(artifact_uri)
        for file in sorted(path for path in directory.rglob("*") if path.is_file()):
            path = root / file.relative_to(directory).as_posix()
            self._call("PUT", self._artifact(path), file.read_bytes(), "application/octet-stream")

    def download(self, artifact_uri: str, directory: Path) -> None:
        """All files below an address, into a directory."""
        root = self._proxied(artifact_uri)
        query = urllib.parse.urlencode({"path": str(root)})
        directory.mkdir(parents=True, exist_ok=True)
        for entry in json.loads(self._call("GET", f"{self._ARTIFACTS}?{query}")).get("files", []):
            # A name from a server becomes a file name here: it must stay in the directory.
            name = entry["path"]
            if name in ("", ".", "..") or "/" in name or "\\" in name:
                raise ValueError(f"'{name}' is no file name: the server lists artifacts that it should not have")
            if entry.get("is_dir"):
                self.download(f"{artifact_uri}/{name}", directory / name)
            else:
                (directory / name).write_bytes(self._call("GET", self._artifact(root / name)))

    # Registry

    def register(self, model: str, source: str, run_id: str) -> str:
        """A new version of a registered model, which is made when there is none."""
        try:
            self._post("registered-models/create", name=model)
        except TrackingError as error:
            if error.code != "RESOURCE_ALREADY_EXISTS":
                raise
        created = self._post("model-versions/create", name=model, source=source, run_id=run_id)
        return created["model_version"]["version"]

    def set_alias(self, model: str, alias: str, version: str) -> None:
        self._post("registered-models/alias", name=model, alias=alias, version=version)

    def version(self, model: str, alias: str) -> dict | None:
        """The version that an alias points to; None when there is no such alias."""
        try:
            return self._get("registered-models/alias", name=model, alias=alias)["model_version"]
        except TrackingError as error:
            if error.status == 404 or (error.status == 400 and "not found" in str(error)):
                return None
            raise

    def source(self, model: str, version: str) -> str:
        """Address of a version's files."""
        return self._get("model-versions/get-download-uri", name=model, version=version)["artifact_uri"]

    # Transport

    def _get(self, call: str, **query) -> dict:
        return json.loads(self._call("GET", f"{self._API}/{call}?{urllib.parse.urlencode(query)}"))

    def _post(self, call: str, **body) -> dict:
        return json.loads(self._call("POST", f"{self._API}/{call}", json.dumps(body).encode(), "application/json"))

    def _call(self, method: str, path: str, body: bytes | None = None, content_type: str | None = None) -> bytes:
        request = urllib.request.Request(f"{self._uri}/{path}", data=body, method=method)
        if content_type:
            request.add_header("Content-Type", content_type)
        if authorization := _authorization():
            request.add_header("Authorization", authorization)
        try:
            with urllib.request.urlopen(request, timeout=self._TIMEOUT_SECONDS) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            raise _failure(error) from None

    def _artifact(self, path: PurePosixPath) -> str:
        return f"{self._ARTIFACTS}/{urllib.parse.quote(str(path))}"

    @staticmethod
    def _proxied(artifact_uri: str) -> PurePosixPath:
        address = urllib.parse.urlsplit(artifact_uri)
        if address.scheme != "mlflow-artifacts":
            raise ValueError(f"'{artifact_uri}' is not served by the tracking server: expected mlflow-artifacts:/…")
        return PurePosixPath(address.path.lstrip("/"))


def _authorization() -> str | None:
    user, password = os.environ.get("MLFLOW_TRACKING_USERNAME"), os.environ.get("MLFLOW_TRACKING_PASSWORD")
    if user and password:
        return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
    token = os.environ.get("MLFLOW_TRACKING_TOKEN")
    return f"Bearer {token}" if token else None


def _failure(error: urllib.error.HTTPError) -> TrackingError:
    text = error.read().decode(errors="replace")
    try:
        body = json.loads(text)
        return TrackingError(error.code, body.get("error_code", ""), body.get("message", ""))
    except (ValueError, AttributeError):
        return TrackingError(error.code, "", text[:200])


def _now() -> int:
    return int(time.time() * 1000)
