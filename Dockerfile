# SynapseLab as a container: `docker build --target cpu -t synapselab .` or `--target cuda`.
#   docker run -p 5080:5080 -v synapselab-data:/data synapselab
#   docker run --gpus all -p 5080:5080 -v synapselab-data:/data synapselab-cuda
# The command line lies beside the server: docker run --entrypoint dotnet synapselab synapselab.dll --help
# Mount EM data below /datasets (read-only is enough): -v /mnt/em:/datasets:ro

ARG DOTNET=mcr.microsoft.com/dotnet/sdk:10.0

FROM ${DOTNET} AS dotnet

# --- cpu: Debian 13 and its libtorch 2.6 -----------------------------------------------------------------------------
FROM debian:13-slim AS cpu-base
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates libicu76 libopenblas0-pthread libhdf5-dev libtiff-dev libtorch-dev \
 && rm -rf /var/lib/apt/lists/*
COPY --from=dotnet /usr/share/dotnet /usr/share/dotnet
RUN ln -s /usr/share/dotnet/dotnet /usr/local/bin/dotnet

FROM cpu-base AS cpu-build
RUN apt-get update && apt-get install -y --no-install-recommends libgloo-dev cmake g++ nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN dotnet publish SynapseLab.Web -c Release -o /app -p:UseOfficialBlazorAssets=true

FROM cpu-base AS cpu
COPY --from=cpu-build /app /app
ENV SynapseLab__DataPath=/data SynapseLab__DataRoots__0=/datasets
WORKDIR /app
VOLUME /data
EXPOSE 5080
ENTRYPOINT ["dotnet", "SynapseLab.Web.dll", "--urls", "http://0.0.0.0:5080"]

# --- cuda: the libtorch inside a PyTorch image -----------------------------------------------------------------------
FROM pytorch/pytorch:2.9.1-cuda12.8-cudnn9-devel AS cuda-base
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates libhdf5-dev libtiff-dev \
 && rm -rf /var/lib/apt/lists/*
COPY --from=dotnet /usr/share/dotnet /usr/share/dotnet
RUN ln -s /usr/share/dotnet/dotnet /usr/local/bin/dotnet

FROM cuda-base AS cuda-build
RUN apt-get update && apt-get install -y --no-install-recommends cmake g++ nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN export CMAKE_PREFIX_PATH="$(python -c 'import torch; print(torch.utils.cmake_prefix_path)')" \
 && dotnet publish SynapseLab.Web -c Release -o /app -p:UseOfficialBlazorAssets=true

FROM cuda-base AS cuda
COPY --from=cuda-build /app /app
ENV SynapseLab__DataPath=/data SynapseLab__DataRoots__0=/datasets
WORKDIR /app
VOLUME /data
EXPOSE 5080
ENTRYPOINT ["dotnet", "SynapseLab.Web.dll", "--urls", "http://0.0.0.0:5080"]
