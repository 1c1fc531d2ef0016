using Microsoft.AspNetCore.Components.Web;
using SynapseLab.Engine;

namespace SynapseLab.Web.Components.Frame;

/// <summary>The frame of every page: rail, bar, content.</summary>
public sealed partial class MainLayout
{
    private ErrorBoundary? _boundary;
    private bool _isFolded;

    /// <inheritdoc />
    protected override void OnParametersSet() => _boundary?.Recover();

    private void ToggleRail() => _isFolded = !_isFolded;

    // Only sentences that were written for people are shown.
    private static string Sentence(Exception error) =>
        error is EngineException ? error.Message : "Something went wrong while drawing this page.";
}
