using SynapseLab.Engine;
using SynapseLab.Engine.Training;
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
        Assert.Equal(new WorldSettings("node1", 29500, 3, 4, 1) { LocalWorldSize = 2, IsServedByAgent = true, Attempt = 5 }, Read());
    }

    [Theory]
    [InlineData("MASTER_ADDR", null, "Expected the address of the machine of rank 0 in the environment variable MASTER_ADDR, got nothing.")]
    [InlineData("MASTER_PORT", null, "Expected a whole number from 1 to 65535 in the environment variable MASTER_PORT, got nothing.")]
    [InlineData("MASTER_PORT", "http", "Expected a whole number from 1 to 65535 in the environment variable MASTER_PORT, got 'http'.")]
    [InlineData("RANK", "4", "Expected a whole number from 0 to 3 in the environment variable RANK, got '4'.")]
    [InlineData("RANK", "", "Expected a whole number from 0 to 3 in the environment variable RANK, got nothing.")]
    [InlineData("WORLD_SIZE", "0", "Expected a whole number from 1 to 65536 in the environment variable WORLD_SIZE, got '0'.")]
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
    public void Join_NobodyElseComes_SaysSoAfterTheTimeout()
    {
        // Port 1 of the loopback address serves nothing.
        var settings = new WorldSettings("127.0.0.1", 1, 1, 2, 0) { Timeout = TimeSpan.FromSeconds(1) };
        var e = Assert.Throws<EngineException>(() => World.Join(settings, CPU));
        Assert.StartsWith("The 2 processes of the run did not meet at 127.0.0.1:1 (rank 1,", e.Message, StringComparison.Ordinal);
    }

    private WorldSettings Read() => WorldSettings.Read(name => _variables.GetValueOrDefault(name));
}
