using System.Globalization;
using System.Text.Json;
using SynapseLab.Engine;

namespace SynapseLab.Web.Features.Runs.Api;

/// <summary>Reads the body of an order, and says what is wrong with one that cannot be read: the framework would answer without a word.</summary>
internal static class RunOrderBody
{
    private const string Example = "{ \"cubeSetId\": 3, \"options\": { \"epochs\": 40 } }";

    /// <summary>Whether the request calls its body JSON, in an encoding that is known.</summary>
    internal static bool IsJson(HttpRequest request) => request.HasJsonContentType()
        && request.GetTypedHeaders().ContentType is { } type && (!type.Charset.HasValue || type.Encoding is not null);

    /// <summary>What a body is told that is of another type than <see cref="IsJson"/>.</summary>
    internal static string WrongType(HttpRequest request) =>
        $"Expected a body as application/json, such as {Example}, got {(string.IsNullOrEmpty(request.ContentType) ? "none" : request.ContentType)}; name the type in the header Content-Type.";

    /// <summary>The order; the body must be <see cref="IsJson"/>.</summary>
    /// <exception cref="EngineException">The body is no JSON, is no object, or a value is of another kind; says where.</exception>
    internal static async Task<RunOrder> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFromJsonAsync<RunOrder>(request.HttpContext.RequestAborted)
                ?? throw new EngineException($"Expected an order such as {Example}, got null.");
        }
        catch (JsonException error)
        {
            string line = error.LineNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $", line {number + 1}") : "";
            throw new EngineException($"Expected an order such as {Example}; what came cannot be read at {error.Path ?? "$"}{line} ($ is the whole).", error);
        }
    }
}
