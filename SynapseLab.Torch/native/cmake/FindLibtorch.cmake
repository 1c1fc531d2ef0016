# Sets LIBTORCH_INCLUDE_DIRS, LIBTORCH_LIBRARIES, LIBTORCH_LIBRARY_DIR, LIBTORCH_CXX_FLAGS.

# <root>/share/cmake/Torch (zip, wheel) or <root>/lib/<triplet>/cmake/Torch (Debian).
set(libtorch_hints)
if(Torch_DIR)
  get_filename_component(up3 "${Torch_DIR}/../../.." ABSOLUTE)
  list(APPEND libtorch_hints "${up3}")
endif()
foreach(prefix IN LISTS CMAKE_PREFIX_PATH)
  # A wheel's cmake_prefix_path is <site-packages>/torch/share/cmake.
  get_filename_component(up2 "${prefix}/../.." ABSOLUTE)
  list(APPEND libtorch_hints "${prefix}" "${up2}")
endforeach()

find_path(LIBTORCH_ATEN_DIR ATen/ATen.h HINTS ${libtorch_hints} PATH_SUFFIXES include)
find_path(LIBTORCH_API_DIR torch/torch.h HINTS ${libtorch_hints}
          PATH_SUFFIXES include/torch/csrc/api/include torch/csrc/api/include)
find_library(LIBTORCH_CPU torch_cpu HINTS ${libtorch_hints} PATH_SUFFIXES lib)
find_library(LIBTORCH_C10 c10 HINTS ${libtorch_hints} PATH_SUFFIXES lib)
if(NOT LIBTORCH_ATEN_DIR OR NOT LIBTORCH_API_DIR OR NOT LIBTORCH_CPU OR NOT LIBTORCH_C10)
  message(FATAL_ERROR "libtorch was not found (looked under: ${libtorch_hints} and the system's folders). "
                      "Install it (Debian: apt-get install libtorch-dev) or set Torch_DIR or CMAKE_PREFIX_PATH.")
endif()
get_filename_component(LIBTORCH_LIBRARY_DIR "${LIBTORCH_CPU}" DIRECTORY)
set(LIBTORCH_INCLUDE_DIRS "${LIBTORCH_ATEN_DIR}" "${LIBTORCH_API_DIR}")
set(LIBTORCH_LIBRARIES "${LIBTORCH_CPU}" "${LIBTORCH_C10}")

# libtorch_cuda registers its kernels when it is loaded; nothing of ours names a symbol in it, so the linker must be told to keep it.
find_library(LIBTORCH_CUDA torch_cuda HINTS "${LIBTORCH_LIBRARY_DIR}" NO_DEFAULT_PATH)
if(LIBTORCH_CUDA)
  list(APPEND LIBTORCH_LIBRARIES "-Wl,--no-as-needed" "${LIBTORCH_CUDA}" "-Wl,--as-needed")
endif()

# Headers of libtorch 2.13 and later want C++20.
file(STRINGS "${LIBTORCH_ATEN_DIR}/ATen/ATen.h" wants_cxx20 REGEX "__cplusplus < 202002L" LIMIT_COUNT 1)
if(wants_cxx20)
  set(CMAKE_CXX_STANDARD 20)
endif()

# Wheels before 2.6 were built with the old std::string layout and say so in their package file.
set(LIBTORCH_CXX_FLAGS)
find_file(LIBTORCH_PACKAGE_FILE TorchConfig.cmake HINTS "${Torch_DIR}" ${libtorch_hints} "${LIBTORCH_LIBRARY_DIR}"
          "${LIBTORCH_LIBRARY_DIR}/.." PATH_SUFFIXES share/cmake/Torch cmake/Torch Torch)
if(LIBTORCH_PACKAGE_FILE)
  file(STRINGS "${LIBTORCH_PACKAGE_FILE}" abi_line REGEX "_GLIBCXX_USE_CXX11_ABI=[01]")
  if(abi_line MATCHES "_GLIBCXX_USE_CXX11_ABI=([01])")
    list(APPEND LIBTORCH_CXX_FLAGS "-D_GLIBCXX_USE_CXX11_ABI=${CMAKE_MATCH_1}")
  endif()
endif()

# Allocator statistics need c10's CUDA headers, which include the toolkit's; without them the shim answers "not available".
# A PyTorch wheel's own toolkit lies beside it in site-packages/nvidia.
file(GLOB wheel_includes "${LIBTORCH_LIBRARY_DIR}/../../nvidia/*/include")
find_path(CUDA_RUNTIME_DIR cuda_runtime_api.h HINTS "$ENV{CUDA_HOME}" /usr/local/cuda ${wheel_includes} PATH_SUFFIXES include)
find_library(LIBTORCH_C10_CUDA c10_cuda HINTS "${LIBTORCH_LIBRARY_DIR}" NO_DEFAULT_PATH)
if(LIBTORCH_CUDA AND LIBTORCH_C10_CUDA AND CUDA_RUNTIME_DIR)
  list(APPEND LIBTORCH_INCLUDE_DIRS "${CUDA_RUNTIME_DIR}")
  list(APPEND LIBTORCH_LIBRARIES "${LIBTORCH_C10_CUDA}")
  list(APPEND LIBTORCH_CXX_FLAGS "-DSL_CUDA_STATISTICS")
endif()
# Process groups: what libtorch has inside (Gloo's and NCCL's classes among its symbols) and whose headers are there too.
file(STRINGS "${LIBTORCH_CPU}" gloo_symbols REGEX "c10d16ProcessGroupGlooC" LIMIT_COUNT 1)
find_path(GLOO_DIR gloo/context.h HINTS "${LIBTORCH_ATEN_DIR}")
if(gloo_symbols AND GLOO_DIR)
  list(APPEND LIBTORCH_INCLUDE_DIRS "${GLOO_DIR}")
  list(APPEND LIBTORCH_CXX_FLAGS "-DUSE_C10D_GLOO")
endif()
find_path(NCCL_DIR nccl.h HINTS "$ENV{NCCL_HOME}" "${CUDA_RUNTIME_DIR}" ${wheel_includes} PATH_SUFFIXES include)
if(LIBTORCH_CUDA AND LIBTORCH_C10_CUDA AND CUDA_RUNTIME_DIR AND NCCL_DIR)
  file(STRINGS "${LIBTORCH_CUDA}" nccl_symbols REGEX "c10d16ProcessGroupNCCLC" LIMIT_COUNT 1)
  if(nccl_symbols)
    # c10d's header draws in half of the CUDA toolkit; where a part is missing the shim goes without NCCL instead of failing.
    include(CheckCXXSourceCompiles)
    list(JOIN LIBTORCH_CXX_FLAGS " " CMAKE_REQUIRED_FLAGS)
    string(APPEND CMAKE_REQUIRED_FLAGS " -std=c++${CMAKE_CXX_STANDARD} -DUSE_C10D_NCCL")
    set(CMAKE_REQUIRED_INCLUDES ${LIBTORCH_INCLUDE_DIRS} "${NCCL_DIR}")
    set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
    check_cxx_source_compiles("#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>" LIBTORCH_NCCL_COMPILES)
    if(LIBTORCH_NCCL_COMPILES)
      list(APPEND LIBTORCH_INCLUDE_DIRS "${NCCL_DIR}")
      list(APPEND LIBTORCH_CXX_FLAGS "-DUSE_C10D_NCCL")
    endif()
  endif()
endif()
message(STATUS "libtorch: ${LIBTORCH_CPU}, headers ${LIBTORCH_ATEN_DIR}, CUDA: ${LIBTORCH_CUDA}, flags: ${LIBTORCH_CXX_FLAGS}")
