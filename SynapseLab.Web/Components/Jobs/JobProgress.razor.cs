using System.Globalization;
using Microsoft.AspNetCore.Components;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Components.Jobs;

/// <summary>One job: what it does, how far it is, how long it will take, and the way to stop it.</summary>
public sealed partial class JobProgress
{
    /// <summary>The job as it is now.</summary>
    [Parameter, EditorRequired]
    public required JobView Job { get; set; }

    /// <summary>Whether this person may stop it.</summary>
    [Parameter]
    public bool CanCancel { get; set; } = true;

    [Inject]
    private JobService Jobs { get; init; } = null!;

    private string Percent => Job.Total > 0
        ? string.Create(CultureInfo.InvariantCulture, $"· {100 * Job.Done / Job.Total} %")
        : "";
}
