using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using SynapseLab.Web.Features.Admin;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Runs.Execution;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>The hub as another program uses it: a WebSocket and SignalR's JSON protocol, nothing of our own.</summary>
public sealed class HubTests : IDisposable
{
    private const char EndOfMessage = '\u001e';
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-hub-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Negotiate_WithoutAccount_IsRefused()
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        using HttpClient nobody = server.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostAsync("/hubs/progress/negotiate?negotiateVersion=1", null)).StatusCode);
    }

    [Fact]
    public async Task Subscribe_ToAWorkingRun_GetsItsStateThenEveryLaterStepAndTheEnd()
    {
        using var go = new ManualResetEventSlim();
        var trainer = new ScriptedTrainer
        {
            BeforeStep = (_, step) =>
            {
                if (step == 3)
                {
                    go.Wait(TimeSpan.FromSeconds(20));
                }
            },
        };
        await using var server = new LabServer(_folder, trainer);
        using HttpClient client = await server.SignInAsync("anna", "member");
        int run = await server.LaunchAsync("live", "anna");
        await server.WaitForAsync(run, RunStatus.Running);

        using WebSocket socket = await ConnectAsync(server, client);
        await SendAsync(socket, new { type = 1, invocationId = "1", target = "Subscribe", arguments = new object[] { run } });
        var messages = Read(socket).GetAsyncEnumerator();
        JsonElement answer = await NextAsync(messages, message => message.GetProperty("type").GetInt32() == 3);
        Assert.Equal("running", answer.GetProperty("result").GetProperty("status").GetString());

        go.Set();
        var steps = new List<long>();
        JsonElement changed = await NextAsync(messages, message =>
        {
            if (Target(message) == "RunProgress")
            {
                steps.AddRange(message.GetProperty("arguments")[0].GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("step").GetInt64()));
            }

            return Target(message) == "RunChanged";
        });
        Assert.Equal("finished", changed.GetProperty("arguments")[0].GetProperty("status").GetString());
        Assert.Equal(Enumerable.Range(3, 18).Select(step => (long)step), steps.SkipWhile(step => step < 3));
    }

    [Fact]
    public async Task Subscribe_ToNoSuchRun_SaysSo()
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        using HttpClient client = await server.SignInAsync("anna", "viewer");
        using WebSocket socket = await ConnectAsync(server, client);
        await SendAsync(socket, new { type = 1, invocationId = "1", target = "Subscribe", arguments = new object[] { 77 } });
        JsonElement answer = await NextAsync(Read(socket).GetAsyncEnumerator(), message => message.GetProperty("type").GetInt32() == 3);
        Assert.Contains("There is no run 77.", answer.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Connection_OfAnAccountThatIsDisabled_IsEndedAndOthersStay()
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        using HttpClient anna = await server.SignInAsync("anna", "admin");
        using HttpClient max = await server.SignInAsync("max", "member");
        using WebSocket annas = await ConnectAsync(server, anna);
        using WebSocket his = await ConnectAsync(server, max);
        await SendAsync(annas, new { type = 1, invocationId = "1", target = "SubscribeAll", arguments = Array.Empty<object>() });
        await SendAsync(his, new { type = 1, invocationId = "1", target = "SubscribeAll", arguments = Array.Empty<object>() });
        var toAnna = Read(annas).GetAsyncEnumerator();
        var toMax = Read(his).GetAsyncEnumerator();
        await NextAsync(toAnna, message => message.GetProperty("type").GetInt32() == 3);
        await NextAsync(toMax, message => message.GetProperty("type").GetInt32() == 3);
        var accounts = server.Get<AccountAdministration>();
        await accounts.SetDisabledAsync((await accounts.ListAsync()).Single(account => account.UserName == "max").Id, isDisabled: true);

        await server.Get<HubSessions>().EndRevokedAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => NextAsync(toMax, _ => false));
        await server.LaunchAsync("run", "anna");
        await NextAsync(toAnna, message => Target(message) == "RunChanged");
    }

    private static async Task<WebSocket> ConnectAsync(LabServer server, HttpClient client)
    {
        WebSocketClient sockets = server.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request => request.Headers.Cookie = client.DefaultRequestHeaders.GetValues("X-Test-Cookie").Single();
        WebSocket socket = await sockets.ConnectAsync(new("ws://localhost/hubs/progress"), CancellationToken.None);
        await SendAsync(socket, new { protocol = "json", version = 1 });
        return socket;
    }

    private static Task SendAsync(WebSocket socket, object message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message) + EndOfMessage), WebSocketMessageType.Text, true, CancellationToken.None);

    private static async IAsyncEnumerable<JsonElement> Read(WebSocket socket)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var text = new StringBuilder();
        byte[] buffer = new byte[16_384];
        while (true)
        {
            WebSocketReceiveResult part = await socket.ReceiveAsync(buffer, limit.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                yield break;
            }

            text.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
            string[] messages = text.ToString().Split(EndOfMessage);
            text.Clear().Append(messages[^1]);
            foreach (string message in messages[..^1])
            {
                yield return JsonDocument.Parse(message).RootElement;
            }
        }
    }

    private static async Task<JsonElement> NextAsync(IAsyncEnumerator<JsonElement> messages, Func<JsonElement, bool> isWanted)
    {
        while (await messages.MoveNextAsync())
        {
            // The answer to the handshake has no type.
            if (messages.Current.TryGetProperty("type", out _) && isWanted(messages.Current))
            {
                return messages.Current;
            }
        }

        throw new InvalidOperationException("The hub closed.");
    }

    private static string? Target(JsonElement message) => message.TryGetProperty("target", out JsonElement target) ? target.GetString() : null;
}
