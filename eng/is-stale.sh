#!/usr/bin/env bash
# Exit 0 when FILE is missing or any source of the solution is newer than it; 1 when FILE is up to date.
#   eng/is-stale.sh FILE
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
built=$1
[ -e "$built" ] || exit 0
newer=$(find "$root"/SynapseLab.{Web,Engine,Torch,Cli} "$root"/Directory.*.props "$root"/global.json \
  \( -name bin -o -name obj -o -name node_modules -o -name 'build*' -o -path '*/wwwroot/assets' -o -path '*/wwwroot/_framework' \) -prune \
  -o -type f -newer "$built" -print -quit)
[ -n "$newer" ]
