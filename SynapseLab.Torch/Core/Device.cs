namespace TorchSharp;

public static partial class torch
{
    /// <summary>The processor.</summary>
    public static readonly Device CPU = new(DeviceType.CPU, -1);

    /// <summary>The first CUDA device.</summary>
    public static readonly Device CUDA = new(DeviceType.CUDA, 0);

    /// <summary>A device by its name: "cpu", "cuda" (the first) or "cuda:N".</summary>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public static Device device(string description) => new(description);

    /// <summary>A device by kind and number.</summary>
    public static Device device(DeviceType type, int index = -1) => new(type, index);

    /// <summary>Where a tensor lives.</summary>
    public class Device : IEquatable<Device>
    {
        /// <summary>A device by its name: "cpu", "cuda" (the first) or "cuda:N".</summary>
        /// <exception cref="ArgumentException">The name has another form.</exception>
        public Device(string description)
        {
            string[] parts = description.Split(':');
            type = parts[0].ToUpperInvariant() switch
            {
                "CPU" => DeviceType.CPU,
                "CUDA" => DeviceType.CUDA,
                _ => throw Unknown(description),
            };
            index = type == DeviceType.CPU ? -1 : 0;
            if (parts.Length > 2 || (parts.Length == 2 && (!int.TryParse(parts[1], out int number) || number < 0)))
            {
                throw Unknown(description);
            }

            if (parts.Length == 2 && type == DeviceType.CUDA)
            {
                index = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        /// <summary>A device by kind and number; −1 means the only CPU or the first GPU.</summary>
        public Device(DeviceType type, int index = -1)
        {
            this.type = type;
            this.index = type == DeviceType.CPU ? -1 : Math.Max(index, 0);
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>Number of the GPU, from 0; −1 for the CPU.</summary>
        public int index { get; }

        /// <summary>So that a name can stand where a device is expected.</summary>
        public static implicit operator Device(string description) => new(description);

        /// <inheritdoc/>
        public bool Equals(Device? other) => other is not null && type == other.type && index == other.index;

        /// <inheritdoc/>
        public override bool Equals(object? obj) => Equals(obj as Device);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(type, index);

        /// <summary>"cpu" or "cuda:N".</summary>
        public override string ToString() => type == DeviceType.CPU ? "cpu" : $"cuda:{index}";

        private static ArgumentException Unknown(string description)
            => new($"Device '{description}' is unknown; 'cpu', 'cuda' and 'cuda:N' with N from 0 are possible.", nameof(description));
    }
}
