using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
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

        HttpResponseMessage answer = await bert.PostAsJsonAsync("/api/runs", new { cubeSetId = set.GetProperty("id").GetInt32(), name = "ordered", options = new { num_epochs = 5, batch_size = 10, layer_num = 4 } });

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        JsonElement created = await answer.Content.ReadFromJsonAsync<JsonElement>();
        int id = created.GetProperty("id").GetInt32();
        Assert.StartsWith("--layer-num changes nothing: ", Assert.Single(created.GetProperty("warnings").EnumerateArray()).GetString(), StringComparison.Ordinal);
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
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/api/runs/99/cancel", null)).StatusCode);
    }

    [Theory]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest, "got null")]
    [InlineData("", "application/json", HttpStatusCode.BadRequest, "cannot be read at $, line 1")]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest, "cannot be read at $, line 1")]
    [InlineData("{ \"cubeSetId\": 1,", "application/json", HttpStatusCode.BadRequest, "cannot be read at $")]
    [InlineData("{\n\"cubeSetId\": \"x\" }", "application/json", HttpStatusCode.BadRequest, "cannot be read at $.cubeSetId, line 2")]
    [InlineData("{ \"cubeSetId\": 1, \"options\": [1] }", "application/json", HttpStatusCode.BadRequest, "cannot be read at $.options, line 1")]
    [InlineData("{ \"cubeSetId\": 1 }", "application/json; charset=klingon", HttpStatusCode.UnsupportedMediaType, "Expected a body as application/json")]
    [InlineData("cubeSetId=1", "text/plain", HttpStatusCode.UnsupportedMediaType, "got text/plain; name the type in the header Content-Type")]
    [InlineData("{}", "", HttpStatusCode.UnsupportedMediaType, "got none; name the type")]
    public async Task Post_ABodyThatIsNoOrder_IsRefusedInASentence(string body, string type, HttpStatusCode expected, string sentence)
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        using HttpClient client = await server.SignInAsync("bert", "member");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type.Length > 0)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        HttpResponseMessage answer = await client.PostAsync("/api/runs", content);

        Assert.Equal((expected, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(sentence, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost", HttpStatusCode.NotFound, HttpStatusCode.BadRequest)]
    [InlineData("http://localhost:8080", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("https://localhost", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task Post_FromAPageOfAnotherOrigin_IsForbidden(string origin, HttpStatusCode change, HttpStatusCode launch)
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        using HttpClient client = await server.SignInAsync("bert", "member");
        client.DefaultRequestHeaders.Add("Origin", origin);

        HttpResponseMessage cancelled = await client.PostAsync("/api/runs/99/cancel", null);

        Assert.Equal(change, cancelled.StatusCode);
        Assert.Equal(change, (await client.PostAsync("/api/runs/99/resume", null)).StatusCode);
        Assert.Equal(launch, (await client.PostAsJsonAsync("/api/runs", new { cubeSetId = 99 })).StatusCode);
        Assert.Contains(change == HttpStatusCode.Forbidden ? $"from a page of {origin};" : "There is no run 99", await cancelled.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OnWholeBoxes_HasTheirPipelineWithoutNamingIt()
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        await server.WaitForAsync(await server.LaunchAsync("first", "anna"), RunStatus.Finished);
        using HttpClient bert = await server.SignInAsync("bert", "member");
        await using LabDatabase database = await server.Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        CubeSet boxes = MadeUpSets.Boxes(4, 61);
        (boxes.Dataset, boxes.DatasetId, boxes.Directory) = (null, (await database.Datasets.SingleAsync()).Id, _folder);
        database.Add(boxes);
        await database.SaveChangesAsync();

        HttpResponseMessage answer = await bert.PostAsJsonAsync("/api/runs", new { cubeSetId = boxes.Id, options = new { epochs = 5 } });

        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        Run run = await database.Runs.SingleAsync(run => run.CubeSetId == boxes.Id);
        Assert.Equal("bbox", TrainingJson.ParseOptions(run.OptionsJson).Pipeline);
        await server.WaitForAsync(run.Id, RunStatus.Finished);
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
        Assert.DoesNotContain("distributed", options.Select(option => option.GetProperty("name").GetString()));
        Assert.Equal(("whole", "2 … 65536"), (Of("batch-size").GetProperty("kind").GetString(), Of("batch-size").GetProperty("range").GetString()));
    }
}
