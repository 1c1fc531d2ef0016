using System.Collections;
using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Tests.Web.Runs;

public sealed class RunNamesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-names-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("", "simclr", "vnc simclr 1")]
    [InlineData("", "byol", "vnc byol 8")]
    [InlineData("", "moco", "vnc moco 2")]
    [InlineData("seed-simclr", "simclr", "vnc seed-simclr 1")]
    [InlineData("seed-simclr", "byol", "vnc byol 8")] // the method was changed after the preset
    public void Propose_IsDatasetPresetOrMethodAndTheNextNumber(string preset, string method, string expected)
    {
        var names = new RunNames(["VNC byol 7", "vnc byol 3", "vnc byol x", "vnc byol", "other byol 9", "vnc moco"]);

        Assert.Equal(expected, names.Propose("vnc", preset, new TrainingOptions { Method = method }));
    }

    [Theory]
    [InlineData("trial", "trial 4")]
    [InlineData("trial 2", "trial 4")]
    [InlineData("trial4", "trial4 1")]
    [InlineData("Trial 9", "Trial 4")]
    [InlineData("7", "7 1")]
    public void Next_KeepsTheNameAndCountsOn(string name, string expected) => Assert.Equal(expected, new RunNames(["trial", "trial 3"]).Next(name));

    [Fact]
    public void Next_OfTheLongestName_IsStillAName()
    {
        string longest = new('n', RunNames.MostCharacters);

        Assert.Null(new RunNames([longest]).ProblemOf(new RunNames([longest]).Next(longest)));
        Assert.Equal("Expected a name of at most 120 characters, got 121; shorten it.", new RunNames([]).ProblemOf(longest + "n"));
    }

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("two\r\nlines")]
    [InlineData("a\tb")]
    [InlineData("a\u0000b")]
    public void ProblemOf_ControlCharacters_AsksForOneLine(string name) =>
        Assert.StartsWith("Expected a name in one line, ", new RunNames([]).ProblemOf(name), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("trial")]
    public async Task Launch_SetThatIsDeletedMeanwhile_SaysSo(string name)
    {
        RunServer? server = null;
        var devices = new Devices(() =>
        {
            using LabDatabase database = server!.Get<IDbContextFactory<LabDatabase>>().CreateDbContext();
            database.CubeSets.ExecuteDelete();
        });
        await using RunServer started = server = await RunServer.StartAsync(_folder, new ScriptedTrainer { Devices = devices });
        devices.IsWatched = true;

        var error = await Assert.ThrowsAsync<EngineException>(() => started.LaunchAsync(name));

        Assert.Equal("The cube set 1 was deleted meanwhile; choose another of the list.", error.Message);
    }

    [Fact]
    public async Task Launch_NameOfAnotherRun_IsRefusedWithAFreeOne()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, new ScriptedTrainer());
        await server.LaunchAsync("Trial");

        var error = await Assert.ThrowsAsync<EngineException>(() => server.LaunchAsync(" trial "));

        Assert.Equal("There is a run named \"trial\" already; \"trial 2\" is free.", error.Message);
        Assert.Equal("trial 2", (await server.RunAsync(await server.LaunchAsync("trial 2"))).Name);
    }

    [Fact]
    public async Task Launch_WithoutAName_TakesTheProposal()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, new ScriptedTrainer());

        Assert.Equal("phantom simclr 1", (await server.RunAsync(await server.LaunchAsync("  "))).Name);
        Assert.Equal("phantom simclr 2", (await server.RunAsync(await server.LaunchAsync(""))).Name);
    }

    /// <summary>A CPU; while they are watched, who looks at the devices is told of it first.</summary>
    private sealed class Devices(Action looked) : IReadOnlyList<DeviceInfo>
    {
        private readonly DeviceInfo[] _all = [new("cpu", "CPU", 1)];

        internal bool IsWatched { get; set; }

        public int Count => _all.Length;

        public DeviceInfo this[int index] => _all[index];

        public IEnumerator<DeviceInfo> GetEnumerator()
        {
            if (IsWatched)
            {
                looked();
            }

            return ((IEnumerable<DeviceInfo>)_all).GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
