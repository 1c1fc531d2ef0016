#!/usr/bin/env bash
# Sets up what is missing, builds, and serves SynapseLab. Options go to the server: ./run.sh --urls http://0.0.0.0:5080
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root"

eng/setup.sh
server=$root/SynapseLab.Web/bin/Release/net10.0/SynapseLab.Web.dll
# Building costs seconds even when nothing changed, so it is done only when a source is newer than the server.
if eng/is-stale.sh "$server"; then
  echo "run: building (the first time takes a few minutes)"
  dotnet build SynapseLab.Web/SynapseLab.Web.csproj -c Release -v quiet -nologo -p:TorchShimJobs="$(nproc)"
  touch "$server"
fi
cd SynapseLab.Web
exec dotnet "$server" "$@"
