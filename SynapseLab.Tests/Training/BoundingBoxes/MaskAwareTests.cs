using SynapseLab.Engine.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Training;

public sealed class MaskAwareTests
{
    private const int Size = SyntheticVolumes.CubeSize;
    private const int CubeLength = 3 * Size * Size * Size;
    private static readonly int[] s_samples = [0, 1, 2, 3, 4, 5, 6, 7];

    [Fact]
    public void ReadBatch_CleftAtOneEnd_RedrawsAsOftenAsTheNaiveSearch()
    {
        using var volumes = new SyntheticVolumes((z, y, _) => z < 3 && y < 10);
        var options = volumes.Options() with { MaskAware = true };
        using var cubes = volumes.Open(options);
        using var blind = volumes.Open(options with { MaskAware = false });

        var batch = cubes.ReadArray(1, s_samples);
        var sampler = new BoundingBoxSampler(SyntheticVolumes.Shapes, Size, options.CubesPerBbox, options.Seed);
        int[] expected = [.. s_samples.Select(i => Enumerable.Range(0, 11).FirstOrDefault(redraw => Cleft(sampler.Draw(1, i, redraw)) >= 100, 10))];

        Assert.Equal(expected, batch.Redraws!.Draws);
        Assert.Contains(expected, draws => draws > 0);
        Assert.All(s_samples.Where(i => expected[i] < 10), i => Assert.True(CleftOf(batch.Cubes, i) >= 100));
        Assert.Null(blind.ReadArray(1, s_samples).Redraws);

        // Rows z < 3, y < 10 of the cube's window.
        static int Cleft((int Box, Engine.Data.Voxel Corner) place) => Math.Clamp(3 - place.Corner.Z, 0, Size) * Math.Clamp(10 - place.Corner.Y, 0, Size) * Size;
    }

    [Fact]
    public void ReadBatch_NoCleftAnywhere_UsesTheTenthRedraw()
    {
        using var volumes = new SyntheticVolumes((_, _, _) => false);
        var options = volumes.Options() with { MaskAware = true };
        using var cubes = volumes.Open(options);
        var batch = cubes.ReadArray(0, s_samples);
        float[] last = new float[CubeLength];
        Assert.Equal(10, cubes.ReadWithCleft(0, 3, 10, last));

        Assert.All(batch.Redraws!.Draws, draws => Assert.Equal(10, draws));
        Assert.Equal(last, batch.Cubes[(3 * CubeLength)..(4 * CubeLength)]);
        using var scope = NewDisposeScope();
        int made = 0;
        batch.Redraws.Views(tensor(batch.Cubes, [8, 3, Size, Size, Size]), some => Twice(some, ref made));
        Assert.Equal(1, made); // nothing is left to redraw
    }

    [Fact]
    public void Views_SecondViewLosesTheCleft_RedrawsThatSampleOnly()
    {
        using var volumes = new SyntheticVolumes((_, _, _) => true);
        using var cubes = volumes.Open(volumes.Options() with { MaskAware = true });
        var batch = cubes.ReadArray(0, s_samples);
        Assert.All(batch.Redraws!.Draws, draws => Assert.Equal(0, draws));
        using var scope = NewDisposeScope();
        int made = 0;
        var views = batch.Redraws.Views(tensor(batch.Cubes, [8, 3, Size, Size, Size]), some =>
        {
            var pair = Twice(some, ref made);
            if (made == 1)
            {
                pair.narrow(0, 8 + 5, 1).narrow(1, 2, 1).zero_(); // view 2 of sample 5
            }

            return pair;
        });

        float[] again = new float[CubeLength];
        cubes.ReadWithCleft(0, 5, 1, again);
        Assert.Equal([0, 0, 0, 0, 0, 1, 0, 0], batch.Redraws.Draws);
        Assert.Equal(again, views.narrow(0, 5, 1).contiguous().data<float>().ToArray());
        Assert.Equal(again, views.narrow(0, 13, 1).contiguous().data<float>().ToArray());
        Assert.Equal(batch.Cubes[..CubeLength], views.narrow(0, 8, 1).contiguous().data<float>().ToArray());
    }

    [Fact]
    public void Views_ThatNeverShowTheCleft_StopAtTheTenthRedraw()
    {
        using var volumes = new SyntheticVolumes((_, _, _) => true);
        using var cubes = volumes.Open(volumes.Options() with { MaskAware = true });
        var batch = cubes.ReadArray(0, s_samples);
        using var scope = NewDisposeScope();
        int made = 0;
        batch.Redraws!.Views(tensor(batch.Cubes, [8, 3, Size, Size, Size]), some => Twice(some, ref made) * 0);

        Assert.All(batch.Redraws.Draws, draws => Assert.Equal(10, draws));
        Assert.Equal(11, made);
    }

    [Theory]
    [InlineData(-1, 5, false)]
    [InlineData(2, 1, false)]
    [InlineData(2, 2, true)]
    public void MaskAwareAfterEpoch_SwitchesItOnFromThatEpoch(int after, int epoch, bool isOn)
    {
        using var volumes = new SyntheticVolumes((_, _, _) => true);
        using var cubes = volumes.Open(volumes.Options() with { MaskAwareAfterEpoch = after });

        Assert.Equal(isOn, cubes.ReadArray(epoch, [0]).Redraws is not null);
    }

    private static Tensor Twice(Tensor batch, ref int made)
    {
        made++;
        return cat([batch, batch]);
    }

    private static int CleftOf(float[] cubes, int sample) => cubes.AsSpan(((sample + 1) * CubeLength) - (CubeLength / 3), CubeLength / 3).Count(1f);
}
