using SynapseLab.Engine;
using SynapseLab.Engine.Methods.SimClr;
using SynapseLab.Engine.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Models;

public sealed class FreezingTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData("resnet3d18", 1)]
    [InlineData("resnet3d50", 3)]
    [InlineData("resnet3d18", 4)]
    [InlineData("vgg3d", 1)]
    [InlineData("vgg3d", 2)]
    [InlineData("vgg3d", 4)]
    public void StageToFinetune_ChangesThatStageAlone(string name, int stage)
    {
        using var net = New(name);
        net.Freeze(new(StageToFinetune: stage));

        string[] changed = ChangedByAStep(net);

        Assert.Equal(net.state_dict().Keys.Where(key => IsOfStage(key, stage)), changed);
        Assert.NotEmpty(changed);
    }

    [Theory]
    [InlineData("resnet3d18")]
    [InlineData("vgg3d")]
    public void FreezeBackbone_ChangesTheHeadAlone(string name)
    {
        using var net = New(name);
        net.Freeze(new(FreezeBackbone: true));

        Assert.Empty(ChangedByAStep(net));
    }

    [Theory]
    [InlineData("resnet3d18")]
    [InlineData("vgg3d")]
    public void NoFreezing_ChangesEverything(string name)
    {
        using var net = New(name);

        Assert.Equal(net.state_dict().Keys, ChangedByAStep(net));
    }

    [Fact]
    public void Freeze_Again_ThawsWhatWasFrozen()
    {
        using var net = New("vgg3d");
        net.Freeze(new(FreezeBackbone: true));
        net.Freeze(Freezing.None);

        Assert.All(net.parameters(), parameter => Assert.True(parameter.requires_grad));
        net.train();
        Assert.All(net.modules(), part => Assert.True(part.training));
    }

    [Fact]
    public void Train_AfterFreezing_LeavesFrozenBatchNormsInEval()
    {
        using var net = New("resnet3d18");
        net.Freeze(new(StageToFinetune: 2));
        net.eval();
        net.train();

        Assert.True(net.training);
        var norms = net.named_modules().Where(entry => entry.module is BatchNorm3d).ToList();
        Assert.All(norms, entry => Assert.Equal(IsOfStage(entry.name + ".", 2), entry.module.training));
        net.eval();
        Assert.All(norms, entry => Assert.False(entry.module.training));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-2)]
    public void Freeze_StageThatIsNone_IsAnError(int stage)
    {
        using var net = New("vgg3d");

        Assert.Contains($"got {stage}", Assert.Throws<EngineException>(() => net.Freeze(new(StageToFinetune: stage))).Message, StringComparison.Ordinal);
        Assert.All(net.parameters(), parameter => Assert.True(parameter.requires_grad));
    }

    [Fact]
    public void Freeze_StageOfAFrozenBackbone_IsAnError()
    {
        using var net = New("vgg3d");

        Assert.Contains("both", Assert.Throws<EngineException>(() => net.Freeze(new(true, 2))).Message, StringComparison.Ordinal);
    }

    private static Backbone New(string name) => BackboneFixture.New(BackboneFactory.Describe(name, "r3d", 1, 2, stemMaxPool: true));

    /// <summary>Stages of a VGG3D end at features 12, 19, 26, 33.</summary>
    private static bool IsOfStage(string key, int stage)
    {
        string[] parts = key.Split('.');
        int[] ends = [-1, 12, 19, 26, 33];
        return parts[0] == "features"
            ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) is var layer && layer > ends[stage - 1] && layer <= ends[stage]
            : parts[0] == $"layer{stage}";
    }

    /// <summary>Names of the backbone's weights and statistics that one training step under weight decay changes; the head must change.</summary>
    private static string[] ChangedByAStep(Backbone net)
    {
        using var generator = new Generator(3);
        using var model = new SimClr(net, new ProjectionHead(net.FeatureDimension, 4, 3, generator), temperature: 0.1);
        using var optimizer = optim.AdamW(model.parameters(), 0.01, weight_decay: 0.1);
        var before = model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone());
        model.train();
        using var cubeGenerator = new Generator(4);
        model.Encode(rand([4, 1, 32, 32, 32], generator: cubeGenerator))[0].pow(2).sum().backward();
        nn.utils.clip_grad_norm_(model.parameters(), 10);
        optimizer.step();
        string[] changed = [.. model.state_dict().Where(entry => !entry.Value.equal(before[entry.Key])).Select(entry => entry.Key)];
        Assert.Contains("projection.layers.0.weight", changed);
        return [.. changed.Where(name => name.StartsWith("backbone.", StringComparison.Ordinal)).Select(name => name["backbone.".Length..])];
    }
}
