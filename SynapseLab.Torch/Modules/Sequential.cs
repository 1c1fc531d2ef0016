using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules one after the other, named "0", "1", ….</summary>
            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules)
                => new(modules.Select((module, i) => (i.ToString(CultureInfo.InvariantCulture), module)));

            /// <summary>Modules one after the other, named "0", "1", ….</summary>
            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => Sequential([.. modules]);

            /// <summary>Named modules one after the other.</summary>
            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            /// <summary>Named modules one after the other.</summary>
            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new(modules);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Modules one after the other; each takes the result of the one before it.</summary>
    public sealed class Sequential : nn.Module<Tensor, Tensor>
    {
        private readonly List<nn.Module<Tensor, Tensor>> _modules = [];

        internal Sequential(IEnumerable<(string Name, nn.Module<Tensor, Tensor> Module)> modules)
            : base(nameof(Sequential))
        {
            foreach ((string name, nn.Module<Tensor, Tensor> module) in modules)
            {
                append(name, module);
            }
        }

        /// <summary>How many modules there are.</summary>
        public int Count => _modules.Count;

        /// <summary>A module by its place.</summary>
        public nn.Module<Tensor, Tensor> this[int index] => _modules[index];

        /// <summary>Adds a module at the end, under a name.</summary>
        public Sequential append(string name, nn.Module<Tensor, Tensor> module)
        {
            register_module(name, module);
            _modules.Add(module);
            return this;
        }

        /// <summary>Adds a module at the end; its name is its place.</summary>
        public Sequential append(nn.Module<Tensor, Tensor> module) => append(Count.ToString(CultureInfo.InvariantCulture), module);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            if (_modules.Count == 0)
            {
                return input.alias();
            }

            Tensor result = _modules[0].call(input);
            for (int i = 1; i < _modules.Count; i++)
            {
                Tensor next = _modules[i].call(result);
                if (!ReferenceEquals(next, result))
                {
                    // The backward pass keeps what it needs; the intermediate objects are not wanted any more.
                    result.Dispose();
                }

                result = next;
            }

            return result;
        }
    }
}
