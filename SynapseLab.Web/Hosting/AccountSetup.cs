using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Accounts;

namespace SynapseLab.Web.Hosting;

/// <summary>Sign-in by cookie, roles, and the rule that without an account nothing is visible.</summary>
internal static class AccountSetup
{
    /// <summary>How long a session lasts after the last visit.</summary>
    private static readonly TimeSpan s_sessionLength = TimeSpan.FromDays(14);

    /// <summary>How soon a disabled account or a changed password ends its other sessions.</summary>
    private static readonly TimeSpan s_sessionCheck = TimeSpan.FromMinutes(1);

    internal static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddScoped<AuthenticationStateProvider, SessionCheck>();
        builder.Services.AddScoped<FirstAdministrator>();
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.AddIdentityCore<Account>(ConfigureIdentity)
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<LabDatabase>()
            .AddSignInManager<LabSignInManager>()
            .AddDefaultTokenProviders();
        builder.Services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = s_sessionCheck);
        builder.Services.ConfigureApplicationCookie(ConfigureCookie);
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Edit, policy => policy.RequireRole(Roles.Admin, Roles.Member))
            .AddPolicy(Policies.Administer, policy => policy.RequireRole(Roles.Admin));

        // The folder is known only once the options are bound, hence the second step.
        builder.Services.AddDataProtection().SetApplicationName("SynapseLab");
        builder.Services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<StoragePaths, ILoggerFactory>((options, paths, loggers) => options.XmlRepository =
                new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(new DirectoryInfo(paths.Keys), loggers));
    }

    private static void ConfigureIdentity(IdentityOptions options)
    {
        // Length protects better than kinds of characters (NIST SP 800-63B §5.1.1).
        options.Password.RequiredLength = 10;
        options.Password.RequiredUniqueChars = 4;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 8;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "synapselab.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = s_sessionLength;
        options.SlidingExpiration = true;
        options.LoginPath = "/account/login";
        options.AccessDeniedPath = "/account/denied";
        options.Events.OnRedirectToLogin = context => AnswerOrRedirect(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => AnswerOrRedirect(context, StatusCodes.Status403Forbidden);
    }

    // Programs want a status code; only pages are sent to the sign-in page.
    private static Task AnswerOrRedirect(RedirectContext<CookieAuthenticationOptions> context, int statusCode)
    {
        PathString path = context.Request.Path;
        if (path.StartsWithSegments("/api") || path.StartsWithSegments("/hubs") || path.StartsWithSegments("/_blazor"))
        {
            context.Response.StatusCode = statusCode;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
