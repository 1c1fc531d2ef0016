using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SynapseLab.Web.Features.Runs;

namespace SynapseLab.Tests.Web.Runs;

public sealed class RunOrderEndpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-orders-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Post_AnOrder_QueuesTheRunInThePersonsName()
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        await server.WaitForAsync(await server.LaunchAsync("first", "anna"), RunStatus.Finished); // makes the set
        using HttpClient bert = await server.SignInAsync("bert", "member");
        JsonElement set = Assert.Single((await bert.GetFromJsonAsync<JsonElement>("/api/cubesets")).EnumerateArray());

        HttpResponseMessage answer = await bert.PostAsJsonAsync("/api/runs", new { cubeSetId = set.GetProperty("id").GetInt32(), name = "ordered", options = new { num_epochs = 5, batch_size = 10 } });

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        int id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt32();
        await server.WaitForAsync(id, RunStatus.Finished);
        JsonElement run = (await bert.GetFromJsonAsync<JsonElement>("/api/runs")).EnumerateArray().First(row => row.GetProperty("id").GetInt32() == id);
        Assert.Equal(("ordered", "bert"), (run.GetProperty("name").GetString(), run.GetProperty("createdBy").GetString()));
        Assert.Equal(HttpStatusCode.Conflict, (await bert.PostAsync($"/api/runs/{id}/cancel", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await bert.PostAsync($"/api/runs/{id}/resume", null)).StatusCode);
    }

    [Fact]
    public async Task Post_WhatTheLauncherRefuses_IsABadRequestThatSaysWhy()
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        using HttpClient client = await server.SignInAsync("bert", "member");

        HttpResponseMessage answer = await client.PostAsJsonAsync("/api/runs", new { cubeSetId = 99 });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("There is no cube set 99", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.PostAsync("/api/runs", new StringContent("cubeSetId=1"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/api/runs/99/cancel", null)).StatusCode);
    }

    [Theory]
    [InlineData("viewer")]
    [InlineData("member")]
    public async Task Post_ToAnotherPersonsRun_IsForbidden(string role)
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        int run = await server.LaunchAsync("first", "anna");
        using HttpClient other = await server.SignInAsync("vera", role);

        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostAsync($"/api/runs/{run}/cancel", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostAsync($"/api/runs/{run}/resume", null)).StatusCode);
        Assert.Equal(role == "viewer" ? HttpStatusCode.Forbidden : HttpStatusCode.BadRequest, (await other.PostAsJsonAsync("/api/runs", new { cubeSetId = 99 })).StatusCode);
    }

    [Fact]
    public async Task GetOptions_ListsEachWithItsRangeAndTheSeedsNames()
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        using HttpClient client = await server.SignInAsync("vera", "viewer");

        JsonElement[] options = [.. (await client.GetFromJsonAsync<JsonElement>("/api/options")).EnumerateArray()];

        JsonElement Of(string name) => options.Single(option => option.GetProperty("name").GetString() == name);
        Assert.Equal(["num-epochs"], Of("epochs").GetProperty("seedNames").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(["mixed-precision"], Of("precision").GetProperty("seedNames").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(("whole", "2 … 65536"), (Of("batch-size").GetProperty("kind").GetString(), Of("batch-size").GetProperty("range").GetString()));
    }
}
