using System.Globalization;
using SynapseLab.Engine.TensorBoard;

namespace SynapseLab.Engine.Training;

/// <summary>
/// A run's outlet to TensorBoard: <c>tensorboard_logs/&lt;run&gt;_&lt;yyyyMMdd_HHmmss, UTC&gt;/</c> of the run's folder. A resumed run goes
/// on in that folder with a new file. Trouble in writing ends the outlet, never the run.
/// </summary>
internal sealed class RunTensorBoard : IDisposable
{
    private const int PictureCount = 4;

    private readonly RunFolder _folder;
    private readonly TrainingOptions _options;
    private readonly ICubeSource _cubes;
    private EventFile? _file;
    private bool _isOff;

    internal RunTensorBoard(RunFolder folder, TrainingOptions options, ICubeSource cubes) =>
        (_folder, _options, _cubes, _isOff) = (folder, options, cubes, !options.TensorBoard);

    /// <summary>Writes what TensorBoard shows of an event.</summary>
    /// <returns>Why nothing is written from now on, once, in one sentence; else null.</returns>
    internal string? Write(TrainingEvent trainingEvent)
    {
        if (_isOff)
        {
            return null;
        }

        try
        {
            if (_file is null)
            {
                Begin(trainingEvent);
            }

            WriteSummary(trainingEvent, Values(trainingEvent));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or EngineException)
        {
            _isOff = true;
            return $"The event files for TensorBoard in {_folder.TensorBoardPath} cannot be written on: {e.Message} The run goes on, and progress.jsonl has all figures.";
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file?.Dispose();

    private void Begin(TrainingEvent first)
    {
        string? earlier = Directory.Exists(_folder.TensorBoardPath)
            ? Directory.GetDirectories(_folder.TensorBoardPath).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(_folder.Root)));
        string logs = earlier ?? Path.Combine(_folder.TensorBoardPath, string.Create(CultureInfo.InvariantCulture, $"{name}_{first.Time.UtcDateTime:yyyyMMdd_HHmmss}"));
        _file = EventFile.Create(logs, first.Time, Environment.MachineName, Environment.ProcessId);
        _file.WriteSessionStart(first.Time, first.Step + 1); // what was told of the steps before it stays
        if (earlier is null)
        {
            WriteSummary(first, [.. Parameters(first.Time), .. Pictures()]);
        }
    }

    private void WriteSummary(TrainingEvent at, IReadOnlyList<SummaryValue> values)
    {
        if (values.Count > 0)
        {
            _file!.WriteSummary(at.Time, at.Step, values);
        }
    }

    private static IReadOnlyList<SummaryValue> Values(TrainingEvent trainingEvent) => trainingEvent switch
    {
        RunStarted started => [SummaryValue.Text("Run/Start", TensorBoardText.Of(started))],
        WeightsImported imported => [SummaryValue.Text("Run/Weights", imported.Message)],
        RunWarned warned => [SummaryValue.Text("Run/Warning", warned.Message)],
        RunFinished { Outcome: RunOutcome.Finished } finished => [SummaryValue.Text("Run/End", finished.Message), HyperParameters.End(finished.Time)],
        RunFinished finished => [SummaryValue.Text("Run/End", finished.Message)],
        _ => TensorBoardCurves.Points(trainingEvent),
    };

    private IEnumerable<SummaryValue> Parameters(DateTimeOffset start)
    {
        var own = OptionSchema.All.Where(option => option.Applies(_options)).ToArray();
        return HyperParameters
            .Start([.. own.Select(option => (option.Name, option.Get(_options)))], [TensorBoardCurves.EpochLoss, TensorBoardCurves.Silhouette, TensorBoardCurves.Hopkins], start)
            .Append(SummaryValue.Text("Run/Options", TensorBoardText.Table(own.Select(option => (option.Label, option.Read(_options))))));
    }

    private IEnumerable<SummaryValue> Pictures()
    {
        for (int i = 0; i < Math.Min(PictureCount, _cubes.ProbeCount); i++)
        {
            float[] cube = _cubes.ReadProbe([i]);
            var (view1, view2) = AugmentationPreview.Compute(cube, _cubes.ChannelCount, _cubes.CubeSize, CubeSourceChoice.Augmentation(_options), _options.Seed + i);
            float[][] columns = [cube, view1, view2];
            yield return SummaryValue.Image($"Cubes/{i + 1}_{_cubes.NameOf(i)}", CubePicture.Paint(_cubes.IsZScored ? [.. columns.Select(Grey)] : columns, _cubes.CubeSize, _cubes.Channels));
        }
    }

    /// <summary>z-scores −3 … 3 as grey values 0 … 1, masks as they are.</summary>
    private float[] Grey(float[] cube)
    {
        int voxels = cube.Length / _cubes.ChannelCount;
        return [.. cube.Select((value, i) => i < voxels ? (value + 3) / 6 : value)];
    }
}
