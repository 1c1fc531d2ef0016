using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SynapseLab.Tests.Web;

/// <summary>docs/api.md lists the addresses that the server answers, no more and no less.</summary>
public sealed partial class ApiDocumentationTests
{
    [Fact]
    public void Addresses_AreThoseOfTheServer()
    {
        using var lab = new TestLab();
        IEnumerable<string> served = lab.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"))
            .Where(address => address.Contains(" /api/", StringComparison.Ordinal));
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "api.md"));

        Assert.Equal(Sorted(served), Sorted(Address().Matches(page).Select(match => match.Groups[1].Value)));
    }

    // The names of a route's values are the reader's matter.
    private static string[] Sorted(IEnumerable<string> addresses) => [.. addresses.Select(address => Value().Replace(address, "{}")).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"`((?:GET|POST) /api/[^`?]+)")]
    private static partial Regex Address();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Value();
}
