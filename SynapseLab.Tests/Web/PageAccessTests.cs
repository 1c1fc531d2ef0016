using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using SynapseLab.Web.Components;

namespace SynapseLab.Tests.Web;

public sealed class PageAccessTests
{
    // An open page is drawn by its circuit, which no request's policy guards: the page itself must say who may see it.
    [Fact]
    public void EveryPage_AsksForAnAccountOrSaysThatItNeedsNone()
    {
        Type[] pages = [.. typeof(App).Assembly.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any())];

        Assert.NotEmpty(pages);
        Assert.Empty(pages.Where(page => !page.GetCustomAttributes().Any(attribute => attribute is IAuthorizeData or IAllowAnonymous)).Select(page => page.Name));
    }
}
