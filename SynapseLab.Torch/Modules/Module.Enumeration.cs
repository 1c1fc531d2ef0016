using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Walking the tree: a module's own parts first, then its children in the order of their registration, as in PyTorch.
        public abstract partial class Module
        {
            /// <summary>The direct children.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => _submodules.Select(pair => (pair.Key, pair.Value));

            /// <summary>The direct children.</summary>
            public virtual IEnumerable<Module> children() => _submodules.Values;

            /// <summary>All modules below this one, depth first; names are joined by dots.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach ((string name, Module child) in _submodules)
                {
                    yield return (name, child);
                    foreach ((string inner, Module module) in child.named_modules())
                    {
                        yield return ($"{name}.{inner}", module);
                    }
                }
            }

            /// <summary>All modules below this one, depth first.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(pair => pair.module);

            /// <summary>Parameters with their names, for instance "layer1.0.conv1.weight".</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                IEnumerable<(string, Parameter)> own = _parameters.Where(pair => pair.Value is not null).Select(pair => (pair.Key, pair.Value!));
                return recurse ? own.Concat(Below(child => child.named_parameters())) : own;
            }

            /// <summary>All parameters.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(pair => pair.parameter);

            /// <summary>Buffers with their names, for instance "bn1.running_mean".</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true)
            {
                IEnumerable<(string, Tensor)> own = _buffers.Select(pair => (pair.Key, pair.Value.Tensor));
                return recurse ? own.Concat(Below(child => child.named_buffers())) : own;
            }

            /// <summary>All buffers.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true) => named_buffers(recurse).Select(pair => pair.buffer);

            /// <summary>One of this module's own buffers, or null.</summary>
            public virtual Tensor? get_buffer(string target) => named_buffers().FirstOrDefault(pair => pair.name == target).buffer;

            /// <summary>A parameter by its full name, or null.</summary>
            public virtual Parameter? get_parameter(string target) => named_parameters().FirstOrDefault(pair => pair.name == target).parameter;

            /// <summary>Calls a function on every module below this one, then on this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (Module child in _submodules.Values)
                {
                    child.apply(fn);
                }

                fn(this);
                return this;
            }

            private IEnumerable<(string, T)> Below<T>(Func<Module, IEnumerable<(string, T)>> parts)
                => _submodules.SelectMany(child => parts(child.Value).Select(part => ($"{child.Key}.{part.Item1}", part.Item2)));
        }
    }
}
