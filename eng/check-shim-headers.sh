#!/usr/bin/env bash
# Compiles the shim (syntax only) against the headers of Debian 13's libtorch-dev 2.6 and libgloo-dev, to keep it true to libtorch 1.13 and 2.x at once.
# The part for CUDA's memory figures is checked too, with the toolkit's few names that c10 uses declared here; NCCL's is not.
# Exit 0: it compiles. 1: it does not. 3: the headers could not be fetched, so nothing was checked.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=$PWD/.tools/libtorch-trixie
headers=$tools/files/usr/include
# The mirror that this machine already uses, or DEBIAN_MIRROR.
# Asked of apt's sources, not of its lists: a fresh machine has none yet.
sources() { apt-get update --print-uris | sed -n "s#^'\(.*\)/dists/.*/InRelease'.*#\1#p"; }
mirror=${DEBIAN_MIRROR:-$(sources | grep -v security | sed -n 1p)} || true

fetch() {
    # A sources list and state of its own: the system's apt stays as it is.
    mkdir -p "$tools"/{lists/partial,cache/archives/partial,etc}
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" >"$tools/etc/sources.list"
    local options=(-o Dir::Etc::sourcelist="$tools/etc/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$tools/lists"
                   -o Dir::Cache="$tools/cache" -o APT::Sandbox::User=root)
    apt-get "${options[@]}" -qq update
    (cd "$tools" && apt-get "${options[@]}" -qq download libtorch-dev libgloo-dev)
    for package in "$tools"/*.deb; do dpkg -x "$package" "$tools/files"; done
}

if [ ! -f "$headers/ATen/ATen.h" ] || [ ! -f "$headers/gloo/context.h" ]; then
    if [ -z "$mirror" ]; then
        echo "check-shim-headers: apt names no Debian mirror to fetch libtorch-dev and libgloo-dev of Debian 13 from; nothing was checked. Set DEBIAN_MIRROR." >&2
        exit 3
    fi
    mkdir -p "$tools"
    if ! fetch >"$tools.log" 2>&1; then
        echo "check-shim-headers: libtorch-dev and libgloo-dev of Debian 13 could not be fetched from $mirror; nothing was checked. $(tail -1 "$tools.log")" >&2
        exit 3
    fi
fi

version=$(sed -n 's/^#define TORCH_VERSION_\(MAJOR\|MINOR\|PATCH\) \([0-9]*\).*/\2/p' "$headers/torch/csrc/api/include/torch/version.h" | paste -sd.)
echo "check-shim-headers: against libtorch $version"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/c10/cuda/impl"
touch "$work/c10/cuda/impl/cuda_cmake_macros.h" "$work/cuda.h" # the first is made where libtorch is built with CUDA
cat >"$work/cuda_runtime_api.h" <<'CPP'
#pragma once
#include <cstddef>
typedef struct CUstream_st* cudaStream_t;
typedef struct CUgraph_st* cudaGraph_t;
enum cudaError_t { cudaSuccess = 0, cudaErrorNotReady = 600 };
enum cudaStreamCaptureMode { cudaStreamCaptureModeGlobal, cudaStreamCaptureModeThreadLocal, cudaStreamCaptureModeRelaxed };
enum cudaStreamCaptureStatus { cudaStreamCaptureStatusNone, cudaStreamCaptureStatusActive, cudaStreamCaptureStatusInvalidated };
enum cudaMemcpyKind { cudaMemcpyHostToHost };
cudaError_t cudaGetLastError();
const char* cudaGetErrorString(cudaError_t);
cudaError_t cudaStreamQuery(cudaStream_t);
cudaError_t cudaStreamSynchronize(cudaStream_t);
cudaError_t cudaStreamGetPriority(cudaStream_t, int*);
cudaError_t cudaStreamIsCapturing(cudaStream_t, cudaStreamCaptureStatus*);
cudaError_t cudaThreadExchangeStreamCaptureMode(cudaStreamCaptureMode*);
cudaError_t cudaDeviceGetStreamPriorityRange(int*, int*);
cudaError_t cudaMemcpyAsync(void*, const void*, size_t, cudaMemcpyKind, cudaStream_t);
CPP
everything=$work/everything.cpp
# One parse of torch/torch.h for all units; their exports have C names, their helpers are static.
for unit in SynapseLab.Torch/native/src/*.cpp; do echo "#include \"$PWD/$unit\"" >>"$everything"; done
g++ -std=c++17 -fsyntax-only -Wall -Wextra -DUSE_C10D_GLOO -DSL_CUDA_STATISTICS -isystem "$work" -isystem "$headers" -isystem "$headers/torch/csrc/api/include" -ISynapseLab.Torch/native/src "$everything"
echo "check-shim-headers: the shim compiles against libtorch $version"
