#!/usr/bin/env bash
# Sets up what is missing, builds, runs every test. Last line: "N passed, N failed, N skipped".
#   ./test.sh                      everything
#   ./test.sh -class NAME …        options of the xunit.v3 runner; the viewers' specs are then left out
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root"
results=$root/TestResults
mkdir -p "$results"

rm -f "$results/tests.xml"

passed=0 failed=0 skipped=0
finish() {
  if [ -s "$results/tests.xml" ]; then node eng/failed-tests.mjs "$results/tests.xml"; fi
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ]
  exit
}
broken() {
  echo "test: $1" >&2
  failed=$((failed + 1))
  finish
}

eng/setup.sh --tests || broken "setting up failed"
dotnet build SynapseLab.sln -c Release -v quiet -nologo -p:TorchShimJobs="$(nproc)" || broken "the build failed"

if [ $# -eq 0 ]; then
  dotnet format SynapseLab.sln whitespace --verify-no-changes --no-restore -v quiet || broken "'dotnet format whitespace' would change files"
  specs=$results/specs.json
  rm -f "$specs"
  (cd SynapseLab.Web && npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$specs")
  [ -s "$specs" ] || broken "the viewers' specs did not run"
  read -r p f s < <(node -e 'const r=JSON.parse(require("fs").readFileSync(process.argv[1]));console.log(r.numPassedTests,r.numFailedTests+(r.success||r.numFailedTests?0:1),r.numPendingTests)' "$specs")
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
fi

report=$results/tests.xml
dotnet run --project SynapseLab.Tests -c Release --no-build -- -xml "$report" -noLogo "$@"
[ -s "$report" ] || broken "the test runner ended without a report"
count() { grep -o "<assembly [^>]*" "$report" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{n+=$1} END {print n+0}'; }
passed=$((passed + $(count passed))) skipped=$((skipped + $(count skipped)))
failed=$((failed + $(count failed) + $(count errors)))
finish
