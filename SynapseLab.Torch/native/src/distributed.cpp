// Process groups of c10d: several processes that add, gather and broadcast tensors. Gloo between CPUs, NCCL between GPUs.
#include "shim.h"

#include <stdlib.h>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#ifdef USE_C10D_GLOO
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#endif
#ifdef USE_C10D_NCCL
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif

using namespace synapse;

namespace {

enum DistributedBackend : int32_t { kGloo = 1, kNccl = 2 };

// libtorch 2.0 moved the collectives from ProcessGroup to Backend.
#if TORCH_VERSION_MAJOR >= 2
using Collectives = c10d::Backend;
#else
using Collectives = c10d::ProcessGroup;
#endif

struct Group : torch::CustomClassHolder {
    Group(c10::intrusive_ptr<c10d::Store> meeting, c10::intrusive_ptr<Collectives> how, int32_t world)
        : store(std::move(meeting)), collectives(std::move(how)), world_size(world) {}
    c10::intrusive_ptr<c10d::Store> store;  // on rank 0 the server of all: it must outlive the group
    c10::intrusive_ptr<Collectives> collectives;
    int32_t world_size;
};

using GroupRef = c10::intrusive_ptr<Group>;
using MeetingRef = c10::intrusive_ptr<c10d::Store>;

const Group& group_of(const GroupRef* group) {
    if (group == nullptr) throw InvalidArgument("a process group that must be given is null");
    return **group;
}

c10d::Store& meeting_of(const MeetingRef* meeting) {
    if (meeting == nullptr) throw InvalidArgument("a meeting that must be given is null");
    return **meeting;
}

std::string arrival_of(int32_t rank) { return "arrived/" + std::to_string(rank); }

void require_place(int32_t rank, int32_t world_size) {
    if (world_size < 1 || rank < 0 || rank >= world_size) {
        throw InvalidArgument("rank " + std::to_string(rank) + " of " + std::to_string(world_size) + " processes is none");
    }
}

std::chrono::milliseconds require_timeout(int64_t timeout_ms) {
    if (timeout_ms < 1) throw InvalidArgument("the timeout must be at least 1 ms, " + std::to_string(timeout_ms) + " came");
    return std::chrono::milliseconds(timeout_ms);
}

bool is_available(int32_t backend) {
    switch (backend) {
#ifdef USE_C10D_GLOO
        case kGloo: return true;
#else
        case kGloo: return false;
#endif
#ifdef USE_C10D_NCCL
        case kNccl: return torch::cuda::is_available();
#else
        case kNccl: return false;
#endif
        default: throw InvalidArgument("unknown backend " + std::to_string(backend) + "; 1 is Gloo, 2 is NCCL");
    }
}

#ifdef USE_C10D_GLOO
// As torch.distributed does it: the interface that GLOO_SOCKET_IFNAME names, else the one of this machine's name. Processes that
// meet on the loopback address stay on it: a machine's name need not resolve.
std::shared_ptr<::gloo::transport::Device> gloo_device(const std::string& host) {
    const char* interface_name = getenv("GLOO_SOCKET_IFNAME");
    if (interface_name != nullptr && *interface_name != '\0') return c10d::ProcessGroupGloo::createDeviceForInterface(interface_name);
    if (host == "localhost" || host.rfind("127.", 0) == 0) return c10d::ProcessGroupGloo::createDeviceForHostname("127.0.0.1");
    return c10d::ProcessGroupGloo::createDefaultDevice();
}
#endif

c10::intrusive_ptr<Collectives> make_collectives(int32_t backend, const c10::intrusive_ptr<c10d::Store>& store, int32_t rank,
                                                 int32_t world_size, std::chrono::milliseconds timeout, const std::string& host) {
    (void)store, (void)rank, (void)world_size, (void)timeout, (void)host;  // unused where neither backend is there
#ifdef USE_C10D_GLOO
    if (backend == kGloo) {
        auto options = c10d::ProcessGroupGloo::Options::create(timeout);
        options->devices.push_back(gloo_device(host));
        return c10::make_intrusive<c10d::ProcessGroupGloo>(store, rank, world_size, options);
    }
#endif
#ifdef USE_C10D_NCCL
    if (backend == kNccl) {
        // Waiting blocks and throws at the timeout, instead of a watchdog that aborts the process without a word.
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 2)
        setenv("TORCH_NCCL_BLOCKING_WAIT", "1", 0);
#else
        setenv("NCCL_BLOCKING_WAIT", "1", 0);
#endif
        auto options = c10d::ProcessGroupNCCL::Options::create();
        options->timeout = timeout;
        return c10::make_intrusive<c10d::ProcessGroupNCCL>(store, rank, world_size, options);
    }
#endif
    throw InvalidArgument("the backend was not compiled in");
}

void all_reduce(const Group& group, Tensor& tensor) {
    std::vector<Tensor> tensors{tensor};
    group.collectives->allreduce(tensors)->wait();
}

// The sum over all processes, whose gradient is the sum of all processes' gradients by it.
struct DifferentiableSum : torch::autograd::Function<DifferentiableSum> {
    static Tensor forward(torch::autograd::AutogradContext* context, const Tensor& tensor, GroupRef group) {
        Tensor sum = tensor.contiguous().clone();
        all_reduce(*group, sum);
        context->saved_data["group"] = c10::IValue::make_capsule(std::move(group));
        return sum;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        auto group = c10::static_intrusive_pointer_cast<Group>(context->saved_data["group"].toCapsule());
        Tensor sum = gradients[0].contiguous().clone();
        all_reduce(*group, sum);
        return {sum, Tensor()};
    }
};

}  // namespace

SL_EXPORT SLDistributed_is_available(int32_t backend, int32_t* result) {
    return guarded(__func__, [&] { give_value<int32_t>(result, is_available(backend) ? 1 : 0); });
}

// Comes to where the processes meet, waiting for its server, and says that this one is there. `prefix` keeps attempts apart that meet in
// one store; `is_server` says whether this process serves it.
SL_EXPORT SLDistributed_meet(const char* host, int32_t port, const char* prefix, int32_t is_server, int32_t rank, int32_t world_size,
                             int64_t timeout_ms, MeetingRef** result) {
    return guarded(__func__, [&] {
        if (result == nullptr) throw InvalidArgument("the pointer for the resulting meeting is null");
        if (host == nullptr || prefix == nullptr) throw InvalidArgument("the host or the prefix is null");
        if (port < 0 || port > 65535) throw InvalidArgument("the port must lie in 0 to 65535, " + std::to_string(port) + " came");
        require_place(rank, world_size);
        c10d::TCPStoreOptions options;
        options.port = static_cast<uint16_t>(port);
        options.isServer = is_server != 0;
        options.numWorkers = static_cast<size_t>(world_size);
        options.waitWorkers = false;  // the caller waits, and an agent's store counts its own workers
        options.timeout = require_timeout(timeout_ms);
        auto served = c10::make_intrusive<c10d::TCPStore>(host, options);
        MeetingRef store = c10::make_intrusive<c10d::PrefixStore>(prefix, served);
        store->set(arrival_of(rank), std::vector<uint8_t>{1});
        *result = new MeetingRef(std::move(store));
    });
}

SL_EXPORT SLDistributed_has_arrived(const MeetingRef* meeting, int32_t rank, int32_t* result) {
    return guarded(__func__, [&] { give_value<int32_t>(result, meeting_of(meeting).check({arrival_of(rank)}) ? 1 : 0); });
}

SL_EXPORT SLDistributed_leave(MeetingRef* meeting) {
    return guarded(__func__, [&] {
        meeting_of(meeting);
        delete meeting;
    });
}

// Joins the others, waiting for those that have not come yet. The group keeps the meeting open by itself.
SL_EXPORT SLDistributed_create(int32_t backend, const MeetingRef* meeting, const char* host, int32_t rank, int32_t world_size,
                               int64_t timeout_ms, GroupRef** result) {
    return guarded(__func__, [&] {
        if (result == nullptr) throw InvalidArgument("the pointer for the resulting process group is null");
        if (host == nullptr) throw InvalidArgument("the host is null");
        meeting_of(meeting);
        require_place(rank, world_size);
        const auto timeout = require_timeout(timeout_ms);
        if (!is_available(backend)) {
            throw std::runtime_error(backend == kGloo ? "this libtorch has no Gloo, or the shim was compiled without its headers (libgloo-dev)"
                                                      : "this libtorch has no NCCL or sees no GPU, or the shim was compiled without NCCL's and CUDA's headers");
        }
        *result = new GroupRef(c10::make_intrusive<Group>(*meeting, make_collectives(backend, *meeting, rank, world_size, timeout, host), world_size));
    });
}

SL_EXPORT SLDistributed_dispose(GroupRef* group) {
    return guarded(__func__, [&] {
        group_of(group);
        delete group;
    });
}

// In place: the sum over all processes.
SL_EXPORT SLDistributed_all_reduce(const GroupRef* group, TensorIn tensor) {
    return guarded(__func__, [&] {
        Tensor sum = get(tensor);
        all_reduce(group_of(group), sum);
    });
}

SL_EXPORT SLDistributed_all_reduce_differentiable(const GroupRef* group, TensorIn tensor, TensorOut result) {
    return guarded(__func__, [&] {
        group_of(group);
        give(result, DifferentiableSum::apply(get(tensor), *group));
    });
}

// The tensors of all processes in the order of their ranks; they must have one shape.
SL_EXPORT SLDistributed_all_gather(const GroupRef* group, TensorIn tensor, TensorOut results, int64_t capacity) {
    return guarded(__func__, [&] {
        const Group& among = group_of(group);
        std::vector<Tensor> own{get(tensor).contiguous()};
        std::vector<std::vector<Tensor>> all(1);
        for (int32_t rank = 0; rank < among.world_size; rank++) all[0].push_back(at::empty_like(own[0]));
        among.collectives->allgather(all, own)->wait();
        give(results, capacity, all[0]);
    });
}

// In place: what `root` has.
SL_EXPORT SLDistributed_broadcast(const GroupRef* group, TensorIn tensor, int32_t root) {
    return guarded(__func__, [&] {
        std::vector<Tensor> tensors{get(tensor)};
        c10d::BroadcastOptions options;
        options.rootRank = root;
        group_of(group).collectives->broadcast(tensors, options)->wait();
    });
}

// `device_index` is the GPU on which NCCL waits; Gloo does not look at it.
SL_EXPORT SLDistributed_barrier(const GroupRef* group, int32_t device_index) {
    return guarded(__func__, [&] {
        c10d::BarrierOptions options;
        options.device_ids = {device_index};
        group_of(group).collectives->barrier(options)->wait();
    });
}
