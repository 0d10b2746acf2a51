"""Scoring: answers every line of the input, one patient as JSON, by one line, the progression as JSON."""

import argparse
import json
import sys

import loading


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    loading.add_model(parser)
    model = loading.load(parser.parse_args().model)
    for line in sys.stdin:
        # Whoever asks waits for the answer before asking again.
        print(json.dumps({"progression": model.score(json.loads(line))}), flush=True)


if __name__ == "__main__":
    main()
