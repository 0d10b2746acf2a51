#!/usr/bin/env bash
# Runs one verb of the toolkit for a composite action. The inputs arrive as INPUT_ variables and never become arguments.
set -euo pipefail

if ! command -v modelops > /dev/null; then
  echo "::error title=modelops not found::The modelops command is not on PATH. Run the setup action in a step before this one."
  exit 2
fi

# exec: the runner's cancellation signal reaches the verb itself.
exec modelops "$@"
