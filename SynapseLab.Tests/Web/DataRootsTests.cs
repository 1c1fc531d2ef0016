using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using SynapseLab.Engine;
using SynapseLab.Web.Features.Datasets.Access;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Tests.Web;

public sealed class DataRootsTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly string _root;
    private readonly DataRoots _roots;

    public DataRootsTests()
    {
        _root = Folder("open");
        Folder("open/set/raw");
        Folder("secret/set");
        Folder("open-sibling");
        Directory.CreateSymbolicLink(Path.Combine(_root, "out"), Path.Combine(_folder.Path, "secret"));
        Directory.CreateSymbolicLink(Path.Combine(_root, "in"), Path.Combine(_root, "set"));
        Directory.CreateSymbolicLink(Path.Combine(_root, "circle"), Path.Combine(_root, "circle"));
        _roots = new(Options.Create(new LabOptions { DataRoots = [_root] }), new HostingEnvironment { ContentRootPath = _folder.Path });
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("open", "open")]
    [InlineData("open/set", "open/set")]
    [InlineData("open/set/../set/raw", "open/set/raw")]
    [InlineData("open/in/raw", "open/set/raw")]
    public void Resolve_BelowARoot_GivesTheRealPath(string asked, string real) =>
        Assert.Equal(Path.Combine(_folder.Path, real), _roots.Resolve(Path.Combine(_folder.Path, asked)));

    [Theory]
    [InlineData("secret/set")]
    [InlineData("open/../secret")]
    [InlineData("open/out")]
    [InlineData("open/out/set")]
    [InlineData("open-sibling")]
    [InlineData("open/missing")]
    [InlineData("")]
    public void Resolve_ElsewhereOrThroughALink_IsRefused(string asked) =>
        Assert.Throws<EngineException>(() => _roots.Resolve(Path.Combine(_folder.Path, asked)));

    [Fact]
    public void Resolve_CircleOfLinks_Ends() =>
        Assert.Throws<EngineException>(() => _roots.Resolve(Path.Combine(_root, "circle")));

    [Fact]
    public void Folders_LeavesLinksOutOfTheRootsAway() => Assert.Equal(["in", "set"], _roots.Folders(_root));

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;
}
