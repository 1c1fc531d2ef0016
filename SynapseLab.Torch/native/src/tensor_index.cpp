// tensor[i, start..stop, mask, ...]: reading and writing through a list of indices.
#include "shim.h"

using namespace synapse;
using at::indexing::TensorIndex;

enum IndexKind : int32_t { kNewAxis = 0, kEllipsis = 1, kSingle = 2, kBoolean = 3, kSlice = 4, kTensor = 5 };

// A bound of a slice that is left out is INT64_MIN.
struct IndexIn {
    int32_t kind;
    int32_t reserved;
    int64_t start_or_value;
    int64_t stop;
    int64_t step;
    TensorIn tensor;
};

static optional<int64_t> bound(int64_t value) {
    return value == std::numeric_limits<int64_t>::min() ? optional<int64_t>() : optional<int64_t>(value);
}

static TensorIndex convert(const IndexIn& index) {
    switch (index.kind) {
        case kNewAxis: return TensorIndex(at::indexing::None);
        case kEllipsis: return TensorIndex(at::indexing::Ellipsis);
        case kSingle: return TensorIndex(index.start_or_value);
        case kBoolean: return TensorIndex(index.start_or_value != 0);
        case kSlice: return TensorIndex(at::indexing::Slice(bound(index.start_or_value), bound(index.stop), bound(index.step)));
        case kTensor: return TensorIndex(get(index.tensor));
        default: throw InvalidArgument("unknown kind of index " + std::to_string(index.kind));
    }
}

static std::vector<TensorIndex> convert(const IndexIn* indices, int64_t count) {
    if (indices == nullptr || count <= 0) throw InvalidArgument("the list of indices is empty");
    std::vector<TensorIndex> result;
    result.reserve(static_cast<size_t>(count));
    for (int64_t i = 0; i < count; i++) result.push_back(convert(indices[i]));
    return result;
}

SL_EXPORT SLTensor_index(TensorIn self, const IndexIn* indices, int64_t count, TensorOut result) {
    return guarded(__func__, [&] { give(result, get(self).index(convert(indices, count))); });
}

SL_EXPORT SLTensor_index_put_(TensorIn self, const IndexIn* indices, int64_t count, TensorIn value) {
    return guarded(__func__, [&] {
        Tensor target = get(self);
        target.index_put_(convert(indices, count), get(value));
    });
}

SL_EXPORT SLTensor_index_put_scalar_(TensorIn self, const IndexIn* indices, int64_t count, ScalarIn value) {
    return guarded(__func__, [&] {
        Tensor target = get(self);
        target.index_put_(convert(indices, count), get(value));
    });
}
