using System.Net;
using Microsoft.EntityFrameworkCore;
using SynapseLab.Tests.Training;
using SynapseLab.Web.Data;

namespace SynapseLab.Tests.Web;

/// <summary>The bytes behind the augmentation page, on made-up cubes.</summary>
public sealed class ViewsEndpointTests : IDisposable
{
    private const int HeaderBytes = 16;
    private const int CubeBytes = 3 * 8 * 8 * 8;

    private readonly SyntheticCubes _cubes = new(2);
    private readonly TestLab _lab = new();

    public void Dispose()
    {
        _lab.Dispose();
        _cubes.Dispose();
    }

    [Fact]
    public async Task Views_FollowTheAddress_AndSayWhatIsOutOfRange()
    {
        using HttpClient browser = await _lab.AdministratorAsync();
        string address = await AddCubesAsync();
        byte[] seed = await browser.GetByteArrayAsync(address), again = await browser.GetByteArrayAsync(address + "?augmentation=seed&seed=1");
        byte[] still = await browser.GetByteArrayAsync(address + "?augmentation=vgg&rotation-range=0&flip-probability=0&noise-level=0&contrast-range=0&brightness-range=0&gaussian-blur-sigma=0");
        byte[] cube = seed[HeaderBytes..(HeaderBytes + CubeBytes)];

        Assert.Equal(HeaderBytes + (3 * CubeBytes), seed.Length);
        Assert.Equal(seed, again);
        Assert.Equal([.. cube, .. cube, .. cube], still[HeaderBytes..]);
        Assert.NotEqual(seed, await browser.GetByteArrayAsync(address + "?seed=2"));
        Assert.NotEqual(seed, await browser.GetByteArrayAsync(address + "?augmentation=em"));
        foreach ((string query, string sentence) in (ValueTuple<string, string>[])
        [
            ("?augmentation=vgg&noise-level=2", "NoiseLevel: Expected 0 … 1, got 2."),
            ("?augmentation=none", "Augmentation: Expected one of seed, strong, vgg, em, bbox, got 'none'."),
        ])
        {
            HttpResponseMessage refused = await browser.GetAsync(address + query);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, sentence), (refused.StatusCode, await refused.Content.ReadAsStringAsync()));
        }
    }

    private async Task<string> AddCubesAsync()
    {
        await using LabDatabase database = await _lab.Service<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        var cubes = new CubeSet
        {
            Dataset = new Dataset { Name = "made up", Kind = "folder", State = "ready", CreatedBy = "ada" },
            CubeSize = 8,
            Channels = "raw+pre+cleft",
            Directory = _cubes.PreprocDir,
            State = "ready",
            CubeCount = 2,
            CreatedBy = "ada",
        };
        database.Add(cubes);
        await database.SaveChangesAsync();
        return $"/api/cubesets/{cubes.Id}/views/bbox1_synapse_0";
    }
}
