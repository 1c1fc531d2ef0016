using SynapseLab.Web.Components;
using SynapseLab.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.AddStorage();
builder.AddAccounts();
builder.Services.AddLoginRateLimit();
builder.Services.AddLabPages();
builder.Services.AddHealthChecks();

WebApplication app = builder.Build();
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
