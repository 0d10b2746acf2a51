import monitoring
import patients


def test_the_same_patients_have_not_changed():
    rows = patients.read(200)
    assert max(monitoring.drift(rows, rows).values()) == 0


def test_older_patients_are_found():
    before = patients.read(400)
    now = [row | {"age": None if row["age"] is None else row["age"] + 15} for row in before]
    figures = monitoring.drift(before, now)
    assert figures.pop("age") > 0.2
    assert max(figures.values()) == 0
