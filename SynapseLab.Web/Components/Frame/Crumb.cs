namespace SynapseLab.Web.Components.Frame;

/// <summary>One link of the breadcrumb.</summary>
/// <param name="Name">The thing's own name, e.g. "larval-vnc".</param>
/// <param name="Href">Address relative to the base.</param>
public sealed record Crumb(string Name, string Href);
