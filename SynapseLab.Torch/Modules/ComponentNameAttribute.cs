namespace TorchSharp;

/// <summary>The name under which RegisterComponents registers a field, where it is not the field's own.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    /// <summary>The name in the state dict.</summary>
    public string? Name { get; set; }
}
