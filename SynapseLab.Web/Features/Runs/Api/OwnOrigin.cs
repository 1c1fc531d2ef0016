namespace SynapseLab.Web.Features.Runs.Api;

/// <summary>
/// Refuses what a page of another origin sends. The browser adds the person's cookie to that where only the port is another, for its
/// site is the same; programs that are no browsers name no origin, and may pass.
/// </summary>
internal sealed class OwnOrigin : IEndpointFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpRequest request = context.HttpContext.Request;
        string own = $"{request.Scheme}://{request.Host}", origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, own, StringComparison.OrdinalIgnoreCase)
            ? await next(context)
            : Results.Problem($"Expected a request from a page of {own} or from a program, got one from a page of {origin}; open the lab's own page.", statusCode: StatusCodes.Status403Forbidden);
    }
}
