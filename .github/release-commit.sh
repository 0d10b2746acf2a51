#!/usr/bin/env bash
# Makes the commit of a release, on top of the one that was built, and its tag; on no branch, and nothing is pushed.
# Arguments: the tag, a directory with the files that the commit has anew, and the sums of what is released.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tag=${1:?"The tag is needed, such as v0.2.0."}
files=${2:?"The directory with the files of the commit is needed."}
sums=${3:?"The sums of what is released are needed."}
expected='actions/setup/release.json templates/azure-pipelines/steps/setup.yml'

fail() {
  echo "::error title=Release::$1" >&2
  exit 1
}

value() {
  sed -n 's|^  "'"$1"'": "\([^"]*\)",\{0,1\}$|\1|p' "$files/actions/setup/release.json"
}

found=$(cd "$files" && find . -type f | sed 's:^\./::' | LC_ALL=C sort | tr '\n' ' ')
[[ "${found% }" == "$expected" ]] || fail "The commit is to have $expected, and not '${found% }'."
[[ "v$(value version)" == "$tag" ]] || fail "The tag is '$tag', and release.json says '$(value version)'."
[[ "$(value commit)" == "$(git rev-parse HEAD)" ]] || fail "release.json says that commit '$(value commit)' was built, and HEAD is another."
grep -qxF "$(value sha256)  modelops-linux-x64.tar.gz" "$sums" || fail "The archive that release.json names by its SHA-256 is not among what is released."
if git rev-parse --quiet --verify "refs/tags/$tag" > /dev/null; then
  fail "There is a tag '$tag' already."
fi

git checkout --quiet --detach
for file in $expected; do
  cp "$files/$file" "$file"
  git add -- "$file"
done
git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' \
  commit --quiet --message "Release ${tag#v}: the archive built from $(value commit)" -- $expected
git tag "$tag"
git log -1 --format='%H %s' "$tag"
