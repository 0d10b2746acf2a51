#!/usr/bin/env bash
# Prints throughput and start-up figures as ratios, measured side by side in one run.
#
#   bench/run.sh [throughput] [startup] [build]     all without arguments
#
# Variables: MIB (size of the model, 1024), ROUNDS (5), TMPDIR (where the model and packages are written).
# Every round runs all programs in turn and the fastest round of each counts, so that other load on the machine weighs on all alike.
set -euo pipefail
cd "$(dirname "$0")/.."

MIB=${MIB:-1024}
ROUNDS=${ROUNDS:-5}
WORK=$(mktemp -d "${TMPDIR:-/tmp}/modelops-bench-XXXXXX")
trap 'rm -rf "$WORK"' EXIT
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# best NAME COMMAND...: runs once and keeps the fastest time of NAME so far, in microseconds.
declare -A BEST
best() {
  local name=$1 begin end
  shift
  begin=${EPOCHREALTIME/[.,]/}
  "$@" > /dev/null
  end=${EPOCHREALTIME/[.,]/}
  if [[ -z ${BEST[$name]:-} || $((end - begin)) -lt ${BEST[$name]} ]]; then
    BEST[$name]=$((end - begin))
  fi
}

rate() { awk -v us="${BEST[$1]}" -v mib="$MIB" -v base="${BEST[$2]}" 'BEGIN { printf "%7.0f MiB/s  %5.2f times", mib * 1e6 / us, base / us }'; }
span() { awk -v us="${BEST[$1]}" -v base="${BEST[$2]}" 'BEGIN { printf "%7.0f ms  %5.2f times", us / 1000, us / base }'; }

publish() { dotnet publish "$1" -c Release -r "$RID" --self-contained false -p:PublishReadyToRun=true -v q -o "$2" > "$WORK/publish.log" || { cat "$WORK/publish.log" >&2; exit 1; }; }

RID=$(dotnet --info | awk '$1 == "RID:" { print $2 }')

tar_sha256() { tar -cf - -C "$1" . | sha256sum; }
tar_to_file() { tar -cf "$2" -C "$1" . && sync "$2" && sha256sum "$2"; }
export -f tar_sha256 tar_to_file

throughput() {
  publish bench/ModelOps.Bench "$WORK/bench"
  local bench=$WORK/bench/ModelOps.Bench model cores key
  mkdir "$WORK/one" "$WORK/many"
  echo 'flavors: {}' | tee "$WORK/one/MLmodel" > "$WORK/many/MLmodel"
  head -c "${MIB}M" /dev/urandom > "$WORK/one/weights.bin"
  split -n 1000 -a 3 -d "$WORK/one/weights.bin" "$WORK/many/part-"

  for ((round = 0; round < ROUNDS; round++)); do
    for model in one many; do
      for cores in 0 0,1; do
        key=$model/$cores
        best "$key/tar" taskset -c "$cores" bash -c 'tar_sha256 "$1"' - "$WORK/$model"
        best "$key/digest" taskset -c "$cores" "$bench" digest "$WORK/$model"
        rm -f "$WORK/out"
        best "$key/tarfile" taskset -c "$cores" bash -c 'tar_to_file "$1" "$2"' - "$WORK/$model" "$WORK/out"
        rm -f "$WORK/out"
        best "$key/package" taskset -c "$cores" "$bench" package "$WORK/$model" "$WORK/out"
      done
    done
  done

  echo "Throughput, $MIB MiB in the page cache, best of $ROUNDS, times as fast as tar | sha256sum on the same cores"
  for model in one many; do
    for cores in 0 0,1; do
      key=$model/$cores
      echo "  $([[ $model == one ]] && echo 'one file  ' || echo '1000 files'), $([[ $cores == 0 ]] && echo '1 core ' || echo '2 cores')"
      echo "    tar | sha256sum              $(rate "$key/tar" "$key/tar")"
      echo "    digest                       $(rate "$key/digest" "$key/tar")"
      echo "    tar to a file, sync, sha256  $(rate "$key/tarfile" "$key/tar")"
      echo "    package (writes the archive) $(rate "$key/package" "$key/tar")"
    done
  done
  for model in one many; do
    echo "  2 cores against 1, $model: digest $(span "$model/0/digest" "$model/0,1/digest" | awk '{ print $3 }') times, package $(span "$model/0/package" "$model/0,1/package" | awk '{ print $3 }') times as fast"
  done
}

register() {
  rm -rf "$WORK/catalog"
  mkdir "$WORK/catalog"
  MLFLOW_TRACKING_URI="sqlite:///$WORK/catalog/mlflow.db" "$WORK/cli/modelops" register --model bench --package "$WORK/startup.modelpkg"
}

startup() {
  publish src/ModelOps.Cli "$WORK/cli"
  publish bench/NoOp "$WORK/noop"
  mkdir "$WORK/small"
  cp tests/Models/2.x-iris-classifier/{MLmodel,conda.yaml,model.pkl,python_env.yaml,requirements.txt} "$WORK/small"
  "$WORK/cli/modelops" package --path "$WORK/small" --output "$WORK/startup.modelpkg" > /dev/null

  for ((round = 0; round < ROUNDS * 2; round++)); do
    best noop "$WORK/noop/NoOp"
    best dotnet dotnet --version
    best version "$WORK/cli/modelops" --version
    best register register
  done

  echo "Start-up, best of $((ROUNDS * 2)), times as long as a .NET program that does nothing"
  echo "  no-op .NET program                     $(span noop noop)"
  echo "  dotnet --version                       $(span dotnet noop)"
  echo "  modelops --version                     $(span version noop)"
  echo "  modelops register (5 files, new store) $(span register noop)"
}

consumer() {
  mkdir "$WORK/$1"
  cat > "$WORK/$1/consumer.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup>$2</ItemGroup>
</Project>
PROJECT
  cp -r tests/Models/2.x-iris-classifier "$WORK/$1/model"
  dotnet restore "$WORK/$1" --source "$WORK/feed" -v q > "$WORK/restore.log" || { cat "$WORK/restore.log" >&2; exit 1; }
  dotnet build "$WORK/$1" --no-restore -v q > /dev/null
}

build() {
  local version=0.1.0-bench.$$
  dotnet pack src/ModelOps.MSBuild -c Release -o "$WORK/feed" "-p:PackageVersion=$version" -v q > "$WORK/pack.log" || { cat "$WORK/pack.log" >&2; exit 1; }
  export NUGET_PACKAGES=$WORK/nuget
  consumer without ""
  consumer with "<PackageReference Include=\"ModelOps.MSBuild\" Version=\"$version\" /><Model Include=\"model\" ModelName=\"iris\" />"
  dotnet build "$WORK/with" --no-restore -t:PackageModels -v q > /dev/null

  for ((round = 0; round < ROUNDS; round++)); do
    best plain dotnet build "$WORK/without" --no-restore -v q
    best ordinary dotnet build "$WORK/with" --no-restore -v q
    best skipped dotnet build "$WORK/with" --no-restore -t:PackageModels -v q
  done

  echo "A build in which nothing has changed, best of $ROUNDS, times as long as without the MSBuild package"
  echo "  without the package                    $(span plain plain)"
  echo "  with it, ordinary build                $(span ordinary plain)"
  echo "  with it, -t:PackageModels, skipped     $(span skipped plain)"
}

for part in "${@:-throughput startup build}"; do
  for name in $part; do
    "$name"
  done
done
