#!/usr/bin/env bash
# Installs what SynapseLab needs from Debian and says why; changes nothing when all is there.
#   eng/setup.sh          what building and running needs
#   eng/setup.sh --tests  also what the tests need (a browser, Python to check our files against)
set -euo pipefail

# package | why
needed="libtorch-dev|tensors, autograd and networks (the shim links it)
libgloo-dev|headers of Gloo: training with several processes
libopenblas0-pthread|fast matrix products for libtorch on the CPU
libhdf5-dev|cube files (HDF5)
libtiff-dev|reading and writing EM slices (TIFF)
cmake|builds the libtorch shim
g++|compiles the libtorch shim"
if [ "${1:-}" = --tests ]; then
  needed="$needed
chromium|end-to-end tests in a real browser
python3-torch|checks checkpoints and numbers against PyTorch
python3-h5py|checks cube files against h5py
python3-tifffile|checks slices against tifffile
python3-protobuf|checks TensorBoard's event files against Google's protobuf
python3-pil|checks our PNG against Pillow"
fi

# A CUDA libtorch of one's own (README, "GPU") takes the place of Debian's.
if [ -n "${Torch_DIR:-}${CMAKE_PREFIX_PATH:-}" ]; then
  needed=$(grep -vE '^(libtorch|libgloo)-dev[|]' <<<"$needed")
fi
# Node may come from elsewhere than Debian; what counts is that the commands answer.
if ! command -v node >/dev/null; then needed="$needed
nodejs|builds the canvas viewers and charts"; fi
if ! command -v npm >/dev/null; then needed="$needed
npm|installs the viewers' build tools"; fi

if ! command -v dotnet >/dev/null; then
  echo "setup: the .NET 10 SDK is missing (command 'dotnet'). Install it by https://learn.microsoft.com/dotnet/core/install/linux-debian and run this again." >&2
  exit 1
fi

missing=()
while IFS='|' read -r package why; do
  if ! dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed'; then
    missing+=("$package")
    echo "setup: $package is missing: $why"
  fi
done <<<"$needed"
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "setup: run this as root, or install sudo: apt-get install ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "setup: installing ${#missing[@]} Debian package(s) with apt-get"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { "${as_root[@]}" apt-get update &&
       "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "setup: apt-get could not install ${missing[*]}; its last lines are above." >&2
  exit 1
fi
echo "setup: done"
