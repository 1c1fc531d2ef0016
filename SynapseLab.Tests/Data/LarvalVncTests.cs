using SynapseLab.Engine.Data;

namespace SynapseLab.Tests.Data;

/// <summary>The same path on real EM; its README says what to find there.</summary>
public sealed class LarvalVncTests
{
    [Theory]
    [InlineData(80, 6)]
    [InlineData(32, 14)]
    public void Run_RealData_CutsEverySynapse(int cubeSize, int wholeCubes)
    {
        using var folder = new TemporaryFolder();
        Preprocessor.Run(new PreprocessOptions(LarvalVnc.DataDir(), folder.Path, cubeSize, Codes: LarvalVnc.Codes), null, default);
        using CubeStore store = CubeStore.Open(folder.Path);
        Assert.Equal([24, 24], store.Entries.CountBy(e => e.BoundingBox).Select(c => c.Value));
        Assert.Equal((0, wholeCubes), (Whole("bbox1"), Whole("bbox2")));
        Assert.All(store.Entries.CountBy(e => (e.BoundingBox, e.Side)), group => Assert.InRange(group.Value, 5, 19));

        int Whole(string box) => store.Entries.Count(e => e.BoundingBox == box && !e.Padded);
    }

    [Fact]
    public void Inspect_RealDataUnderTheSeedsCodes_ProposesTheRightOnes()
    {
        InspectionReport report = Inspector.Inspect(DatasetSource.Scan(LarvalVnc.DataDir()), CodeTable.Seed, 80, null, default);
        Assert.All(report.BoundingBoxes, box =>
        {
            Assert.Equal((24, 24), (box.TableRows, box.Synapses.Count));
            Assert.Equal((1, 2, 3), (box.ProposedCodes!.Vesicle, box.ProposedCodes.Cleft[0], box.ProposedCodes.Mitochondria!.Value));
        });
    }
}
