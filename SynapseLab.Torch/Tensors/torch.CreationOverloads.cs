namespace TorchSharp;

public static partial class torch
{
    // The same with sizes as separate arguments, as TorchSharp has them.

    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => zeros([size], dtype, device, requires_grad);

    public static Tensor zeros(long dim0, long dim1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => zeros([dim0, dim1], dtype, device, requires_grad);

    public static Tensor zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => zeros([dim0, dim1, dim2], dtype, device, requires_grad);

    public static Tensor zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => zeros([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    public static Tensor zeros(long dim0, long dim1, long dim2, long dim3, long dim4, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => zeros([dim0, dim1, dim2, dim3, dim4], dtype, device, requires_grad);

    public static Tensor ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => ones([size], dtype, device, requires_grad);

    public static Tensor ones(long dim0, long dim1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => ones([dim0, dim1], dtype, device, requires_grad);

    public static Tensor ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => ones([dim0, dim1, dim2], dtype, device, requires_grad);

    public static Tensor ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => ones([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    public static Tensor ones(long dim0, long dim1, long dim2, long dim3, long dim4, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => ones([dim0, dim1, dim2, dim3, dim4], dtype, device, requires_grad);

    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => empty([size], dtype, device, requires_grad);

    public static Tensor empty(long dim0, long dim1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => empty([dim0, dim1], dtype, device, requires_grad);

    public static Tensor empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => empty([dim0, dim1, dim2], dtype, device, requires_grad);

    public static Tensor empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => empty([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    public static Tensor empty(long dim0, long dim1, long dim2, long dim3, long dim4, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => empty([dim0, dim1, dim2, dim3, dim4], dtype, device, requires_grad);

    public static Tensor rand(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => rand([size], dtype, device, requires_grad, generator: generator);

    public static Tensor rand(long dim0, long dim1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => rand([dim0, dim1], dtype, device, requires_grad, generator: generator);

    public static Tensor rand(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => rand([dim0, dim1, dim2], dtype, device, requires_grad, generator: generator);

    public static Tensor rand(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => rand([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator: generator);

    public static Tensor rand(long dim0, long dim1, long dim2, long dim3, long dim4, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => rand([dim0, dim1, dim2, dim3, dim4], dtype, device, requires_grad, generator: generator);

    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randn([size], dtype, device, requires_grad, generator: generator);

    public static Tensor randn(long dim0, long dim1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randn([dim0, dim1], dtype, device, requires_grad, generator: generator);

    public static Tensor randn(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randn([dim0, dim1, dim2], dtype, device, requires_grad, generator: generator);

    public static Tensor randn(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randn([dim0, dim1, dim2, dim3], dtype, device, requires_grad, generator: generator);

    public static Tensor randn(long dim0, long dim1, long dim2, long dim3, long dim4, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randn([dim0, dim1, dim2, dim3, dim4], dtype, device, requires_grad, generator: generator);
}
