using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A part of a network: parameters, buffers and submodules with names. A derived class calls
        /// <see cref="RegisterComponents"/> at the end of its constructor. Disposing a module disposes all that is registered.
        /// </summary>
        public abstract partial class Module : IDisposable
        {
            private readonly string _name;
            private readonly OrderedDictionary<string, Parameter?> _parameters = [];
            private readonly OrderedDictionary<string, BufferEntry> _buffers = [];
            private readonly OrderedDictionary<string, Module> _submodules = [];
            private bool _isDisposed;

            /// <param name="name">For messages; keys of the state dict come from the fields' names.</param>
            protected Module(string name) => _name = name;

            /// <summary>Whether layers such as batch normalisation and dropout behave as in training.</summary>
            public virtual bool training { get; private set; } = true;

            /// <summary>The name given to the constructor.</summary>
            public virtual string GetName() => _name;

            /// <summary>Switches this module and all below it to training.</summary>
            public virtual void train(bool mode = true)
            {
                training = mode;
                foreach (Module child in _submodules.Values)
                {
                    child.train(mode);
                }
            }

            /// <summary>Switches this module and all below it to evaluation.</summary>
            public void eval() => train(false);

            /// <summary>Forgets the gradients of all parameters.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (Parameter parameter in parameters())
                {
                    using Tensor? gradient = parameter.grad;
                    if (set_to_none)
                    {
                        parameter.grad = null;
                    }
                    else
                    {
                        gradient?.zero_();
                    }
                }
            }

            /// <summary>Disposes parameters, buffers and submodules.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes parameters, buffers and submodules.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || _isDisposed)
                {
                    return;
                }

                _isDisposed = true;
                foreach (Parameter? parameter in _parameters.Values)
                {
                    parameter?.Dispose();
                }

                foreach (BufferEntry buffer in _buffers.Values)
                {
                    buffer.Tensor.Dispose();
                }

                foreach (Module child in _submodules.Values)
                {
                    child.Dispose();
                }
            }

            private readonly record struct BufferEntry(Tensor Tensor, bool IsPersistent);
        }
    }
}
