namespace SynapseLab.Web.Hosting;

/// <summary>Headers that tell the browser to run nothing but our own files and to show us in no one's frame.</summary>
internal static class SecurityHeaders
{
    // Inline styles stay allowed: Radzen places popups and column widths with style attributes. Inline scripts do not.
    // unsafe-eval: the scatter's WebGL library (regl) compiles its draw commands with Function().
    private const string Policy =
        "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer.</summary>
    internal static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        return next(context);
    });
}
