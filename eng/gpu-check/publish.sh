#!/usr/bin/env bash
# Packs what gpu-check.sh takes to a machine without .NET into a folder: publish.sh DIR
set -euo pipefail
archive=$1/synapselab-linux-x64.tar.gz
most_mebibytes=60 # with the repository beside it, 64 MiB in all
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for project in SynapseLab.Cli SynapseLab.Benchmarks; do
    # A folder that holds no shim: that is built where the GPU is.
    dotnet publish "$project" -c Release -r linux-x64 --self-contained -p:DebugType=none -p:TorchNativeDir=/nowhere/ \
        -v quiet -nologo -nodeReuse:false -o "$work"
done

# HDF5 and TIFF with all they need but what every machine has: the C and C++ libraries.
mkdir "$work/lib"
for name in libhdf5_serial.so.103 libtiff.so.6; do
    file=$(ldconfig -p | awk -v name="$name" '$1 == name && !seen++ { print $NF }')
    [ -n "$file" ] || { echo "gpu-check: $name is missing here; eng/setup.sh installs it." >&2; exit 1; }
    cp -L "$file" "$work/lib/"
    ldd "$file" | awk '$3 ~ /^\// { print $3 }' | grep -vE '/(libc|libm|libresolv|libstdc\+\+|libgcc_s)\.so' | xargs cp -Lt "$work/lib/"
done

mkdir -p "$1"
tar -C "$work" -czf "$archive" .
mebibytes=$(($(stat -c %s "$archive") >> 20))
echo "gpu-check: $archive, $mebibytes MiB"
[ "$mebibytes" -lt "$most_mebibytes" ] || { echo "gpu-check: it must stay below $most_mebibytes MiB." >&2; exit 1; }
