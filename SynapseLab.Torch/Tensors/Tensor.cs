using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An n-dimensional array on a device. It owns native memory: dispose it, or make it inside a scope of
    /// <see cref="NewDisposeScope"/>. In-place operations (names ending in _) return the same object.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        internal Tensor(TensorHandle handle)
        {
            Handle = handle;
            OwningScope = DisposeScope.Current;
            OwningScope?.Add(this);
        }

        /// <summary>True after disposal.</summary>
        public bool IsInvalid => Handle.IsClosed || Handle.IsInvalid;

        internal TensorHandle Handle { get; }

        /// <summary>The scope that will dispose this tensor; null when nobody will.</summary>
        internal DisposeScope? OwningScope { get; set; }

        /// <summary>Gives the memory back; more than once does no harm.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Lets the tensor live until the enclosing scope ends; without one the caller disposes it.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Moves the tensor to another scope, or out of all of them when that is null.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope? scope)
        {
            if (OwningScope is null)
            {
                scope?.Attach(this);
            }
            else
            {
                OwningScope.MoveToOther(scope, this);
            }

            return this;
        }

        /// <summary>Takes the tensor out of its scope; from here the caller disposes it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningScope?.Detach(this);
            return this;
        }

        /// <summary>Type, shape and device, for instance "[2x3], type = Float32, device = cpu"; "(disposed)" after disposal.</summary>
        public override string ToString()
            => IsInvalid ? "(disposed)" : $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";

        /// <summary>The elements as text, as PyTorch's C++ side prints them.</summary>
        public string str()
        {
            NativeMethods.SLTensor_to_string(Handle, out nint text).ThrowIfFailed();
            return Marshal.PtrToStringUTF8(text)!;
        }

        /// <summary>Gives the memory back.</summary>
        protected virtual void Dispose(bool disposing)
        {
            if (disposing)
            {
                OwningScope?.Forget(this);
                OwningScope = null;
                Handle.Dispose();
            }
        }
    }
}
