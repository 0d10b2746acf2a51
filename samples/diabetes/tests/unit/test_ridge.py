import json

import pytest
from ridge import Ridge, rmse

ROWS = [{"a": float(i), "b": float(i % 3), "y": 2.0 * i - 5.0 * (i % 3) + 1.0} for i in range(12)]


def test_without_penalty_a_straight_line_is_found():
    model = Ridge.fit(ROWS, ["a", "b"], "y", alpha=0)
    assert model.weights == pytest.approx([2, -5])
    assert model.intercept == pytest.approx(1)


def test_a_penalty_makes_weights_smaller():
    free, bound = (Ridge.fit(ROWS, ["a", "b"], "y", alpha) for alpha in (0, 100))
    assert sum(map(abs, bound.weights)) < sum(map(abs, free.weights))


def test_columns_that_depend_on_each_other_need_a_penalty():
    rows = [row | {"c": row["a"]} for row in ROWS]
    with pytest.raises(ValueError, match="larger alpha"):
        Ridge.fit(rows, ["a", "c"], "y", alpha=0)


def test_a_saved_model_predicts_the_same(tmp_path):
    model = Ridge.fit(ROWS, ["a", "b"], "y", alpha=1)
    model.save(tmp_path)
    assert Ridge.load(tmp_path).predict(ROWS) == model.predict(ROWS)
    signature = json.loads((tmp_path / "MLmodel").read_text(encoding="utf-8"))["signature"]
    assert [column["name"] for column in json.loads(signature["inputs"])] == ["a", "b"]


def test_the_error_is_in_the_unit_of_the_target():
    assert rmse([1, 2, 3], [1, 2, 6]) == pytest.approx(3**0.5)
