using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace SynapseLab.Web.Hosting;

/// <summary>Slows guessing: so many posts to the account pages a minute from one address, beside the lockout of one account.</summary>
internal static class LoginRateLimit
{
    /// <summary>Posts a minute from one address; a lab behind one address signs in below that.</summary>
    internal const int PostsPerMinute = 30;

    internal static void AddLoginRateLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (context, cancellationToken) =>
            await context.HttpContext.Response.WriteAsync("Too many sign-in attempts from this address; wait a minute and try again.", cancellationToken);
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsAttempt(context.Request)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = PostsPerMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(""));
    });

    private static bool IsAttempt(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/account");
}
