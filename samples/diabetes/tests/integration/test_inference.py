import dataclasses

import inference
import pytest


def test_the_files_of_the_challenger_predict_what_is_logged(settings, challenger, metrics):
    run_id, predictions = inference.run(settings)
    assert metrics(run_id)["predictions"] == len(predictions) > 0
    assert metrics(run_id)["mean_prediction"] == pytest.approx(sum(predictions) / len(predictions))


def test_predictions_are_plausible(settings, challenger):
    _, predictions = inference.run(settings)
    assert 100 < sum(predictions) / len(predictions) < 200


def test_without_a_challenger_the_run_fails_and_says_what_to_do(settings):
    with pytest.raises(LookupError, match="train first"):
        inference.run(dataclasses.replace(settings, model=f"{settings.model}_of_nobody"))
