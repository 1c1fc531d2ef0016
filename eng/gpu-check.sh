#!/usr/bin/env bash
# Checks SynapseLab on a machine with a GPU, PyTorch, CMake and g++ that has neither .NET nor a network.
#   eng/gpu-check.sh --publish DIR
#   eng/gpu-check.sh DIR [--device NAME] [--only tables|runs] [-- options of the benchmark 'caching']
# The first, where .NET is, packs the command line and the benchmarks with their runtime into DIR, below 64 MiB. The second, in a copy
# of the repository beside that GPU, builds the shim against PyTorch's libtorch, compares training steps with PyTorch's (tables),
# trains, extracts and evaluates on a phantom (runs), and prints all of it as Markdown. --device cpu does the same on the CPU in small
# sizes. Exit 0: all is well. 1: something is not. 2: wrong usage. 3: there is no such device, or no PyTorch; nothing was checked.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
    sed -n '3,4s/^# *//p' "$0" >&2
    exit 2
}

[ $# -gt 0 ] || usage
if [ "$1" = --publish ]; then
    [ $# -eq 2 ] || usage
    exec eng/gpu-check/publish.sh "$2"
fi

packed=$1/synapselab-linux-x64.tar.gz
shift
device=cuda:0
only=
while [ $# -gt 0 ]; do
    case $1 in
        --device) device=${2:-}; shift 2 || usage ;;
        --only) only=${2:-}; shift 2 || usage; [[ $only =~ ^(tables|runs)$ ]] || usage ;;
        --) shift; break ;;
        *) usage ;;
    esac
done
[ -f "$packed" ] || { echo "gpu-check: $packed is not there; make it with --publish where .NET is." >&2; exit 2; }

python=
for candidate in python3 /usr/bin/python3; do
    if [ -z "$python" ] && "$candidate" -c 'import torch' 2>/dev/null; then python=$candidate; fi
done
[ -n "$python" ] || { echo "gpu-check: no python3 of this machine has PyTorch; nothing was checked." >&2; exit 3; }
if [ "$device" != cpu ] && ! "$python" -c 'import sys, torch; torch.zeros(1, device=sys.argv[1])' "$device" 2>/dev/null; then
    echo "gpu-check: PyTorch sees no $device on this machine, so nothing was checked; --device cpu does the same on the CPU in small sizes." >&2
    exit 3
fi

# A wheel says where its libtorch is; Debian's PyTorch is one with the system's, which CMake finds by itself.
wheel=$("$python" -c 'import torch; print(torch.utils.cmake_prefix_path)')
if [ -d "$wheel" ]; then
    export CMAKE_PREFIX_PATH=$wheel
else
    echo "gpu-check: this PyTorch has no libtorch to build against, so the system's is taken." >&2
fi
shim=$PWD/SynapseLab.Torch/native/build-gpu-check
SynapseLab.Torch/native/build-shim.sh "$shim" "$(nproc)" >&2
[ -f "$shim/libsynapse_torch.so" ] || { tail -n 20 "$shim/shim.log" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar -C "$work" -xzf "$packed"
export SYNAPSE_TORCH_NATIVE=$shim PROGRAM=$work PYTHON=$python DEVICE=$device
# A wheel's CUDA lies beside it; Python finds it by itself, another program may not.
export LD_LIBRARY_PATH
LD_LIBRARY_PATH=$("$python" -c '
import glob, os, torch
print(":".join(glob.glob(os.path.join(os.path.dirname(torch.__file__), "..", "nvidia", "*", "lib"))))')${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}

echo "# SynapseLab on $device"
echo
"$python" eng/gpu-check/machine.py "$device"
failed=0
if [ "$only" != runs ]; then
    eng/gpu-check/tables.sh "$@" || failed=1
fi
if [ "$only" != tables ]; then
    eng/gpu-check/runs.sh || failed=1
fi
exit $failed
