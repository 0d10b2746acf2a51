#!/usr/bin/env bash
# Writes what CHANGELOG.md says of a release, for the tag given. Fails unless the tag, the version of the toolkit and a heading of
# CHANGELOG.md say the same. A heading has the version and at most a date: '## 0.2.0' or '## 0.2.0 (2027-01-31)'.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tag=${1:?"The tag is needed, such as v0.2.0."}

fail() {
  echo "::error title=Release::$1" >&2
  exit 1
}

version=$(sed -n 's:.*<Version>\([^<]*\)</Version>.*:\1:p' Directory.Build.props)
[[ "$version" =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] || fail "Directory.Build.props has no version."
[[ "$tag" == "v$version" ]] || fail "The tag is '$tag', and Directory.Build.props says '$version': the tag has to be 'v$version'."
if grep -qxF "## $version (unreleased)" CHANGELOG.md; then
  fail "CHANGELOG.md still says that $version is unreleased: give its heading the date."
fi

notes=$(awk -v version="$version" '
  /^## / { within = ($0 == "## " version) || ($2 == version && $0 ~ / \([0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]\)$/); next }
  within { print }
' CHANGELOG.md)
[[ "$notes" =~ [^[:space:]] ]] || fail "CHANGELOG.md has no heading '## $version', or nothing below it."
printf '%s\n' "$notes" | sed '/./,$!d'
