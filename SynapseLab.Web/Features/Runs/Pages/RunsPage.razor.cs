using System.Globalization;
using Microsoft.AspNetCore.Components;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Components.Text;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs.Pages;

/// <summary>The run history; filter, order and page are in the address.</summary>
public sealed partial class RunsPage : IDisposable
{
    private const int PageSize = 50;
    private const int SparklinePoints = 40;

    private static readonly (string Key, string Title, bool IsNumber)[] s_columns =
    [
        ("name", "Name", false), ("status", "Status", false), ("dataset", "Dataset", false), ("owner", "Owner", false), ("created", "Queued", false),
        ("duration", "Duration", true), ("epoch", "Epochs", true), ("loss", "Last loss", true), ("silhouette", "Best silhouette", true),
    ];

    private readonly List<int> _chosen = [];
    private IReadOnlyList<RunRow>? _rows;
    private readonly Dictionary<int, IReadOnlyList<RunFinding>> _findings = []; // newer than the history, which lags behind by seconds
    private IReadOnlyDictionary<int, double[]> _sparklines = new Dictionary<int, double[]>();
    private IDisposable? _subscription;
    private string _sparklineIds = "";

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "status")]
    private string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? SortKey { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    [Inject]
    private RunCatalogue Catalogue { get; init; } = null!;

    [Inject]
    private RunUpdates Updates { get; init; } = null!;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    [Inject]
    private TimeProvider Clock { get; init; } = null!;

    private int Page => AddressNumber.Of(PageText) ?? 0;

    private IReadOnlyList<RunRow> Shown => [.. Ordered((_rows ?? []).Where(Matches))];

    private IEnumerable<RunRow> Visible => Shown.Skip((int)Math.Min(int.MaxValue, (long)Page * PageSize)).Take(PageSize);

    /// <inheritdoc />
    public void Dispose() => _subscription?.Dispose();

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        _subscription = Updates.Subscribe(snapshot => _ = InvokeAsync(() => ShowAsync(snapshot)));
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync() => await LoadSparklinesAsync();

    // Values of a working run change ten times a second; the list follows its status, which the history holds, and the doctor's findings.
    private async Task ShowAsync(RunSnapshot snapshot)
    {
        RunRow? row = _rows?.FirstOrDefault(row => row.Id == snapshot.RunId);
        bool isNews = !(_findings.GetValueOrDefault(snapshot.RunId) ?? row?.Findings ?? []).SequenceEqual(snapshot.Findings);
        _findings[snapshot.RunId] = snapshot.Findings;
        if (row?.Status != snapshot.Status)
        {
            await LoadAsync();
            isNews = true;
        }

        if (isNews)
        {
            StateHasChanged();
        }
    }

    private async Task LoadAsync()
    {
        _rows = await Catalogue.ListAsync();
        await LoadSparklinesAsync();
    }

    private async Task LoadSparklinesAsync()
    {
        int[] ids = [.. Visible.Select(row => row.Id)];
        string key = string.Join(',', Visible.Select(row => $"{row.Id} {row.Status}"));
        if (key != _sparklineIds)
        {
            _sparklineIds = key;
            _sparklines = await Catalogue.SparklinesAsync(ids, SparklinePoints);
        }
    }

    private bool Matches(RunRow row) => (string.IsNullOrEmpty(Status) || row.Status == Status)
        && (string.IsNullOrWhiteSpace(Text) || new[] { row.Name, row.Owner, row.Dataset }.Any(word => word.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase)));

    private IEnumerable<RunRow> Ordered(IEnumerable<RunRow> rows)
    {
        string key = (SortKey ?? "-created").TrimStart('-');
        Func<RunRow, IComparable?> by = key switch
        {
            "name" => row => row.Name,
            "status" => row => row.Status,
            "dataset" => row => row.Dataset,
            "owner" => row => row.Owner,
            "duration" => row => row.Duration(Clock.GetUtcNow()),
            "epoch" => row => row.LastEpoch,
            "loss" => row => row.LastLoss,
            "silhouette" => row => row.BestSilhouette,
            _ => row => row.CreatedAt,
        };
        return SortKey is null || SortKey.StartsWith('-') ? rows.OrderByDescending(by).ThenByDescending(row => row.Id) : rows.OrderBy(by).ThenBy(row => row.Id);
    }

    private void Sort(string key) => Go("sort", SortKey == key ? $"-{key}" : key);

    private string? SortWord(string key) => (SortKey ?? "-created") == key ? "ascending" : (SortKey ?? "-created") == $"-{key}" ? "descending" : null;

    private string SortMark(string key) => SortWord(key) switch { "ascending" => "▲", "descending" => "▼", _ => "" };

    private void Go(string name, string? value) => Navigation.NavigateTo(Address(name, value));

    private string Address(string name, string? value) => Navigation.GetUriWithQueryParameters(
        name == "page" ? new Dictionary<string, object?> { [name] = value } : new Dictionary<string, object?> { [name] = string.IsNullOrEmpty(value) ? null : value, ["page"] = null });

    private void Choose(int id)
    {
        if (!_chosen.Remove(id))
        {
            _chosen.Add(id);
        }
    }

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
