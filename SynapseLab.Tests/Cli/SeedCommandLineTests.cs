using SynapseLab.Cli;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Models;
using SynapseLab.Engine.Training;
using SynapseLab.Tests.Training.Distributed;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Cli;

/// <summary>
/// The example command lines of the two seeds, run as written in a directory as theirs: the program's name is replaced as docs/cli.md
/// says, sizes (epochs, batch, cubes, width) are those of a phantom, paths that stand for the reader's own are its <c>data</c>.
/// </summary>
public sealed class SeedCommandLineTests(SeedWorkplace workplace) : IClassFixture<SeedWorkplace>
{
    private const string Contrastive = "python -m contrastive.run_contrastive_pipeline";

    [Theory]
    [InlineData("python train_synapse_simclr.py --data_dir datareal --epochs 10 --batch_size 8 --cube_size 80 --run_name my_experimentssss", "my_experimentssss")]
    [InlineData("python train_synapse_simclr.py --data_dir datareal --epochs 600 --batch_size 8 --run_name enhanced_training_constant_lr --scheduler_type constant", "enhanced_training_constant_lr", "Schedule=constant")]
    [InlineData("python train_synapse_simclr.py --data_dir data --epochs 200 --batch_size 32 --cube_size 80", "synapse_simclr_*")]
    [InlineData("python train_synapse_simclr.py --data_dir data --epochs 200 --batch_size 32 --mixed_precision", "synapse_simclr_*", "Precision=bfloat16")]
    [InlineData("python train_synapse_simclr.py --data_dir data --epochs 200 --batch_size 32 --memory_efficient", "synapse_simclr_*", "Loading=stream")]
    [InlineData("python train_synapse_simclr.py --data_dir data --epochs 200 --batch_size 32 --run_name my_experiment", "my_experiment")]
    [InlineData("python train_synapse_simclr.py --data_root data --excel_file data/bbox1.xlsx --batch_size 32 --epochs 200 --learning_rate 1e-3 --temperature 0.1 --bbox_size 64 --run_name my_experiment", "my_experiment", "Temperature=0.1 LearningRate=0.001")]
    public void SynapseTraining_Runs(string line, string name, string expected = "")
    {
        workplace.ClearRuns();
        CommandRun run = workplace.Run(SeedLine.Small(line, cube: 16));

        AssertFinished(run, workplace, $"Pipeline=synapse Method=simclr Backbone=resnet3d18 Augmentation=seed {expected}");
        Assert.Single(Directory.GetDirectories(workplace.At("runs"), name));
        using CubeStore cubes = CubeStore.Open(workplace.At("preproc_synapses"));
        Assert.Equal(16, cubes.CubeSize);
    }

    [Theory]
    [InlineData("python train_simclr.py --data_dir data --epochs 200 --batch_size 64", "")]
    [InlineData("python train_simclr.py --data_dir data --batch_size 32 --epochs 200 --gradient_accumulation_steps 4 --mixed_precision --mask_aware_after_epoch 100", "GradientAccumulationSteps=4 Precision=bfloat16 MaskAwareAfterEpoch=100")]
    public void BoundingBoxTraining_Runs(string line, string expected)
    {
        workplace.ClearRuns();
        CommandRun run = workplace.Run(SeedLine.Small(line, cube: 16));

        AssertFinished(run, workplace, $"Pipeline=bbox Method=simclr Backbone=resnet3d18 Augmentation=bbox Temperature=0.1 {expected}");
        using VolumeStore boxes = VolumeStore.Open(workplace.At("preproc"));
        Assert.Single(boxes.Boxes);
    }

    [Fact]
    public void DistributedTraining_RunsOnWhatIsPrepared()
    {
        const string line = "python train_simclr.py --distributed --batch_size 32 --gradient_accumulation_steps 2 --mixed_precision";
        string[] arguments = SeedLine.Small(line, batch: 4, cube: 16);
        using var elsewhere = new SeedWorkplace();

        CommandRun unprepared = elsewhere.Run(arguments);
        Assert.Equal(ExitCode.WrongUsage, unprepared.ExitCode);
        string advice = unprepared.FailureLine();
        string[] prepare = advice[(advice.IndexOf("synapselab preprocess", StringComparison.Ordinal) + "synapselab ".Length)..].Split(' ');
        Assert.Equal(ExitCode.Ok, elsewhere.Run([.. prepare, "--cube_size", "16"]).ExitCode);
        CommandRun alone = elsewhere.Run(arguments);
        Assert.Contains("torchrun", alone.FailureLine(), StringComparison.Ordinal);

        using Ranks ranks = Ranks.StartIn(elsewhere.Root, SeedWorkplace.Program, _ => arguments);
        (int code, string output, string error) = ranks.Wait(0);
        Assert.Equal((ExitCode.Ok, ""), (ranks.Wait(1).ExitCode, ranks.Wait(1).Out));
        AssertFinished(new CommandRun(code, output, error), elsewhere, "Pipeline=bbox Precision=bfloat16 GradientAccumulationSteps=2");
    }

    [Theory]
    [InlineData($"{Contrastive}", true)]
    [InlineData($"{Contrastive} --train_only", false)]
    [InlineData($"{Contrastive} --batch_size 16 --learning_rate 0.0001 --num_epochs 50", true)]
    public void VggPipeline_Runs(string line, bool takesFeatures)
    {
        workplace.ClearRuns();
        CommandRun run = workplace.Run([.. SeedLine.Small(line, cube: 16), "--pooling", "avg"]); // flattened maps are for cubes of 80³ alone

        AssertFinished(run, workplace, "Pipeline=synapse Method=simclr Backbone=vgg3d Augmentation=vgg LearningRate=0.0001 WarmupEpochs=0");
        Assert.Equal(takesFeatures ? ["features.csv", "features.npy"] : [], FeaturesIn(Path.Combine(workplace.OnlyRun(), "features"), "layer20_feat_1"));
    }

    [Fact]
    public void VggExtraction_Runs()
    {
        workplace.ClearRuns();
        workplace.Run(["preprocess", "--data_dir", "data", "--preproc_dir", "preproc_synapses", "--cube_size", "16"]);
        using var generator = new TorchSharp.torch.Generator(1);
        using Backbone backbone = new Vgg3dOptions(3, 2).Build(generator);
        Directory.CreateDirectory(workplace.At("path/to"));
        using (FileStream file = File.Create(workplace.At("path/to/checkpoint.pt")))
        {
            TorchFile.Write(file, new TorchDictionary { ["model_state_dict"] = TensorDataConversion.StateDict(backbone) });
        }

        CommandRun run = workplace.Run(SeedLine.Arguments($"{Contrastive} --extract_only --checkpoint path/to/checkpoint.pt --layer_num 20"));

        Assert.True(run.ExitCode == ExitCode.Ok, run.Error);
        Assert.Equal(["features.csv", "features.npy"], FeaturesIn(workplace.At("results"), "layer20_feat_1"));
    }

    [Theory]
    [InlineData("train")]
    [InlineData("train --train_only")]
    [InlineData("train --batch_size 16 --learning_rate 0.0001 --num_epochs 50")]
    [InlineData("train --batch_size 4 --cubes_per_bbox 5", "Pipeline=bbox CubesPerBbox=5 Augmentation=bbox")]
    [InlineData("train --batch_size 4 --mask_aware_after_epoch 100 --augmentation seed --temperature 0.2", "Pipeline=bbox MaskAwareAfterEpoch=100 Augmentation=seed Temperature=0.2 ProjectionHidden=2048")]
    public void Train_WithoutFolders_TakesTheSeeds(string line, string expected = "Pipeline=synapse Backbone=resnet3d18")
    {
        workplace.ClearRuns();

        AssertFinished(workplace.Run(SeedLine.Small($"./synapselab {line}", cube: 16)), workplace, expected);
    }

    [Fact]
    public void Preparation_Inspection_AndEvaluation_Run()
    {
        using var unprepared = new SeedWorkplace();
        CommandRun inspected = unprepared.Run(SeedLine.WithCubesOf("python test_synapse_extraction.py --data_dir data --cube_size 80", 16));
        CommandRun prepared = unprepared.Run(SeedLine.WithCubesOf("python preprocess_synapses.py --data_dir data --preproc_dir preproc_synapses --cube_size 80", 16));
        CommandRun trained = unprepared.Run(SeedLine.Small("python train_simclr.py --data_dir data --epochs 200 --batch_size 64", cube: 16));
        Directory.CreateDirectory(unprepared.At("checkpoints"));
        File.Copy(RunFolder.At(unprepared.OnlyRun()).Checkpoint("final"), unprepared.At("checkpoints/checkpoint_best.pt"));
        CommandRun evaluated = unprepared.Run(SeedLine.Arguments("python eval_embeddings.py --checkpoint checkpoints/checkpoint_best.pt --data_dir data --preproc_dir preproc --output_dir eval_results"));

        Assert.All([inspected, prepared, trained, evaluated], run => Assert.True(run.ExitCode == ExitCode.Ok, run.Error));
        Assert.Contains("bbox1", inspected.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(unprepared.At("preproc_synapses/bbox1_synapses.h5")));
        Assert.True(File.Exists(unprepared.At("eval_results/report.html")));
    }

    [Theory]
    [InlineData("preprocess", "--data_root data --preproc_dir cubes --excel_file a.xlsx", "--excel-file")]
    [InlineData("preprocess", "--data_root data --preproc_dir cubes --num_samples 5 --show_augmentations --save_dir v", "--num-samples --show-augmentations --save-dir")]
    public void Preprocess_WithTheSeedsOptionsOfOtherPrograms_IsAnsweredOptionByOption(string verb, string options, string answered)
    {
        CommandRun run = CommandRun.Of([verb, .. options.Split(' ')]);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.All(answered.Split(' '), name => Assert.Contains($"'{name}'", run.FailureLine(), StringComparison.Ordinal));
        Assert.Equal(answered.Split(' ').Length, run.FailureLine().Split("The seeds' ").Length - 1);
    }

    [Fact]
    public void Inspect_AsTheSeedsLineHasIt_RunsAndSaysWhatChangesNothing()
    {
        CommandRun run = workplace.Run(SeedLine.Arguments(
            "python visualize_samples.py --data_root data --excel_file data/bbox1.xlsx --num_samples 5 --show_augmentations --save_dir ./visualizations --bbox_size 64"));

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        string[] idle = ["--excel-file", "--num-samples", "--show-augmentations", "--save-dir"];
        Assert.All(idle, name => Assert.Contains($"{name} changes nothing: ", run.Error, StringComparison.Ordinal));
        Assert.False(Directory.Exists(workplace.At("visualizations")));
    }

    private static void AssertFinished(CommandRun run, SeedWorkplace workplace, string expected)
    {
        Assert.True(run.ExitCode == ExitCode.Ok, run.Error);
        RunFolder folder = RunFolder.Open(workplace.OnlyRun());
        TrainingOptions options = folder.ReadConfig();
        Assert.True(File.Exists(folder.Checkpoint("final")));
        string[] names = [.. expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0])];
        Assert.Equal(expected.Trim(), string.Join(' ', names.Select(name => $"{name}={OptionSchema.Find(name)!.Read(options)}")));
    }

    private static string[] FeaturesIn(string folder, string column)
    {
        string[] files = Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];
        Assert.All(files.Where(name => name.EndsWith(".csv", StringComparison.Ordinal)), name => Assert.Contains($",{column},", File.ReadLines(Path.Combine(folder, name)).First(), StringComparison.Ordinal));
        return files;
    }
}
