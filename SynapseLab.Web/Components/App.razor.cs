using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using SynapseLab.Web.Components.Frame;

namespace SynapseLab.Web.Components;

/// <summary>The document. Account pages are plain HTML forms; all other pages live on a circuit.</summary>
public sealed partial class App
{
    /// <summary>Changes with every build, so that browsers take new files and keep old ones.</summary>
    internal static string Version { get; } = typeof(App).Module.ModuleVersionId.ToString("N")[..8];

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    private IComponentRenderMode? PageRenderMode => HttpContext.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;

    // Null leaves the attribute away: the system's preference counts until the person chooses.
    private string? Theme => HttpContext.Request.Cookies[ThemeToggle.Cookie] is "light" or "dark" ? HttpContext.Request.Cookies[ThemeToggle.Cookie] : null;
}
