using Microsoft.AspNetCore.Components.Web;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Components.Frame;

/// <summary>The frame of every page: rail, bar, content.</summary>
public sealed partial class MainLayout
{
    private ErrorBoundary? _boundary;
    private bool _isFolded;

    /// <inheritdoc />
    protected override void OnParametersSet() => _boundary?.Recover();

    private void ToggleRail() => _isFolded = !_isFolded;

    private static string Sentence(Exception error) => FailureText.Of(error);
}
