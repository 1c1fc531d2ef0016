using Microsoft.AspNetCore.Components;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Components.Jobs;

/// <summary>
/// Shows its content for the jobs that a page cares about, live: those that wait or work, and those that ended while the page
/// was open. Tells the page when one ended, so that it can read its data anew.
/// </summary>
public sealed class JobWatch : ComponentBase, IDisposable
{
    private readonly SortedDictionary<int, JobView> _jobs = [];

    /// <summary>Which jobs.</summary>
    [Parameter, EditorRequired]
    public required Func<JobView, bool> Filter { get; set; }

    /// <summary>Drawn with the jobs, oldest first.</summary>
    [Parameter]
    public RenderFragment<IReadOnlyList<JobView>>? ChildContent { get; set; }

    /// <summary>A watched job ended.</summary>
    [Parameter]
    public EventCallback<JobView> OnEnded { get; set; }

    [Inject]
    private JobService Jobs { get; init; } = null!;

    /// <inheritdoc />
    public void Dispose() => Jobs.Changed -= OnChanged;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        foreach (JobView job in Jobs.Active.Where(Filter))
        {
            _jobs[job.Id] = job;
        }

        Jobs.Changed += OnChanged;
    }

    /// <inheritdoc />
    protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) =>
        builder.AddContent(0, ChildContent, [.. _jobs.Values]);

    private void OnChanged(JobView job) => _ = InvokeAsync(async () =>
    {
        if (!Filter(job))
        {
            return;
        }

        _jobs[job.Id] = job;
        StateHasChanged();
        if (!job.IsActive)
        {
            await OnEnded.InvokeAsync(job);
        }
    });
}
