using System.Collections.Concurrent;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Torch;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Training.Distributed;

public sealed class WorldSettingsTests
{
    private readonly Dictionary<string, string> _variables = new()
    {
        ["MASTER_ADDR"] = "node1",
        ["MASTER_PORT"] = "29500",
        ["RANK"] = "3",
        ["WORLD_SIZE"] = "4",
        ["LOCAL_RANK"] = "1",
    };

    [Fact]
    public void Read_TorchrunsVariables_AreTaken()
    {
        Assert.Equal(new WorldSettings("node1", 29500, 3, 4, 1), Read());

        _variables["LOCAL_WORLD_SIZE"] = "2";
        _variables["TORCHELASTIC_USE_AGENT_STORE"] = "True";
        _variables["TORCHELASTIC_RESTART_COUNT"] = "5";
        _variables["SYNAPSELAB_MEETING_TIMEOUT_SECONDS"] = "90";
        Assert.Equal(new WorldSettings("node1", 29500, 3, 4, 1) { LocalWorldSize = 2, IsServedByAgent = true, Attempt = 5, MeetingTimeout = TimeSpan.FromSeconds(90) }, Read());
    }

    [Theory]
    [InlineData("MASTER_ADDR", null, "Expected the address of the machine of rank 0 in the environment variable MASTER_ADDR, got nothing.")]
    [InlineData("MASTER_PORT", null, "Expected a whole number from 1 to 65535 in the environment variable MASTER_PORT, got nothing.")]
    [InlineData("MASTER_PORT", "http", "Expected a whole number from 1 to 65535 in the environment variable MASTER_PORT, got 'http'.")]
    [InlineData("RANK", "4", "Expected a whole number from 0 to 3 in the environment variable RANK, got '4'.")]
    [InlineData("RANK", "", "Expected a whole number from 0 to 3 in the environment variable RANK, got nothing.")]
    [InlineData("WORLD_SIZE", "0", "Expected a whole number from 1 to 65536 in the environment variable WORLD_SIZE, got '0'.")]
    [InlineData("SYNAPSELAB_MEETING_TIMEOUT_SECONDS", "soon", "Expected a whole number from 1 to 86400 in the environment variable SYNAPSELAB_MEETING_TIMEOUT_SECONDS, got 'soon'.")]
    [InlineData("LOCAL_RANK", "-1", "Expected a whole number from 0 to 3 in the environment variable LOCAL_RANK, got '-1'.")]
    public void Read_MissingOrWrong_NamesTheVariable(string name, string? value, string expected)
    {
        _variables.Remove(name);
        if (value is not null)
        {
            _variables[name] = value;
        }

        Assert.StartsWith(expected, Assert.Throws<EngineException>(Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Join_RankZeroDoesNotCome_SaysSoAfterTheTimeout()
    {
        // Port 1 of the loopback address serves nothing.
        var settings = new WorldSettings("127.0.0.1", 1, 1, 2, 0) { MeetingTimeout = TimeSpan.FromSeconds(1) };
        var e = Assert.Throws<EngineException>(() => World.Join(settings, CPU, _ => { }));
        Assert.StartsWith("The 2 processes of the run did not meet at 127.0.0.1:1 (rank 1, waited ", e.Message, StringComparison.Ordinal);
        Assert.Contains(" for rank 0). Check that all of them run, with the same MASTER_ADDR", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Meet_SomeDoNotCome_NamesThemWhileItWaitsAndInTheEnd()
    {
        int port = MeetingPort.Free();
        ConcurrentQueue<string> said = [];
        var settings = new WorldSettings("127.0.0.1", port, 0, 4, 0) { MeetingTimeout = TimeSpan.FromSeconds(5) };
        var waiting = Task.Run(() => new RollCall(settings, said.Enqueue) { FirstAfter = TimeSpan.FromSeconds(1), AgainAfter = TimeSpan.FromMilliseconds(200) }.Meet());
        using var second = new ProcessMeeting(new("127.0.0.1", port, 2, 4, false, "synapselab/0"), TimeSpan.FromSeconds(60));
        var e = Assert.Throws<EngineException>(() => waiting.GetAwaiter().GetResult().Dispose());

        Assert.Matches(@"\(rank 0, waited [0-9]+ seconds for ranks 1 and 3\)\. Check that all of them run", e.Message);
        Assert.Contains("SYNAPSELAB_MEETING_TIMEOUT_SECONDS sets how long", e.Message, StringComparison.Ordinal);
        Assert.True(said.Count > 1);
        Assert.Matches($"^Rank 0 of 4 has waited [0-9]+ seconds at 127.0.0.1:{port} for ranks 1 and 3.$", said.Last());
    }

    private WorldSettings Read() => WorldSettings.Read(name => _variables.GetValueOrDefault(name));
}
