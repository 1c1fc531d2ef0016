namespace TorchSharp.Interop;

/// <summary>The native addresses of several tensors, kept alive until disposed; P/Invoke takes no arrays of SafeHandles.</summary>
internal readonly ref struct TensorList
{
    private readonly torch.Tensor[] _tensors;

    internal TensorList(IEnumerable<torch.Tensor> tensors)
    {
        _tensors = [.. tensors];
        Pointers = new nint[_tensors.Length];
        for (int i = 0; i < _tensors.Length; i++)
        {
            bool added = false;
            _tensors[i].Handle.DangerousAddRef(ref added);
            Pointers[i] = _tensors[i].Handle.DangerousGetHandle();
        }
    }

    internal nint[] Pointers { get; }

    internal long Count => Pointers.Length;

    /// <summary>Takes ownership of tensors that the shim handed out; a null address gives no tensor.</summary>
    internal static torch.Tensor?[] Adopt(nint[] owned)
        => Array.ConvertAll(owned, pointer => pointer == 0 ? null : new torch.Tensor(new TensorHandle(pointer)));

    public void Dispose()
    {
        foreach (torch.Tensor tensor in _tensors)
        {
            tensor.Handle.DangerousRelease();
        }
    }
}
