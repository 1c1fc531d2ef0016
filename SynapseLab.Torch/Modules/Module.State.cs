namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // The weights by name.
        public abstract partial class Module
        {
            /// <summary>Parameters and persistent buffers by name, with PyTorch's keys in PyTorch's order. The tensors are the module's own.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string start = string.IsNullOrEmpty(prefix) ? string.Empty : prefix + ".";
                foreach ((string name, var parameter) in _parameters)
                {
                    if (parameter is not null)
                    {
                        destination.Add(start + name, parameter);
                    }
                }

                foreach ((string name, BufferEntry buffer) in _buffers)
                {
                    if (buffer.IsPersistent)
                    {
                        destination.Add(start + name, buffer.Tensor);
                    }
                }

                foreach ((string name, Module child) in _submodules)
                {
                    child.state_dict(destination, start + name);
                }

                return destination;
            }

            /// <summary>Copies values into the parameters and buffers.</summary>
            /// <param name="source">Values by name; type and device may differ.</param>
            /// <param name="strict">Whether the names must agree exactly.</param>
            /// <param name="skip">Names that are not loaded.</param>
            /// <returns>Names that the source lacks, and names that the module lacks.</returns>
            /// <exception cref="InvalidOperationException">strict, and names differ; or a shape differs. Nothing is changed then.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                Dictionary<string, Tensor> own = state_dict();
                List<string> missing = [.. own.Keys.Where(key => !source.ContainsKey(key) && skip?.Contains(key) != true)];
                List<string> unexpected = [.. source.Keys.Where(key => !own.ContainsKey(key) && skip?.Contains(key) != true)];
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                {
                    throw new InvalidOperationException(
                        $"The state dict does not fit {GetName()}: missing {Some(missing)}; unexpected {Some(unexpected)}.");
                }

                List<(Tensor Target, Tensor Value)> pairs = [];
                foreach ((string key, Tensor target) in own)
                {
                    if (source.TryGetValue(key, out Tensor? value) && skip?.Contains(key) != true)
                    {
                        RequireShape(key, target, value);
                        pairs.Add((target, value));
                    }
                }

                using (no_grad())
                {
                    pairs.ForEach(pair => pair.Target.copy_(pair.Value));
                }

                return (missing, unexpected);
            }

            private void RequireShape(string key, Tensor target, Tensor value)
            {
                if (!target.shape.SequenceEqual(value.shape))
                {
                    throw new InvalidOperationException(
                        $"'{key}' of {GetName()} has shape ({string.Join(", ", target.shape)}), the state dict gives ({string.Join(", ", value.shape)}).");
                }
            }

            private static string Some(List<string> keys)
                => keys.Count == 0 ? "none" : string.Join(", ", keys.Take(5)) + (keys.Count > 5 ? $" and {keys.Count - 5} more" : string.Empty);
        }
    }
}
