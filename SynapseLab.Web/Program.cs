using SynapseLab.Web.Components;
using SynapseLab.Web.Hosting;

bool isStarted = false;
try
{
    var builder = WebApplication.CreateBuilder(args);
    StartFailure.QuietHost(builder.Logging, () => isStarted);
    builder.WebHost.UseStaticWebAssets();
    builder.AddStorage();
    builder.AddAccounts();
    builder.Services.AddLoginRateLimit();
    builder.Services.AddLabPages();
    builder.Services.AddHealthChecks();

    await using WebApplication app = builder.Build();
    app.Lifetime.ApplicationStarted.Register(() => isStarted = true);
    await app.PrepareStorageAsync();
    app.UseExceptionHandler("/error", createScopeForErrors: true);
    app.UseSecurityHeaders();
    app.UseResponseCompression();
    app.UseStaticFiles();
    app.UseRouting();
    app.UseRateLimiter();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAntiforgery();
    app.MapHealthChecks("/health").AllowAnonymous();
    app.MapLabEndpoints();
    app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null); // SecurityHeaders says it
    await app.RunAsync();
    return 0;
}
catch (Exception error) when (!isStarted && StartFailure.SentenceOf(error) is not null)
{
    await Console.Error.WriteLineAsync(StartFailure.SentenceOf(error));
    return 1;
}
