#!/usr/bin/env bash
# Restores the build tool and runs build/build.cake with the arguments given, e.g. ./build.sh --target Test
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
if ! command -v dotnet >/dev/null 2>&1; then
  echo "The .NET 10 SDK is needed and 'dotnet' was not found. Install it: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  exit 2
fi
if ! dotnet --version >/dev/null 2>&1; then
  echo "The .NET 10 SDK is needed; these SDKs are installed:" >&2
  (cd / && dotnet --list-sdks) >&2
  echo "Install .NET 10: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  exit 2
fi
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
dotnet tool restore --verbosity quiet > /dev/null
exec dotnet cake build/build.cake "$@"
