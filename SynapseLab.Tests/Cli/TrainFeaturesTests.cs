using SynapseLab.Cli;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Training;
using SynapseLab.Tests.Training;

namespace SynapseLab.Tests.Cli;

/// <summary>Which features a finished run of a VGG3D ends with.</summary>
public sealed class TrainFeaturesTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new(4, 16);

    public void Dispose() => _cubes.Dispose();

    [Theory]
    [InlineData("", "layer20_feat_1", 8)] // width 2: 2, 4, 8, 16 maps; layer 20 is the first convolution of stage 3
    [InlineData("--pooling avg+max", "layer20_feat_1", 8)] // the run's pooling is for its own layer, the last
    [InlineData("--layer_num -1", "feat_1", 16)]
    [InlineData("--layer_num -1 --pooling avg+max", "feat_1", 32)]
    [InlineData("--layer_num 3 --pooling avg+max", "layer3_feat_1", 4)]
    public void Train_EndsWithTheFeaturesOfTheLayerThatWasNamed(string options, string column, int dimension)
    {
        string run = _cubes.Options().RunDir;
        CommandRun train = CommandRun.Of([
            "train", "--preproc-dir", _cubes.PreprocDir, "--run-dir", run, "--backbone", "vgg3d", "--width", "2", "--batch-size", "2", "--epochs", "1", "--evaluate-every-epochs", "0",
            "--projection-hidden", "8", "--device", "cpu", "--threads", "1", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.True(train.ExitCode == ExitCode.Ok, train.Error);
        (_, int rows, int columns) = NpyFile.Read(Path.Combine(run, "features", FeatureExtraction.ArrayName));
        Assert.Equal((4, dimension), (rows, columns));
        Assert.Equal(column, File.ReadLines(Path.Combine(run, "features", FeatureExtraction.TableName)).First().Split(',')[2]);
    }
}
