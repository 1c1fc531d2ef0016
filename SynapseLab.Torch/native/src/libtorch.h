// The one expensive parse that all units share. torch/cuda.h speaks to CUDA through libtorch's hooks and needs no toolkit.
#pragma once
#include <ATen/autocast_mode.h>
#include <torch/cuda.h>
#include <torch/torch.h>
#include <torch/version.h>

#include <atomic>
#include <cstdint>
#include <string>
