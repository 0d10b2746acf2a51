using System.Text.RegularExpressions;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Verbs.History;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Releases;

/// <summary>
/// Every request of a verb against a server goes wrong in every way, longer than the verb is patient; then the verb is run again until it ends well, and once more.
/// </summary>
public sealed class ServerFaultTests
{
    /// <summary>More than one call is tried, so that the verb fails and a rerun has to resume.</summary>
    private const int Times = 3;

    private static readonly (string, string)[] Register = [("Package", "diabetes.modelpkg"), ("Environment", "dev"), ("Alias", "candidate")];
    private static readonly (string, string)[] Promote = [("To", "staging"), ("Alias", "candidate")];

    [Theory]
    [InlineData(FaultMode.DropBefore)]
    [InlineData(FaultMode.DropAfter)]
    [InlineData(FaultMode.DropMidBody)]
    [InlineData(FaultMode.StatusBefore)]
    [InlineData(FaultMode.StatusAfter)]
    [InlineData(FaultMode.TruncatedJson)]
    [InlineData(FaultMode.HtmlPage)]
    public async Task Register_converges(FaultMode mode) => await RunMatrixAsync("register", Register, _ => Task.CompletedTask, "dev", mode);

    [Theory]
    [InlineData(FaultMode.DropBefore)]
    [InlineData(FaultMode.DropAfter)]
    [InlineData(FaultMode.DropMidBody)]
    [InlineData(FaultMode.StatusBefore)]
    [InlineData(FaultMode.StatusAfter)]
    [InlineData(FaultMode.TruncatedJson)]
    [InlineData(FaultMode.HtmlPage)]
    public async Task Promote_converges(FaultMode mode) =>
        await RunMatrixAsync("promote", Promote, lab => lab.DoAsync<object>("register", Register), "staging", mode);

    private static async Task RunMatrixAsync(
        string verb, (string, string)[] arguments, Func<ReleaseLab, Task> prepare, string environment, FaultMode mode)
    {
        var requests = await CountAsync(verb, arguments, prepare);
        Assert.InRange(requests, 10, 100);

        // One repository for all: what the verbs leave is on the server, and what is beside it is removed.
        using var lab = await LabAsync();

        // Every request meets every other mode: all of them at each would take minutes more and find no other place.
        for (var request = (int)mode % 2; request < requests; request += 2)
        {
            await using var server = await MlflowServer.StartAsync();
            Use(lab, server);
            await prepare(lab);
            server.Faults.Add(new("", mode) { Offset = request, Times = Times });
            await ConvergeAsync(server, lab, verb, arguments, $"{mode} at request {request}");
            await AssertConvergedAsync(server, lab, verb, arguments, environment, $"{mode} at request {request}");
        }
    }

    private static async Task<int> CountAsync(string verb, (string, string)[] arguments, Func<ReleaseLab, Task> prepare)
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = await LabAsync();
        Use(lab, server);
        await prepare(lab);
        server.ForgetRequests();
        await lab.DoAsync<object>(verb, arguments);
        return server.Requests.Count;
    }

    private static void Use(ReleaseLab lab, MlflowServer server)
    {
        var file = Path.Combine(lab.Path, "modelops.yml");
        File.WriteAllText(file, Regex.Replace(File.ReadAllText(file), "http://[^ \n]+", server.Url));
        if (Path.Combine(lab.Path, ".modelops") is var left && Directory.Exists(left))
        {
            Directory.Delete(left, recursive: true);
        }
    }

    private static async Task<ReleaseLab> LabAsync()
    {
        var lab = new ReleaseLab("http://localhost") { PassesAll = false };
        TestFiles.WriteSmallest(Path.Combine(lab.Path, "models/diabetes"));
        lab.Environment["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "1";
        lab.Environment["MLFLOW_HTTP_REQUEST_BACKOFF_FACTOR"] = "0";
        await lab.PackageAsync();
        return lab;
    }

    private static async Task ConvergeAsync(MlflowServer server, ReleaseLab lab, string verb, (string, string)[] arguments, string what)
    {
        for (var run = 0; run < 5; run++)
        {
            var report = await lab.RunAsync(verb, arguments);
            if (report.ExitCode == ExitCode.Ok)
            {
                // The head of the ledger may have met it, which is said and ends no verb.
                server.Faults.Clear();
                return;
            }

            // A read-back that a fault hides is reported as a moved alias; anything but that and a remote failure is a wrong verdict.
            Assert.True(report.ExitCode is ExitCode.RemoteFailure or ExitCode.StateMoved, $"{what}: {ReleaseLab.Describe(report)}");
        }

        Assert.Fail($"{what}: {verb} did not converge");
    }

    private static async Task AssertConvergedAsync(
        MlflowServer server, ReleaseLab lab, string verb, (string, string)[] arguments, string environment, string what)
    {
        server.ForgetRequests();
        await lab.DoAsync<object>(verb, arguments);
        var writes = server.Requests.Where(request => request.Method != "GET" && !request.Path.EndsWith("/search", StringComparison.Ordinal)).ToList();
        Assert.True(writes.Count == 0, $"{what}: the extra run wrote {string.Join(", ", writes.Select(write => write.Path))}");
        Assert.True(server.Violations.Count == 0, $"{what}: {string.Join("; ", server.Violations)}");

        await using var catalog = await lab.OpenUriAsync(server.Url);
        var name = ModelName.Parse($"{environment}.health.diabetes");
        var versions = await catalog.Registry.ListVersionsAsync(name, null, CancellationToken.None).ToListAsync();
        Assert.True(versions is [{ Status: VersionStatus.Ready }], $"{what}: {versions.Count} versions");
        var model = await catalog.Registry.FindModelAsync(name, CancellationToken.None);
        Assert.Equal(1, model!.Aliases["candidate"]);
        var history = await lab.DoAsync<HistoryResult>("history", ("Environment", environment));
        Assert.True(history.Entries is [{ Status: "finished", To: 1, From: null }], $"{what}: {string.Join("; ", history.Entries)}");
    }
}
