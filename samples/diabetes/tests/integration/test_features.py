import subprocess
import sys
from pathlib import Path

import features
import patients

PIPELINES = Path(features.__file__).parent


def test_the_pipeline_writes_a_complete_table_of_the_sample(settings, tmp_path):
    output = tmp_path / "features.csv"
    subprocess.run([sys.executable, PIPELINES / "features.py", "--output", output], check=True)
    assert features.read(output) == features.build(settings.sample)
    assert set(features.read(output)[0]) == {*patients.COLUMNS, patients.TARGET}
