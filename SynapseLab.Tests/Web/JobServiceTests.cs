using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Web.Data;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Tests.Web;

public sealed class JobServiceTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Job_ThatWorks_ReportsProgressAndEndsFinished()
    {
        using var lab = new TestLab();
        var seen = new List<JobView>();
        using var isHalfSeen = new ManualResetEventSlim();
        lab.Service<JobService>().Changed += job =>
        {
            lock (seen)
            {
                seen.Add(job);
            }

            if (job.Stage == "half" && job.IsActive)
            {
                isHalfSeen.Set();
            }
        };

        JobView end = await EndOfAsync(lab, (progress, _) =>
        {
            progress.Report(new WorkProgress("half", 1, 2));
            isHalfSeen.Wait(s_patience);
            return "all done";
        });

        Assert.Equal((JobStatus.Finished, "all done"), (end.Status, end.Message));
        lock (seen)
        {
            Assert.Contains(seen, job => job is { Status: JobStatus.Running, Stage: "half", Done: 1, Total: 2 });
        }

        Assert.Equal((JobStatus.Finished, "all done"), await StoredAsync(lab, end.Id));
    }

    [Fact]
    public async Task Job_ThatThrows_EndsFailedWithASentence()
    {
        using var lab = new TestLab();

        JobView known = await EndOfAsync(lab, (_, _) => throw new EngineException("slice 7 is missing; put it back."));
        JobView unknown = await EndOfAsync(lab, (_, _) => throw new InvalidOperationException("secret detail"));
        JobView full = await EndOfAsync(lab, (_, _) => throw new IOException("x.h5", 28));

        Assert.Equal((JobStatus.Failed, "slice 7 is missing; put it back."), (known.Status, known.Message));
        Assert.DoesNotContain("secret", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("The disk is full", full.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_Cancelled_EndsCancelled()
    {
        using var lab = new TestLab();
        var jobs = lab.Service<JobService>();
        var started = new ManualResetEventSlim();
        Task<JobView> end = EndOfAsync(lab, (_, cancellation) =>
        {
            started.Set();
            cancellation.WaitHandle.WaitOne(s_patience);
            cancellation.ThrowIfCancellationRequested();
            return "";
        });
        Assert.True(started.Wait(s_patience));

        jobs.Cancel(jobs.Active.Single().Id);

        Assert.Equal(JobStatus.Cancelled, (await end).Status);
    }

    [Fact]
    public async Task Job_CancelledWhileItWaits_EndsAtOnce()
    {
        using var lab = new TestLab();
        var jobs = lab.Service<JobService>();
        using var free = new ManualResetEventSlim();
        Task<JobView> busy = EndOfAsync(lab, (_, _) => free.Wait(s_patience) ? "first" : "");
        while (jobs.Active.Count < 1)
        {
            await Task.Delay(10);
        }

        Task<JobView> waiting = EndOfAsync(lab, (_, _) => "must not run");
        while (jobs.Active.Count < 2)
        {
            await Task.Delay(10);
        }

        jobs.Cancel(jobs.Active[1].Id);

        Assert.Equal(JobStatus.Cancelled, (await waiting.WaitAsync(s_patience / 2)).Status);
        Assert.False(busy.IsCompleted);
        free.Set();
        Assert.Equal("first", (await busy).Message);
    }

    [Fact]
    public async Task Job_WhoseEndCannotBeStored_IsStoredOnceItCan()
    {
        using var lab = new TestLab();
        await ExecuteAsync(lab, "CREATE TRIGGER full BEFORE UPDATE ON Jobs BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
        Task<JobView> end = EndOfAsync(lab, (_, _) => "done");
        await Task.Delay(500);
        Assert.False(end.IsCompleted);

        await ExecuteAsync(lab, "DROP TRIGGER full");

        Assert.Equal((JobStatus.Finished, "done"), await StoredAsync(lab, (await end).Id));
        Assert.Equal("next", (await EndOfAsync(lab, (_, _) => "next")).Message);
    }

    [Fact]
    public async Task Start_AfterAKillWhileUnpacking_AsksForTheZipAgain()
    {
        using var lab = new TestLab();
        await using LabDatabase database = await lab.Service<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        var dataset = new Dataset { Name = "d", Kind = DatasetKind.Upload, State = DatasetState.Registering, CreatedBy = "ada" };
        database.Add(dataset);
        await database.SaveChangesAsync();

        await lab.Service<JobHistory>().MarkInterruptedAsync(CancellationToken.None);

        await database.Entry(dataset).ReloadAsync();
        Assert.Equal((DatasetState.Failed, true), (dataset.State, dataset.ErrorMessage!.Contains("upload the zip again", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Start_AfterAKill_MarksWhatWasLeftInTheMiddle()
    {
        using var lab = new TestLab();
        await using LabDatabase database = await lab.Service<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        var dataset = new Dataset { Name = "d", Kind = DatasetKind.Folder, State = DatasetState.Registering, CreatedBy = "ada" };
        var set = new CubeSet { Dataset = dataset, Channels = "raw", Directory = "x", State = CubeSetState.Preparing, CreatedBy = "ada" };
        var job = new Job { Kind = JobKind.Prepare, Title = "t", Status = JobStatus.Running, CreatedBy = "ada" };
        database.AddRange(dataset, set, job);
        await database.SaveChangesAsync();

        await lab.Service<JobHistory>().MarkInterruptedAsync(CancellationToken.None);

        await database.Entry(dataset).ReloadAsync();
        await database.Entry(set).ReloadAsync();
        await database.Entry(job).ReloadAsync();
        Assert.Equal((DatasetState.Failed, CubeSetState.Interrupted, JobStatus.Interrupted), (dataset.State, set.State, job.Status));
    }

    private static async Task ExecuteAsync(TestLab lab, string sql)
    {
        await using LabDatabase database = await lab.Service<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        await database.Database.ExecuteSqlRawAsync(sql);
    }

    private static async Task<JobView> EndOfAsync(TestLab lab, Func<IProgress<WorkProgress>, CancellationToken, string> work)
    {
        var jobs = lab.Service<JobService>();
        var title = Guid.NewGuid().ToString();
        var end = new TaskCompletionSource<JobView>(TaskCreationOptions.RunContinuationsAsynchronously);
        jobs.Changed += job =>
        {
            if (job.Title == title && !job.IsActive)
            {
                end.TrySetResult(job);
            }
        };
        await jobs.StartAsync(new JobRequest(JobKind.Inspect, title, "ada", work));
        return await end.Task.WaitAsync(s_patience);
    }

    private static async Task<(string Status, string? Message)> StoredAsync(TestLab lab, int id)
    {
        await using LabDatabase database = await lab.Service<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        Job job = await database.Jobs.SingleAsync(job => job.Id == id);
        return (job.Status, job.Message);
    }
}
