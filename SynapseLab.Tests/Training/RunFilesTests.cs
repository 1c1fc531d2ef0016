using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Training;

public sealed class RunFilesTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new();

    public void Dispose() => _cubes.Dispose();

    [Fact]
    public void Checkpoint_OpenedByPython_LoadsIntoAnOptimiserOfTheSameParameters()
    {
        var options = _cubes.Options();
        Trainer.Run(options, _ => { }, default);

        Python.RunWithTorch($"""
            import json, torch
            d = torch.load(r'{RunFolder.At(options.RunDir).Checkpoint("final")}')
            weights = d['model_state_dict']
            assert weights['backbone.layer4.1.conv2.weight'].shape == (16, 16, 3, 3, 3), weights.keys()
            assert d['epoch'] == 3 and d['global_step'] == 6 and json.loads(d['config'])['width'] == 2
            names = [n for n in weights if n.endswith(('weight', 'bias'))]
            parameters = [torch.nn.Parameter(weights[n].clone()) for n in names]
            groups = [[p for p in parameters if p.dim() > 1], [p for p in parameters if p.dim() == 1]]
            optimizer = torch.optim.AdamW([dict(params=g) for g in groups])
            optimizer.load_state_dict(d['optimizer_state_dict'])
            assert optimizer.param_groups[0]['weight_decay'] == 1e-4 and optimizer.param_groups[1]['weight_decay'] == 0
            state = optimizer.state[groups[0][0]]
            assert state['step'].item() == 6 and state['exp_avg'].shape == groups[0][0].shape
            for p in parameters: p.grad = torch.zeros_like(p)
            optimizer.step()
            plain = torch.load(r'{RunFolder.At(options.RunDir).BackbonePath}', weights_only=True)
            assert torch.equal(plain['conv1.weight'], weights['backbone.conv1.weight'])
            """);
    }

    [Fact]
    public void OptimiserState_OpenedByPython_LoadsIntoPyTorchsOptimisers()
    {
        (string Name, string Theirs)[] optimisers = [("adam", "Adam"), ("sgd", "SGD"), ("lars", "SGD")];
        string script = "import torch\n";
        foreach (var (name, theirs) in optimisers)
        {
            var options = _cubes.Options(name) with { Optimizer = name, Epochs = 1 };
            Trainer.Run(options, _ => { }, default);
            script += $"""
                d = torch.load(r'{RunFolder.At(options.RunDir).Checkpoint("final")}')
                weights = d['model_state_dict']
                parameters = [torch.nn.Parameter(weights[n].clone()) for n in weights if n.endswith(('weight', 'bias'))]
                groups = [[p for p in parameters if p.dim() > 1], [p for p in parameters if p.dim() == 1]]
                optimizer = torch.optim.{theirs}([dict(params=g) for g in groups], lr=1)
                optimizer.load_state_dict(d['optimizer_state_dict'])
                assert [g['weight_decay'] for g in optimizer.param_groups] == [1e-4, 0], optimizer.param_groups
                assert optimizer.param_groups[0]['lr'] == 1e-3 and optimizer.param_groups[0].get('trust_coefficient') == {(name == "lars" ? "0.001" : "None")}
                assert optimizer.state[groups[0][0]]['{(name == "adam" ? "exp_avg" : "momentum_buffer")}'].shape == groups[0][0].shape
                for p in parameters: p.grad = torch.zeros_like(p)
                optimizer.step()

                """;
        }

        Python.RunWithTorch(script);
    }

    [Fact]
    public void Run_DiskFull_FailsWithASentenceAndKeepsTheLastCheckpoint()
    {
        var options = _cubes.Options();
        string latest = RunFolder.At(options.RunDir).LatestPath;
        TrainingOutcome outcome = Trainer.Run(options, e => FillDisk(e is StepCompleted { Step: 3 }, latest), default);

        Assert.Equal(RunOutcome.Failed, outcome.Outcome);
        Assert.StartsWith("The disk is full: ", outcome.Message, StringComparison.Ordinal);
        Assert.Contains("latest.pt could not be written", outcome.Message, StringComparison.Ordinal);
        Assert.Equal(2L, TorchFile.ReadDictionary(latest)["global_step"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // killed before its options were written: not a run yet
    public void Run_InTheFolderOfAKilledOne_ClearsWhatItLeft(bool resume)
    {
        var options = _cubes.Options();
        if (resume)
        {
            Trainer.Run(options, _ => { }, default);
        }

        string[] left = ["config.json.partial", ".in-use", "checkpoints/latest.pt.partial", "checkpoints/epoch_0001.pt.partial", "backbone_final.safetensors.partial"];
        Directory.CreateDirectory(Path.Combine(options.RunDir, "checkpoints"));
        string mine = Path.Combine(options.RunDir, "notes.partial"); // a person's
        left.Select(name => Path.Combine(options.RunDir, name)).Append(mine).ToList().ForEach(path => File.WriteAllText(path, "half"));
        var outcome = Trainer.Run(options with { Resume = resume }, _ => { }, default);

        RecordedRun.AssertFinished(outcome);
        Assert.DoesNotContain(left, name => File.Exists(Path.Combine(options.RunDir, name)));
        Assert.True(File.Exists(mine));
    }

    [Fact]
    public void Resume_CheckpointDamaged_SaysWhichFile()
    {
        var options = _cubes.Options();
        Trainer.Run(options, _ => { }, default);
        string latest = RunFolder.At(options.RunDir).LatestPath;
        File.WriteAllBytes(latest, File.ReadAllBytes(latest)[..2000]);

        var error = Assert.Throws<EngineException>(() => Trainer.Run(options with { Resume = true }, _ => { }, default));

        Assert.Contains("latest.pt", error.Message, StringComparison.Ordinal);
        Assert.Contains("best.pt", error.Message, StringComparison.Ordinal); // what to do
    }

    [Fact]
    public void Resume_LogCannotBeWritten_SaysSo()
    {
        var options = _cubes.Options();
        Trainer.Run(options, _ => { }, default);
        string log = ProgressLog.PathIn(options.RunDir);
        File.Delete(log);
        Directory.CreateDirectory(log);

        var error = Assert.Throws<SynapseLab.Engine.EngineException>(() => Trainer.Run(options with { Resume = true }, _ => { }, default));

        Assert.Contains("progress.jsonl", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Lets the next write of a file meet a device that is always full.</summary>
    private static void FillDisk(bool now, string path)
    {
        if (now)
        {
            File.CreateSymbolicLink(path + WholeFile.PartialSuffix, "/dev/full");
        }
    }
}
