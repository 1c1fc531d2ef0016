using Microsoft.AspNetCore.Components;
using SynapseLab.Engine;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Components.Text;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Launch;
using SynapseLab.Web.Features.Runs.Parts;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs.Pages;

/// <summary>The form of a new run, or of one like an earlier run (?from=ID).</summary>
public sealed partial class NewRunPage
{
    private readonly Dictionary<string, string> _texts = [];
    private readonly HashSet<string> _unreadable = [];
    private IReadOnlyList<OptionSpec> _fields = [];
    private IReadOnlyList<CubeSet>? _sets;
    private IReadOnlyList<OptionError> _errors = [];
    private IReadOnlyList<OptionError> _warnings = [];
    private TrainingOptions _defaults = new();
    private TrainingOptions _options = new();
    private SpeedHistory _speeds = SpeedHistory.None;
    private RunNames _names = new([]);
    private string? _name; // as the person typed it; null until then
    private string _preset = "";
    private string? _problem;
    private string? _presetMisses;
    private int _setId;
    private LaunchPanel? _launch;

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "cubes")]
    private string? Cubes { get; set; }

    [Inject]
    private RunCatalogue Catalogue { get; init; } = null!;

    [Inject]
    private WeightShelf Weights { get; init; } = null!;

    [Inject]
    private SetTypes Types { get; init; } = null!;

    [Inject]
    private ITrainingBackend Backend { get; init; } = null!;

    private DeviceInfo BestDevice => Backend.Devices.FirstOrDefault(device => device.IsGpu) ?? Backend.Devices[0];

    private DeviceInfo Device => Backend.Devices.FirstOrDefault(device => device.Name == _options.Device) ?? BestDevice;

    private IReadOnlyList<string> DeviceNames => [.. Backend.Devices.Select(device => device.Name)];

    private CubeSet CubeSet => _sets!.First(set => set.Id == _setId);

    private string ProposedName => _names.Propose(CubeSet.Dataset?.Name ?? "", _preset, _options);

    private string RunName => string.IsNullOrWhiteSpace(_name) ? ProposedName : _name.Trim();

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _speeds = await Catalogue.SpeedsAsync();
        await ReadNamesAsync();
        _sets = await Catalogue.ReadyCubeSetsAsync();
        if (_sets.Count == 0)
        {
            return;
        }

        Run? earlier = AddressNumber.Of(From) is { } id ? await Catalogue.FindAsync(id) : null;
        int wanted = AddressNumber.Of(Cubes) ?? earlier?.CubeSetId ?? 0;
        ChooseSet(_sets.Any(set => set.Id == wanted) ? wanted : _sets[0].Id);
        if (earlier is not null)
        {
            _name = _names.Next(earlier.Name);
            TrainingOptions options = TrainingJson.ParseOptions(earlier.OptionsJson);
            Take(SetChoice.Fit(options with { InitialWeights = Weights.NameOf(options.InitialWeights) }, CubeSet));
        }
    }

    private async Task ReadNamesAsync() => _names = new(await Catalogue.NamesAsync());

    private void ChooseSet(int id)
    {
        _setId = id;
        TrainingOptions before = _defaults;
        _fields = OptionFields.For(DeviceNames, Weights.Names, CubeSet);
        _defaults = SetChoice.Defaults(CubeSet, _sets!, BestDevice);
        _problem = Directory.Exists(CubeSet.Directory) ? null : $"The {CubeSet.Name()} are gone from the disk ({CubeSet.Directory}); prepare them again on the dataset's page, or choose another set.";
        Take(_options == before || _texts.Count == 0 ? _defaults : SetChoice.Fit(_options, CubeSet));
    }

    private void ChoosePreset(string name)
    {
        _preset = name;
        TrainingOptions preset = OptionFields.WithPreset(name, _defaults);
        CubeSet? set = SetChoice.For(preset, CubeSet, _sets!);
        _presetMisses = set is null ? SetChoice.Missing(OptionPresets.Find(name), preset, CubeSet) : null;
        if (set is null)
        {
            return;
        }

        if (set.Id != _setId)
        {
            ChooseSet(set.Id);
        }

        Take(SetChoice.Fit(OptionFields.WithPreset(name, _defaults), set));
    }

    private void Take(TrainingOptions options)
    {
        _options = options;
        _unreadable.Clear();
        foreach (OptionSpec field in _fields)
        {
            _texts[field.Name] = field.Read(options);
        }

        Check();
    }

    private void Change(OptionSpec field, string text)
    {
        _texts[field.Name] = text;
        if (field.Write(_options, text.Trim()) is { } options)
        {
            if (options.Method != _options.Method)
            {
                Take(options with { MethodParameters = options.Method == _defaults.Method ? _defaults.MethodParameters : MethodParameters.None }); // each method has defaults of its own
                return;
            }

            if (options.Backbone != _options.Backbone)
            {
                Take(OptionFields.WithBackbone(_options, options, _defaults));
                return;
            }

            _options = options;
            _unreadable.Remove(field.Name);
        }
        else
        {
            _unreadable.Add(field.Name);
        }

        Check();
    }

    // The folders are the server's business; the rules want them filled.
    private void Check() => (_warnings, _errors) = (OptionCheck.Warnings(_options, CubeSet),
    [
        .. MachineCheck.Of(_options, DeviceNames, Environment.ProcessorCount),
        .. _unreadable.Select(option => new OptionError(option, $"Expected a number, got \"{_texts[option]}\".")),
        .. OptionCheck.Of(_options with { PreprocDir = "cubes", RunDir = "run" }, CubeSet, Types.Of).Where(error => !_unreadable.Contains(error.Option)),
    ]);

    private string PresetHelp => _presetMisses is not null ? _presetMisses : _preset.Length == 0
        ? "Values that suit the cubes and the device; a preset fills the fields anew."
        : $"{OptionPresets.Find(_preset).Sentence} Fields that differ from this machine's defaults are marked.";

    private int ChangedIn(string theme) => _fields.Count(field => field.Theme == theme && OptionFields.IsChanged(field, _defaults, _options));

    private string? ErrorOf(string option) => _errors.FirstOrDefault(error => error.Option == option)?.Message;

    private string? WarningOf(string option) => _warnings.FirstOrDefault(warning => warning.Option == option)?.Message;

    private bool IsToBeSeen(string theme) => _fields.Any(field => field.Theme == theme && (ErrorOf(field.Name) ?? WarningOf(field.Name)) is not null);
}
