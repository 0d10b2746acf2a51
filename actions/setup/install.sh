#!/usr/bin/env bash
# Puts the modelops command on PATH: for actions/setup, and as the text of templates/azure-pipelines/steps/setup.yml, which is emitted from it.
#   plan      says which way is taken, in a line and as outputs of a GitHub step
#   install   goes that way; without a word too
# There are three: the archive of a release, a NuGet feed, and building the checkout that this file lies in.
# Nothing here has a dollar before a parenthesis: in a template of Azure Pipelines that is a macro.
set -euo pipefail
LC_ALL=C

exact='^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$'
address='^https://[A-Za-z0-9][A-Za-z0-9./:_~%+=,-]*$'
sum='^[0-9a-f]{64}$'
version=${TOOL_VERSION:-} source=${TOOL_SOURCE:-} archive=${TOOL_ARCHIVE:-} sha256=${TOOL_SHA256:-}
action=${GITHUB_ACTION_PATH:-}
action=${action//\\//}
base=${AGENT_TEMPDIRECTORY:-}
[[ -z $action ]] || base=$RUNNER_TEMP
base=${base//\\//}/modelops
way='' key='' words='' dotnet=no commit='' form='' unfinished=''
trap 'if [[ -n $unfinished ]]; then rm -rf "$unfinished"; fi' EXIT

fail() { # exit code, what is wrong
  if [[ -n $action ]]; then
    echo "::error title=ModelOps setup::$2"
  else
    echo "##vso[task.logissue type=error]ModelOps setup: $2"
  fi
  exit "$1"
}

# What release.json beside this file says, one name a line as the release writes it.
read_release() {
  local line pattern='^ *"([a-z0-9]+)": "([^"\]*)",?$'
  release_repository='' release_version='' release_commit='' release_archive='' release_sha256=''
  while IFS= read -r line || [[ -n $line ]]; do
    if [[ ${line%$'\r'} =~ $pattern ]]; then
      case ${BASH_REMATCH[1]} in
        repository) release_repository=${BASH_REMATCH[2]} ;;
        version) release_version=${BASH_REMATCH[2]} ;;
        commit) release_commit=${BASH_REMATCH[2]} ;;
        archive) release_archive=${BASH_REMATCH[2]} ;;
        sha256) release_sha256=${BASH_REMATCH[2]} ;;
      esac
    fi
  done < "$action/release.json"
  [[ $release_repository == */* && $release_version =~ $exact && $release_commit =~ ^[0-9a-f]{40,64}$ && $release_archive =~ $address && $release_sha256 =~ $sum ]] ||
    fail 2 "actions/setup/release.json is not as a release writes it. Use the commit of a release's tag, or set the input 'source'."
}

git_of_action() {
  git -c safe.directory='*' -C "$action/../.." "$@" 2> /dev/null
}

# Where the action comes from, as far as that can be told: the directory that a runner unpacks actions to, the checkout, or the runner's word.
find_origin() {
  local pattern='/_actions/([^/]+/[^/]+)/(.+)/actions/setup$' word value=''
  repository='' parent=unknown
  if [[ $action =~ $pattern ]]; then
    repository=${BASH_REMATCH[1]} commit=${BASH_REMATCH[2]}
  elif [[ -e $action/../../.git ]] && command -v git > /dev/null; then
    read -r commit < <(git_of_action rev-parse HEAD) || true
    read -r value < <(git_of_action config --get remote.origin.url) || true
    value=${value%/}
    [[ ${value%.git} =~ ([^/:]+/[^/]+)$ ]] && repository=${BASH_REMATCH[1]}
    while read -r word value && [[ -n $word ]]; do
      case $word in
        tree) parent='' ;;
        parent) parent=${parent:-$value} ;;
      esac
    done < <(git_of_action cat-file -p HEAD)
  else
    repository=${ACTION_REPOSITORY:-} commit=${ACTION_REF:-}
  fi
  [[ $commit =~ ^[0-9a-f]{40,64}$ ]] || commit=''
}

# Sets why the release is not what this action belongs to; empty where it is.
compare_with_release() {
  reason=''
  shopt -s nocasematch
  if [[ -n $repository && $repository != "$release_repository" ]]; then
    reason="it comes from $repository, and the release is of $release_repository"
  elif [[ $parent != unknown && $parent != "$release_commit" ]]; then
    reason="its commit is not that of the release $release_version"
  fi
  shopt -u nocasematch
}

# Sets system, processor and libc, and why the release's program does not run here; empty where it does.
look_at_machine() {
  local line='' pattern='([0-9]+\.[0-9]+)$'
  read -r system processor < <(uname -sm)
  libc=''
  unfit=''
  case $system in
    Linux) ;;
    Darwin) unfit='macOS' ;;
    MINGW* | MSYS* | CYGWIN*) unfit='Windows' ;;
    *) unfit=$system ;;
  esac
  [[ -z $unfit ]] || return 0
  read -r line < <(getconf GNU_LIBC_VERSION 2> /dev/null) || true
  [[ -n $line ]] || read -r line < <(ldd --version 2>&1) || true
  shopt -s nocasematch
  if [[ $line == *musl* ]]; then
    libc=musl unfit='Linux with musl'
  elif [[ $line =~ $pattern && ( $line == *glibc* || $line == *'gnu libc'* ) ]]; then
    libc=${BASH_REMATCH[1]}
    (( ${libc%%.*} > 2 || ( ${libc%%.*} == 2 && ${libc#*.} >= 34 ) )) || unfit="Linux with glibc $libc"
  else
    unfit='Linux with a C library that neither getconf nor ldd names'
  fi
  shopt -u nocasematch
  [[ $processor == x86_64 || $processor == amd64 ]] || unfit="Linux on $processor"
}

plan_archive() {
  look_at_machine
  [[ -z $unfit ]] ||
    fail 2 "The program of a release is for Linux on x64 with glibc 2.34 or newer, and this machine is $unfit. Set 'source' to a NuGet feed that has ModelOps.Cli $version: that sets up the .NET SDK and installs the portable form."
  [[ $archive =~ $address ]] || fail 2 "The archive's address must begin with https:// and have letters, digits and ./:_~%+=,- only."
  [[ $sha256 =~ $sum ]] || fail 2 "The archive's SHA-256 must be 64 hexadecimal digits: give 'sha256' beside 'archive'."
  way=archive key=archive-$version-${sha256:0:16} words="from the archive $archive"
}

plan_feed() {
  local check
  read -r check _ < <(printf '%s' "$source" | cksum)
  way=feed key=feed-$version-$check dotnet=run words="from the NuGet feed of 'source'"
  [[ -n $source && $source != configured ]] || words='from the NuGet feeds that this machine is configured with'
}

plan_build() { # why
  local stated='' pattern='<Version>([^<]*)</Version>' line
  while IFS= read -r line; do
    [[ $line =~ $pattern ]] && stated=${BASH_REMATCH[1]} && break
  done 2> /dev/null < "$action/../../Directory.Build.props" || true
  [[ $stated == "$version" ]] || fail 2 "The action is of version ${stated:-unknown} and not $version. Use the commit of that release, or set the input 'source'."
  look_at_machine
  dotnet=run form=portable
  if [[ $system == Linux && $processor == x86_64 && -n $libc && $libc != musl ]] && { command -v gcc || command -v clang; } > /dev/null; then
    dotnet=build form=native
  fi
  way=build key=build-$form-${system%%[!A-Za-z]*}-$processor-${libc:-none}-${commit:-unknown}
  words="built from the action's own checkout, as a $form program: $1"
}

decide() {
  [[ $version =~ $exact ]] || fail 2 "'version' must be one exact version, such as 0.1.0."
  if [[ -n $source ]]; then
    plan_feed
  elif [[ -z $action ]]; then
    if [[ -n $archive ]]; then plan_archive; else plan_feed; fi
  else
    release_sha256=''
    if [[ -f $action/release.json ]]; then read_release; fi
    if [[ -n $archive ]]; then
      sha256=${sha256:-$release_sha256}
      plan_archive
    else
      find_origin
      if [[ -z $release_sha256 ]]; then
        plan_build 'it is of no release'
        return
      fi
      compare_with_release
      if [[ -n $reason ]]; then
        plan_build "$reason"
        return
      fi
      [[ $release_version == "$version" ]] || fail 2 "The action is of release $release_version and not $version. Use the commit of that release, or set the input 'source'."
      archive=$release_archive sha256=$release_sha256
      plan_archive
      words="$words (commit $release_commit of $release_repository)"
    fi
  fi
}

download_with_python() { # address, file, most bytes
  python3 -I - "$@" << 'PY'
import sys, urllib.error, urllib.request

address, target, most = sys.argv[1], sys.argv[2], int(sys.argv[3])


class HttpsOnly(urllib.request.HTTPRedirectHandler):
    max_redirections = 5

    def redirect_request(self, request, stream, code, message, headers, new):
        return super().redirect_request(request, stream, code, message, headers, new) if new.startswith("https://") else sys.exit(1)


try:
    with urllib.request.build_opener(HttpsOnly).open(address, timeout=60) as answer, open(target, "wb") as file:
        size, stated = 0, answer.headers.get("Content-Length")
        while chunk := answer.read(65536):
            size += len(chunk)
            if size > most:
                sys.exit(63)
            file.write(chunk)
    if stated and size != int(stated):
        sys.exit(18)
except urllib.error.HTTPError as error:
    print(error.code)
    sys.exit(22)
except OSError:
    sys.exit(56)
PY
}

download() { # file
  local status=0 code='' most=209715200
  if command -v curl > /dev/null; then
    curl --fail --silent --show-error --location --max-redirs 5 --proto '=https' --proto-redir '=https' --retry 3 --retry-connrefused --connect-timeout 20 \
      --max-time 600 --max-filesize "$most" --write-out '%{http_code}\n' --output "$1" "$archive" > "$1.code" || status=$?
  elif command -v python3 > /dev/null; then
    download_with_python "$archive" "$1" "$most" > "$1.code" || status=$?
  else
    fail 2 "Neither curl nor python3 is there to fetch the archive with. Install one in a step before this one."
  fi
  read -r code < "$1.code" || true
  case $status in
    0) ;;
    1) fail 6 "The archive was not fetched: its address, or one that it leads to, is not https." ;;
    18) fail 6 "The archive's download broke off before its end. Run the job again." ;;
    22 | 56) [[ $code != 404 ]] || fail 6 "There is no archive at $archive (404). A release has one from when its draft is published; one of a private repository is not handed out: set 'source', or 'archive' to a copy."
      fail 6 "The archive was not fetched: $archive answered ${code:-with nothing} (exit code $status)." ;;
    47) fail 6 "The archive was not fetched: its address leads on more than five times." ;;
    63) fail 6 "The archive was not fetched: it is larger than 200 MiB." ;;
    *) fail 6 "The archive was not fetched: the download ended with exit code $status." ;;
  esac
}

# Only plain files and directories with plain names, so that unpacking writes below one directory.
check_members() { # archive, scratch file
  local line name
  tar -tzf "$1" > "$2" 2> /dev/null && tar -tvzf "$1" > "$2.long" 2> /dev/null || fail 6 "What came is no archive."
  while IFS= read -r name; do
    if [[ ! $name =~ ^[A-Za-z0-9._/+-]+$ || $name == /* || /$name/ == */../* ]]; then
      fail 6 "The archive has a member whose name leads elsewhere. Nothing of it was unpacked."
    fi
  done < "$2"
  while IFS= read -r line; do
    [[ $line == [-d]* ]] || fail 6 "The archive has a member that is neither a file nor a directory. Nothing of it was unpacked."
  done < "$2.long"
}

check_program() { # directory
  local said=''
  read -r said < <("$1/bin/modelops" --version 2>&1) || true
  [[ ${said%$'\r'} == "$version" ]] || fail 6 "The program does not say that it is version $version. Nothing was installed."
}

install_archive() {
  local found
  unfinished=`mktemp -d "$base/new.XXXXXX"`
  download "$unfinished/archive"
  read -r found _ < <(sha256sum "$unfinished/archive")
  [[ $found == "$sha256" ]] || fail 6 "The archive's SHA-256 is $found and not $sha256. Nothing of it was unpacked."
  check_members "$unfinished/archive" "$unfinished/members"
  mkdir "$unfinished/home"
  tar -xzf "$unfinished/archive" -o -C "$unfinished/home"
  check_program "$unfinished/home"
  mv "$unfinished/home" "$home"
}

install_feed() {
  local arguments=(--tool-path "$home/bin" --version "$version") address=$source
  unfinished=$home
  mkdir -p "$home/bin"
  if [[ -n $source && $source != configured ]]; then
    # A feed that is only named by --source gets no credentials; one with a name gets those of NuGetPackageSourceCredentials_modelops.
    address=${address//&/\&amp;}
    address=${address//</\&lt;}
    address=${address//\"/\&quot;}
    printf '<configuration><packageSources><clear /><add key="modelops" value="%s" /></packageSources></configuration>\n' "$address" > "$home/nuget.config"
    arguments+=(--configfile "$home/nuget.config")
  fi
  # Outside the sources of the job: no NuGet.Config or global.json of theirs decides where the command comes from.
  cd "$base"
  dotnet tool install ModelOps.Cli "${arguments[@]}" || fail 6 "ModelOps.Cli $version was not installed. See what dotnet says above."
  rm -f "$home/nuget.config"
}

install_build() {
  # One project at a time: what the program is made of is asked for with and without its platform, and two at once write one file.
  local properties=(--configuration Release --nologo -maxCpuCount:1)
  unfinished=`mktemp -d "$base/new.XXXXXX"`
  [[ -z $commit ]] || properties+=("-p:SourceRevisionId=$commit")
  mkdir -p "$unfinished/source" "$unfinished/home/bin" "$unfinished/home/lib/modelops"
  # A copy outside the sources of the job, for the same reason, and since an action's directory need not be writable.
  tar -C "$action/../.." --exclude=./.git --exclude=./artifacts --exclude=node_modules --exclude=obj -cf - . | tar -C "$unfinished/source" -xf -
  cd "$unfinished/source"
  if [[ $form == native ]]; then
    dotnet publish src/fronts/ModelOps.Native/ModelOps.Native.csproj "${properties[@]}" --runtime linux-x64 --output "$unfinished/published" ||
      fail 1 "The action's checkout could not be built. See what dotnet says above."
    mv "$unfinished/published/ModelOps.Native" "$unfinished/home/bin/modelops"
    mv "$unfinished/published/"*.so "$unfinished/home/lib/modelops"
  else
    dotnet publish src/fronts/ModelOps.Cli/ModelOps.Cli.csproj "${properties[@]}" -p:PublishReadyToRun=false --output "$unfinished/home/bin" ||
      fail 1 "The action's checkout could not be built. See what dotnet says above."
  fi
  cd "$base"
  check_program "$unfinished/home"
  mv "$unfinished/home" "$home"
}

# A directory without this mark is one that something left half-way.
is_there() {
  [[ -f $home/complete ]]
}

main() {
  decide
  home=$base/$key
  if [[ ${1:-install} == plan ]]; then
    if is_there; then way=there dotnet=no words='there already'; fi
    echo "ModelOps setup: version $version, $words."
    printf '%s\n' "way=$way" "directory=$home" "key=modelops-$key" "dotnet=$dotnet" "commit=$commit" >> "$GITHUB_OUTPUT"
    return
  fi
  if ! is_there; then
    [[ -n $action ]] || echo "ModelOps setup: version $version, $words."
    mkdir -p "$base"
    rm -rf "$home"
    "install_$way"
    touch "$home/complete"
    [[ $unfinished != "$home" ]] || unfinished=''
  fi
  if [[ -n $action ]]; then
    echo "$home/bin" >> "$GITHUB_PATH"
  else
    echo "##vso[task.prependpath]$home/bin"
  fi
}

main "$@"
