"""What an MLflow client sees in a store of the toolkit, and what it writes into it. Arguments: store URI, directory for downloads."""

import json
import os
import sys

import mlflow
from mlflow import MlflowClient
from mlflow.entities import RunTag

uri, scratch = sys.argv[1:]
mlflow.set_tracking_uri(uri)
mlflow.set_registry_uri(uri)
client = MlflowClient()


def read(directory):
    with open(os.path.join(directory, "MLmodel")) as file:
        return file.read()


version = client.get_model_version_by_alias("churn", "champion")
run = client.get_run(version.run_id)
seen = {
    "experiments": sorted(e.name for e in client.search_experiments()),
    "models": [m.name for m in client.search_registered_models()],
    "aliases": client.get_registered_model("churn").aliases,
    "versions": [v.version for v in client.search_model_versions("name = 'churn' and tags.`modelops.key` = 'k1'")],
    "stage": version.current_stage,
    "status": version.status,
    "description": version.description,
    "tags": version.tags,
    "source_in_run": version.source == run.info.artifact_uri + "/model",
    "download_uri": client.get_model_version_download_uri("churn", version.version) == version.source,
    "run_name": run.info.run_name,
    "run_status": run.info.status,
    "run_tags": run.data.tags,
    "runs": len(client.search_runs([run.info.experiment_id], "tags.action = 'register'")),
    "files": [f.path for f in client.list_artifacts(run.info.run_id, "model")],
    "content": read(client.download_artifacts(run.info.run_id, "model", scratch)),
}

# A copy by reference, a version of its own with a file logged by MLflow, an alias, and a run that ended.
client.copy_model_version(f"models:/churn/{version.version}", "copied")
theirs = client.create_run(run.info.experiment_id, run_name="theirs", tags={"action": "train"})
client.log_text(theirs.info.run_id, "by mlflow", "model/MLmodel")
client.log_metric(theirs.info.run_id, "auc", 0.9)
client.log_batch(theirs.info.run_id, tags=[RunTag("more", "yes")])
client.set_terminated(theirs.info.run_id, "FINISHED")
made = client.create_model_version("churn", theirs.info.artifact_uri + "/model", theirs.info.run_id, tags={"from": "mlflow"})
client.set_registered_model_alias("churn", "challenger", made.version)

# A logged model, as log_model of MLflow 3 makes it, registered by its ID.
logged = client.create_logged_model(run.info.experiment_id, "model", source_run_id=theirs.info.run_id)
local = os.path.join(scratch, "logged")
os.makedirs(local)
with open(os.path.join(local, "MLmodel"), "w") as file:
    file.write("logged by mlflow")
client.log_model_artifacts(logged.model_id, local)
client.finalize_logged_model(logged.model_id, "READY")
client.create_registered_model("logged")
client.create_model_version("logged", f"models:/{logged.model_id}", model_id=logged.model_id)
client.delete_model_version("churn", client.create_model_version("churn", made.source, made.run_id).version)
print(json.dumps(seen))
