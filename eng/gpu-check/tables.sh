#!/usr/bin/env bash
# Training steps beside PyTorch's, by the benchmark 'caching'; its options may be given, they come after ours.
# Needs the variables of gpu-check.sh.
set -euo pipefail
if [ "$DEVICE" = cpu ]; then
    sizes=(--cubes 16 --precisions float32,bfloat16 --batch 4 --micro-batches 4,2 --width 4 --steps 3)
else
    sizes=(--cubes 64,80 --precisions float32,bfloat16,float16 --batch 32 --micro-batches 32,8 --width 64 --steps 10)
fi
echo
echo "## A training step beside PyTorch"
echo
"$PROGRAM/SynapseLab.Benchmarks" caching --device "$DEVICE" --python "$PYTHON" "${sizes[@]}" "$@"
