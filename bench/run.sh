#!/usr/bin/env bash
# Prints throughput and start-up figures as ratios, measured side by side in one run.
#
#   bench/run.sh [throughput] [startup] [build] [sandbox] [gates] [sqlite] [checkout]     all without arguments
#
# Variables: MIB (size of the model, 1024), ROUNDS (5), TMPDIR (where the model and packages are written).
# Every round runs all programs in turn and the fastest round of each counts, so that other load on the machine weighs on all alike.
#
# The gates are simulated on models whose true quality is known: RUNS (1000) comparisons of equal models, and of a better one. The comparison of
# SAMPLE (1000000) rows with RESAMPLES (2000) is timed beside one evaluation of the metric, best of TIMES (3).
#
# PROGRAM is the command that is measured: the native one of artifacts/native where ./build.sh --target Native has made it, else the portable one, published
# for this platform. A registration's store and temporary files are in MEMORY (/dev/shm), and on the disk below TMPDIR.
#
# The sandbox is measured beside any other MLflow server of this machine: URI (where it is), COMMAND (starts it with a new store, so that its start is
# measured, too), FILES_COMMAND (logs the directory $1 as artifacts to the server $2 with that server's own client, and prints the seconds). Without one, it is measured against
# figures of MLflow 3.11 from another machine of 2 cores. A sandbox with a throw-away store and one with --store are measured. VERSIONS (10000), SPAN (seconds of each
# measurement, 5).
#
# The bundled SQLite is measured beside LIBRARY (libsqlite3.so.0), the operating system's.
set -euo pipefail
cd "$(dirname "$0")/.."

MIB=${MIB:-1024}
ROUNDS=${ROUNDS:-5}
WORK=$(mktemp -d "${TMPDIR:-/tmp}/modelops-bench-XXXXXX")
declare -A SERVERS
trap 'kill "${SERVERS[@]}" 2> /dev/null || true; rm -rf "$WORK"' EXIT
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

# The command that is measured, as PROGRAM.
take_program() {
  local native=$PWD/artifacts/native/modelops-linux-x64/bin/modelops
  if [[ -z ${PROGRAM:-} && -x $native ]]; then PROGRAM=$native; fi
  if [[ -z ${PROGRAM:-} ]]; then
    publish src/fronts/ModelOps.Cli "$WORK/cli"
    PROGRAM=$WORK/cli/modelops
  fi
}

# register DIRECTORY [BEFORE...]: registers into a new store in a directory that is made anew.
register() {
  local catalog=$1
  shift
  rm -rf "$catalog"
  mkdir "$catalog"
  TMPDIR=$catalog MLFLOW_TRACKING_URI="sqlite:///$catalog/mlflow.db" "$@" "$PROGRAM" register --model bench --path tests/Models/2.x-iris-classifier
}

# ready: until the sandbox says that it serves; what other programs left in TMPDIR is not looked through.
ready() {
  local line
  exec 3< <(TMPDIR=$MEMORY exec "$PROGRAM" sandbox)
  read -r line <&3
  READY=$!
}

startup() {
  take_program
  publish bench/NoOp "$WORK/noop"
  MEMORY=$(mktemp -d "${MEMORY:-/dev/shm}/modelops-bench-XXXXXX")
  trap 'kill "${SERVERS[@]}" 2> /dev/null || true; rm -rf "$WORK" "$MEMORY"' EXIT

  for ((round = 0; round < ROUNDS * 2; round++)); do
    best noop "$WORK/noop/NoOp"
    best dotnet dotnet --version
    best version "$PROGRAM" --version
    best memory register "$MEMORY/catalog"
    best disk register "$WORK/catalog"
    best ready ready
    kill "$READY"
    wait "$READY" 2> /dev/null || true
    exec 3<&-
  done

  echo "Start-up of $PROGRAM, best of $((ROUNDS * 2)), times as long as a .NET program that does nothing"
  echo "  no-op .NET program                     $(span noop noop)"
  echo "  dotnet --version                       $(span dotnet noop)"
  echo "  modelops --version                     $(span version noop)"
  echo "  modelops register (7 files), in memory $(span memory noop)"
  echo "  modelops register (7 files), on disk   $(span disk noop)"
  echo "  modelops sandbox, ready                $(span ready noop)"
  if command -v strace > /dev/null; then
    register "$WORK/catalog" strace -f -qq -e trace=fsync,fdatasync -e signal=none -o "$WORK/syncs" > /dev/null
    echo "  syncs of that registration on disk     $(grep -c 'sync(' "$WORK/syncs")"
  fi
}

checkout() {
  publish bench/ModelOps.Bench "$WORK/bench"
  publish bench/NoOp "$WORK/noop"
  for ((round = 0; round < ROUNDS * 2; round++)); do
    best noop "$WORK/noop/NoOp"
    best library "$WORK/bench/ModelOps.Bench" git library "$PWD"
    best program "$WORK/bench/ModelOps.Bench" git program "$PWD"
  done

  echo "Commit, branch and remote of this checkout in a new process, best of $((ROUNDS * 2)), times as long as a .NET program that does nothing"
  echo "  libgit2                                $(span library noop)"
  echo "  the git program                        $(span program noop)"
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
  dotnet pack src/fronts/ModelOps.MSBuild -c Release -o "$WORK/feed" "-p:PackageVersion=$version" -v q > "$WORK/pack.log" || { cat "$WORK/pack.log" >&2; exit 1; }
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

# Figures of the servers by name and measurement, the best of all rounds. A rate is better when it is higher, a time when it is lower.
declare -A FIGURE
higher() { FIGURE[$1]=$(awk -v a="${FIGURE[$1]:-0}" -v b="$2" 'BEGIN { print (a > b ? a : b) }'); }
lower() { FIGURE[$1]=$(awk -v a="${FIGURE[$1]:-1e12}" -v b="$2" 'BEGIN { print (a < b ? a : b) }'); }
seconds_of() { local begin=${EPOCHREALTIME/[.,]/}; "$@" > /dev/null; awk -v us=$((${EPOCHREALTIME/[.,]/} - begin)) 'BEGIN { print us / 1e6 }'; }

load() { "$WORK/bench/ModelOps.Bench" load "$@"; }
uri_of() {
  case $1 in
    sandbox) echo "$SANDBOX_URI" ;;
    kept) echo "$KEPT_URI" ;;
    *) echo "$URI" ;;
  esac
}

# launch NAME COMMAND...: from the start of the process to the first good answer of /health.
launch() {
  local name=$1 begin waiter
  shift
  load "$(uri_of "$name")" bench await > "$WORK/await" &
  waiter=$!
  until [[ -s $WORK/await ]]; do sleep 0.01; done
  begin=${EPOCHREALTIME/[.,]/}
  "$@" > "$WORK/$name.log" 2>&1 &
  SERVERS[$name]=$!
  wait "$waiter"
  lower "$name/start" "$(awk -v us=$(($(tail -n 1 "$WORK/await") - begin)) 'BEGIN { print us / 1000 }')"
}

finish() {
  kill "${SERVERS[$1]}"
  wait "${SERVERS[$1]}" 2> /dev/null || true
  unset "SERVERS[$1]"
}

launch_all() {
  for ((start = 0; start < 3; start++)); do
    if [[ -n ${SERVERS[sandbox]:-} ]]; then finish sandbox; fi
    launch sandbox "$PROGRAM" sandbox --port "${SANDBOX_URI##*:}"
    if [[ -n ${SERVERS[kept]:-} ]]; then finish kept; fi
    rm -rf "$WORK"/kept.db*
    launch kept "$PROGRAM" sandbox --port "${KEPT_URI##*:}" --store "sqlite:///$WORK/kept.db"
    if [[ -n ${COMMAND:-} ]]; then
      if [[ -n ${SERVERS[other]:-} ]]; then finish other; fi
      # shellcheck disable=SC2086
      launch other $COMMAND
    fi
  done
}

requests() {
  local measure name rate median slow errors
  for measure in alias create batch page name; do
    for name in "${NAMES[@]}"; do
      read -r rate median slow errors < <(load "$(uri_of "$name")" "$MARK" "$measure" "$SPAN")
      higher "$name/$measure" "$rate"
      lower "$name/$measure/median" "$median"
      lower "$name/$measure/slow" "$slow"
      FIGURE[$name/errors]=$((${FIGURE[$name/errors]:-0} + errors))
    done
  done
}

artifacts() {
  local name seconds peak
  rm -f "$WORK/copy"
  lower disk/cached "$(seconds_of cp "$WORK/weights.bin" "$WORK/copy")"
  rm -f "$WORK/copy"
  lower disk/upload "$(seconds_of bash -c 'cp "$1" "$2" && sync "$2"' - "$WORK/weights.bin" "$WORK/copy")"
  lower disk/download "$(seconds_of cat "$WORK/copy")"
  for name in "${NAMES[@]}"; do
    read -r seconds peak < <(load "$(uri_of "$name")" "$MARK" upload "$WORK/weights.bin")
    lower "$name/upload" "$seconds"
    higher "$name/upload/peak" "$peak"
    read -r seconds peak < <(load "$(uri_of "$name")" "$MARK" download)
    lower "$name/download" "$seconds"
    higher "$name/download/peak" "$peak"
    lower "$name/files" "$(load "$(uri_of "$name")" "$MARK" files "$WORK/files")"
  done
  if [[ -n ${FILES_COMMAND:-} ]]; then
    # shellcheck disable=SC2086
    lower client/files "$($FILES_COMMAND "$WORK/files" "$URI" | tail -n 1)"
  fi
}

# line TITLE MEASURE UNIT times|share [BASE]: a figure of the sandbox (or of OURS) beside the other server's, or beside that of another column.
line() {
  local other=${5:-other}
  awk -v title="$1" -v ours="${FIGURE[${OURS:-sandbox}/$2]:-}" -v theirs="${FIGURE[$other/$2]:-}" -v unit="$3" -v kind="$4" 'BEGIN {
    ratio = theirs == "" ? "" : sprintf("%8.2f", kind == "times" ? ours / theirs : theirs / ours)
    printf "  %-44s %10.5g %10s %-6s %s\n", title, ours, theirs == "" ? "-" : sprintf("%.5g", theirs), unit, ratio
  }'
}

sandbox() {
  MARK=bench-$$
  SPAN=${SPAN:-5}
  SANDBOX_URI=http://127.0.0.1:$((20000 + RANDOM % 10000))
  KEPT_URI=http://127.0.0.1:$((30000 + RANDOM % 2000))
  NAMES=(sandbox kept)
  if [[ -n ${URI:-} ]]; then NAMES+=(other); fi
  publish bench/ModelOps.Bench "$WORK/bench"
  take_program
  head -c "${MIB}M" /dev/urandom > "$WORK/weights.bin"
  mkdir "$WORK/files"
  echo 'flavors: {}' > "$WORK/files/MLmodel"
  head -c 100000K /dev/urandom | split -b 100K -a 4 -d - "$WORK/files/part-"

  local name
  launch_all
  for name in "${NAMES[@]}"; do
    FIGURE[$name/idle]=$(load "$(uri_of "$name")" "$MARK" memory)
    FIGURE[$name/prepare]=$(load "$(uri_of "$name")" "$MARK" prepare "${VERSIONS:-10000}")
  done
  for ((round = 0; round < ROUNDS; round++)); do
    requests
  done
  for name in "${NAMES[@]}"; do
    FIGURE[$name/loaded]=$(load "$(uri_of "$name")" "$MARK" memory)
  done
  for ((round = 0; round < ROUNDS; round++)); do
    artifacts
  done

  if [[ -n ${URI:-} ]]; then
    echo "Sandbox, then the MLflow server at $URI, then how many times better: side by side in one run, best of $ROUNDS rounds of $SPAN s, 16 connections"
  else
    echo "Sandbox, then MLflow 3.11 with 4 workers and SQLite as measured elsewhere, on another machine of 2 cores (the better end of each range), then how many times better"
    FIGURE[other/alias]=420 FIGURE[other/create]=65 FIGURE[other/batch]=34 FIGURE[other/page]=58
    FIGURE[other/loaded]=2150 FIGURE[other/upload]=8.3 FIGURE[other/upload/peak]=2253 FIGURE[client/files]=7.3
  fi
  line "start of the process to /health" start ms share
  line "resident memory, idle" idle MiB share
  line "resident memory after the requests" loaded MiB share
  line "get-by-alias" alias 1/s times
  line "model-versions/create" create 1/s times
  line "log-batch of 100 metrics" batch 1/s times
  line "search, a page of 100 of ${VERSIONS:-10000} versions" page 1/s times
  line "search, the 100 versions of one name" name 1/s times
  line "filling the catalog, versions" prepare 1/s times
  local measure
  echo "  with --store"
  for measure in alias create batch page name; do
    OURS=kept line "  $measure" "$measure" 1/s times
  done
  OURS=kept line "  start of the process to /health" start ms share
  OURS=kept line "  resident memory after the requests" loaded MiB share
  for measure in alias create batch page name; do
    line "  $measure: half of the answers within" "$measure/median" ms share
    line "  $measure: 99 of 100 within" "$measure/slow" ms share
  done
  line "$MIB MiB up" upload s share
  line "$MIB MiB up, most memory" upload/peak MiB share
  line "$MIB MiB down" download s share
  line "$MIB MiB down, most memory" download/peak MiB share
  line "$MIB MiB up, beside cp and sync" upload s share disk
  line "$MIB MiB down, beside cat" download s share disk
  line "1000 files of 100 KiB up, toolkit's client" files s share
  line "1000 files up, beside the other's own client" files s share client
  echo "  errors: ${FIGURE[sandbox/errors]} and ${FIGURE[kept/errors]} of the sandboxes, ${FIGURE[other/errors]:-0} of the other; cp without sync took ${FIGURE[disk/cached]} s"
}

gates() {
  publish bench/ModelOps.Bench "$WORK/bench"
  "$WORK/bench/ModelOps.Bench" gates rows "${SAMPLE:-1000000}" "${RESAMPLES:-2000}" "${TIMES:-3}"
  "$WORK/bench/ModelOps.Bench" gates simulation "${RUNS:-1000}"
}

sqlite() {
  local name version open insert read commit
  publish bench/ModelOps.Bench "$WORK/bench"
  declare -A versions
  for ((round = 0; round < ROUNDS * 2; round++)); do
    for name in bundled system; do
      read -r version open insert read commit < <("$WORK/bench/ModelOps.Bench" sqlite $([[ $name == bundled ]] || echo "${LIBRARY:-libsqlite3.so.0}"))
      versions[$name]=$version
      lower "$name/open" "$open"
      lower "$name/insert" "$insert"
      lower "$name/read" "$read"
      lower "$name/commit" "$commit"
    done
  done

  echo "The bundled SQLite ${versions[bundled]}, then the operating system's ${versions[system]}, best of $((ROUNDS * 2)), then the bundled one's time as a share of the other's"
  for name in open insert read commit; do
    awk -v name="$name" -v ours="${FIGURE[bundled/$name]}" -v theirs="${FIGURE[system/$name]}" 'BEGIN { printf "  %-8s %9.2f ms %9.2f ms %6.2f\n", name, ours, theirs, ours / theirs }'
  done
}

for part in "${@:-throughput startup build sandbox gates sqlite checkout}"; do
  for name in $part; do
    "$name"
  done
done
