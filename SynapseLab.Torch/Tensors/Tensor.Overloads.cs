namespace TorchSharp;

public static partial class torch
{
    // Shorter forms of operations whose full form is with its group.
    public partial class Tensor
    {
        /// <summary>Sum over one dimension.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);

        /// <summary>Standard deviation over one dimension.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false) => std([dim], unbiased, keepdim);

        /// <summary>Variance over one dimension.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false) => var([dim], unbiased, keepdim);

        /// <summary>Shifts along one dimension; what leaves at one end enters at the other.</summary>
        public Tensor roll(long shifts, long dims) => roll([shifts], [dims]);

        /// <summary>The shape of another tensor.</summary>
        public Tensor reshape_as(Tensor other) => reshape(other.shape);

        /// <summary>The shape of another tensor, by repeating dimensions of size 1 without copies.</summary>
        public Tensor expand_as(Tensor other) => expand(other.shape);

        /// <summary>this · tensor1 ⊙ tensor2 with weight 1: this + tensor1 · tensor2.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2) => addcmul(tensor1, tensor2, 1);

        /// <summary>this + tensor1 ∕ tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => addcdiv(tensor1, tensor2, 1);

        /// <summary>Not below the minimum.</summary>
        public Tensor clamp_min(Scalar min) => clamp(min);

        /// <summary>Not above the maximum.</summary>
        public Tensor clamp_max(Scalar max) => clamp(null, max);

        /// <summary>The length of the first dimension's pieces along it, as a list of views.</summary>
        public Tensor[] unbind(int dimension = 0) => torch.unbind(this, dimension);

        /// <summary>Up to so many pieces of equal size along a dimension; views.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => torch.chunk(this, chunks, dim);

        /// <summary>Pieces of one size along a dimension (the last may be smaller); views.</summary>
        public Tensor[] split(long size, long dim = 0) => torch.split(this, size, dim);

        /// <summary>Pieces of the given sizes along a dimension; views.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => torch.split(this, sizes, dim);

        /// <summary>Reads or writes through indices, as in PyTorch: <c>x[2, .., mask]</c>.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => TensorIndex.Get(this, indices);
            set => TensorIndex.Put(this, indices, value);
        }

        /// <summary>What the indices select.</summary>
        public Tensor index(params TensorIndex[] indices) => TensorIndex.Get(this, indices);

        /// <summary>Overwrites what the indices select.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            TensorIndex.Put(this, indices, value);
            return this;
        }

        /// <summary>Overwrites what the indices select with one value.</summary>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            TensorIndex.Put(this, indices, value);
            return this;
        }
    }
}
