import features
import patients
import pytest


def test_a_sample_is_the_first_part_and_never_empty():
    rows = patients.read(50)
    assert features.take(rows, 0.1) == rows[:5]
    assert features.take(rows, 0.0001) == rows[:1]


@pytest.mark.parametrize("sample", [0, -1, 1.5])
def test_a_sample_that_is_no_part_is_refused(sample):
    with pytest.raises(ValueError, match="at most 1"):
        features.take(patients.read(3), sample)


def test_columns_are_standard_scores():
    table = features.build(1)
    for column in patients.COLUMNS:
        values = [row[column] for row in table]
        mean = sum(values) / len(values)
        assert abs(mean) < 1e-9
        # Slightly below one: a missing measurement adds to the count and not to the spread.
        assert 0.95 < sum((value - mean) ** 2 for value in values) / len(values) <= 1


def test_a_missing_measurement_counts_as_the_mean():
    rows = [dict.fromkeys(patients.COLUMNS, value) | {patients.TARGET: 1.0} for value in (1.0, 3.0)]
    rows.append(dict.fromkeys(patients.COLUMNS) | {patients.TARGET: 1.0})
    assert features.standardise(rows)[2]["bmi"] == 0


def test_a_table_is_read_as_it_was_written(tmp_path):
    table = features.build(0.05)
    features.write(table, tmp_path / "out" / "features.csv")
    assert features.read(tmp_path / "out" / "features.csv") == table
