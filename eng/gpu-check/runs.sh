#!/usr/bin/env bash
# The command line from phantom to evaluation on a device, a step of every method, and features against the CPU's, as a Markdown table.
# Needs the variables of gpu-check.sh. Exit 1: a row failed.
set -uo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ "$DEVICE" = cpu ]; then
    phantom=(--bboxes 1 --size 64 --synapses 8) cube=16 network=(--width 4 --batch-size 4)
else
    phantom=(--bboxes 2 --size 160 --synapses 40) cube=64 network=(--width 64 --batch-size 16)
fi
on_device=(--device "$DEVICE")
train=(train --preproc-dir "$work/cubes" "${network[@]}" "${on_device[@]}")
failed=0

# row WHAT COMMAND…: a line of the table with the last line that the command printed.
row() {
    local what=$1 outcome=ok start=$SECONDS
    shift
    if ! "$@" >"$work/log" 2>&1; then outcome=FAILED failed=1; fi
    echo "| $what | $outcome | $((SECONDS - start)) | $(grep -v '^\s*$' "$work/log" | tail -n 1 | tr '|' '/') |"
}

# HDF5 and TIFF come packed. Not for Python, whose own libraries may be newer.
synapselab() { LD_LIBRARY_PATH="$PROGRAM/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" "$PROGRAM/synapselab" "$@"; }

# Features are compared in full float32: a GPU's own short cut, TF32, keeps three digits.
features() {
    NVIDIA_TF32_OVERRIDE=0 synapselab extract --checkpoint "$work/first/checkpoints/final.pt" --preproc-dir "$work/cubes" --output-dir "$work/on-device" "${on_device[@]}" &&
        synapselab extract --checkpoint "$work/first/checkpoints/final.pt" --preproc-dir "$work/cubes" --output-dir "$work/on-cpu" --device cpu &&
        "$PYTHON" - "$work" <<'PY'
import sys
import numpy as np

device, cpu = (np.load(f"{sys.argv[1]}/{where}/features.npy") for where in ("on-device", "on-cpu"))
apart = np.abs(device - cpu).max() / np.abs(cpu).max()
print(f"{len(cpu)} × {cpu.shape[1]} features, furthest apart {apart:.1e} of the greatest; at most 1e-3")
sys.exit(0 if apart <= 1e-3 else 1)
PY
}

echo
echo "## Runs of the command line"
echo
echo "| what | outcome | s | its last line |"
echo "|---|---|---:|---|"
row "phantom" synapselab phantom --out "$work/phantom" "${phantom[@]}"
row "cubes of $cube³" synapselab preprocess --data-dir "$work/phantom" --preproc-dir "$work/cubes" --cube-size "$cube"
row "pre-flight" synapselab "${train[@]}" --preflight
row "two epochs, float32" synapselab "${train[@]}" --run-dir "$work/first" --epochs 2
row "two epochs, bfloat16, micro-batches" synapselab "${train[@]}" --run-dir "$work/second" --epochs 2 --precision bfloat16 --micro-batch-size 2
[ "$DEVICE" = cpu ] || row "two epochs, float16" synapselab "${train[@]}" --run-dir "$work/third" --epochs 2 --precision float16
for method in barlow byol moco2 moco3 mvm simsiam vicreg; do
    row "an epoch of $method" synapselab "${train[@]}" --run-dir "$work/$method" --method "$method" --epochs 1 --mask-patch 8
done
for augmentation in strong vgg em bbox; do
    row "an epoch with the views of $augmentation" synapselab "${train[@]}" --run-dir "$work/$augmentation" --augmentation "$augmentation" --epochs 1
done
row "an epoch of vgg3d, LARS, averaged weights" synapselab "${train[@]}" --run-dir "$work/vgg3d" --backbone vgg3d --optimizer lars --ema-decay 0.9 --epochs 1
row "features against the CPU's" features
row "evaluation" synapselab evaluate --checkpoint "$work/first/checkpoints/final.pt" --preproc-dir "$work/cubes" --output-dir "$work/results" "${on_device[@]}"
exit $failed
