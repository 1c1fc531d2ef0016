#!/usr/bin/env bash
# Builds libsynapse_torch.so: build-shim.sh BUILD_FOLDER [JOBS]
# Exit 0 also where CMake, a compiler or libtorch is missing (the reason is in BUILD_FOLDER/shim.log): a web developer needs none of them.
# A source that does not compile is an error.
set -euo pipefail
source_dir=$(cd "$(dirname "$0")" && pwd)
build_dir=${1:?the folder for the build}
jobs=${2:-1}
mkdir -p "$build_dir"
log=$build_dir/shim.log
# Two projects of one solution may come here at the same time.
exec 9>"$build_dir/shim.lock"
flock 9

skip() {
    echo "$1" >"$log"
    echo "SynapseLab.Torch: $1"
    exit 0
}

command -v cmake >/dev/null || skip "CMake is missing; the shim is not built."
command -v c++ >/dev/null || skip "A C++ compiler is missing; the shim is not built."

generator=()
if [ ! -f "$build_dir/CMakeCache.txt" ] && command -v ninja >/dev/null; then
    generator=(-G Ninja)
fi
hints=()
[ -n "${Torch_DIR:-}" ] && hints+=("-DTorch_DIR=$Torch_DIR")
[ -n "${CMAKE_PREFIX_PATH:-}" ] && hints+=("-DCMAKE_PREFIX_PATH=$CMAKE_PREFIX_PATH")
if ! cmake -S "$source_dir" -B "$build_dir" "${generator[@]}" "${hints[@]}" -DCMAKE_BUILD_TYPE=Release >"$log" 2>&1; then
    rm -f "$build_dir/CMakeCache.txt"
    echo "SynapseLab.Torch: libtorch was not found; the shim is not built (see $log)."
    exit 0
fi
if ! cmake --build "$build_dir" --parallel "$jobs" >>"$log" 2>&1; then
    grep -E "error|Error" "$log" | head -40 >&2
    echo "libsynapse_torch.so: error: the shim does not compile; the whole output is in $log" >&2
    exit 1
fi
touch "$build_dir/shim.stamp"
