using Microsoft.AspNetCore.Components;
using SynapseLab.Web.Components.Text;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Components.Frame;

/// <summary>Whether the devices work now and how much memory the server takes.</summary>
public sealed partial class DeviceLight : IDisposable
{
    [Inject]
    private DeviceActivity Devices { get; init; } = null!;

    private bool IsBusy => Devices.Now.Any(device => device.Work is not null);

    private string Title => Devices.Now.Count == 0
        ? "No device has reported yet"
        : string.Join(", ", Devices.Now.Select(device => $"{device.Name}: {device.Work ?? "idle"}"));

    private static string Memory => Quantity.Bytes(Environment.WorkingSet);

    /// <inheritdoc />
    public void Dispose() => Devices.Changed -= OnChanged;

    /// <inheritdoc />
    protected override void OnInitialized() => Devices.Changed += OnChanged;

    private void OnChanged() => _ = InvokeAsync(StateHasChanged);
}
