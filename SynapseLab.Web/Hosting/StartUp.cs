using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Hosting;

/// <summary>What must be true before the first request: the data folder is ours, the newest schema, the roles.</summary>
internal static class StartUp
{
    internal static async Task PrepareStorageAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<DataFolderLock>();
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        await DatabaseSchema.UpgradeAsync(scope.ServiceProvider.GetRequiredService<LabDatabase>(), CancellationToken.None);
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole>>();
        foreach (string role in Roles.All)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                await roles.CreateAsync(new IdentityRole(role));
            }
        }
    }

    internal static void AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<LabOptions>(builder.Configuration.GetSection(LabOptions.Section));
        builder.Services.AddSingleton<StoragePaths>();
        builder.Services.AddSingleton<DataFolderLock>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDbContextFactory<LabDatabase>((services, options) =>
            options.UseSqlite($"Data Source={services.GetRequiredService<StoragePaths>().Database}"));
    }
}
