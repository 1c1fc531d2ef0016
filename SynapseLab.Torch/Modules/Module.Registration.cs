using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Giving names to parts.
        public abstract partial class Module
        {
            /// <summary>Registers every field that holds a module, parameter or tensor (a buffer) under the field's name, unless it is registered already.</summary>
            protected virtual void RegisterComponents()
            {
                foreach (FieldInfo field in GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                {
                    string name = field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
                    switch (field.GetValue(this))
                    {
                        case Module child when !_submodules.ContainsValue(child):
                            register_module(name, child);
                            break;
                        case Parameter parameter when !_parameters.ContainsValue(parameter):
                            register_parameter(name, parameter);
                            break;
                        case Tensor buffer and not Parameter when !_buffers.Values.Any(entry => ReferenceEquals(entry.Tensor, buffer)):
                            register_buffer(name, buffer);
                            break;
                    }
                }
            }

            /// <summary>Adds a submodule; this module owns it from here.</summary>
            /// <exception cref="ArgumentException">The name is empty, holds a dot or is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                RequireFreeName(name);
                _submodules.Add(name, submodule);
            }

            /// <summary>Adds a submodule under a name.</summary>
            public virtual void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Adds a parameter; null leaves a place without one, as for a layer without bias.</summary>
            public virtual void register_parameter(string name, Parameter? param)
            {
                RequireFreeName(name);
                _parameters.Add(name, param);
            }

            /// <summary>Adds a tensor that belongs to the module and is no parameter.</summary>
            /// <param name="name">Unique in this module.</param>
            /// <param name="tensor">Leaves its scope; this module owns it from here.</param>
            /// <param name="persistent">Whether it is part of the state dict.</param>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                RequireFreeName(name);
                _buffers.Add(name, new BufferEntry(tensor.DetachFromDisposeScope(), persistent));
            }

            private void RequireFreeName(string name)
            {
                if (string.IsNullOrEmpty(name) || name.Contains('.'))
                {
                    throw new ArgumentException($"'{name}' cannot name a part of {GetName()}: a name is not empty and holds no dot.", nameof(name));
                }

                if (_parameters.ContainsKey(name) || _buffers.ContainsKey(name) || _submodules.ContainsKey(name))
                {
                    throw new ArgumentException($"{GetName()} has a part named '{name}' already.", nameof(name));
                }
            }
        }
    }
}
