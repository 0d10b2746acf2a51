using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Tests.Mlflow;

/// <summary>Real answers to the question where the files of a version are, and the listing asked for there.</summary>
public sealed class LocationReplayTests
{
    private const string DownloadUri = "GET mlflow/model-versions/get-download-uri";
    private const string List = "GET mlflow-artifacts/artifacts";

    public static TheoryData<string> Versions => [.. Capture.Versions];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_files_are_where_the_server_says(string version)
    {
        await using var server = await StartAsync(version);
        var read = 0;
        foreach (var capture in Capture.Read(version, "model-versions-get-download-uri").Where(capture => capture.Status == 200))
        {
            server.Script[DownloadUri] = [capture];
            await OpenAsync(server, "mlflow-artifacts:/x");

            Assert.Equal(PathOf(capture.Json.GetProperty("artifact_uri").GetString()!), PathOf(server.Calls[^1]));
            read++;
        }

        Assert.NotEqual(0, read);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_version_that_is_gone_and_a_refusal_are_told(string version)
    {
        await using var server = await StartAsync(version);
        foreach (var capture in Capture.Read(version, "model-versions-get-download-uri").Where(capture => capture.Status != 200))
        {
            server.Script[DownloadUri] = [capture];
            var failure = await Assert.ThrowsAsync<ModelOpsException>(() => OpenAsync(server, "mlflow-artifacts:/x"));

            Assert.Equal(ExitCode.RemoteFailure, failure.ExitCode);
            Assert.Equal(capture.Status == 404 ? "MOP2007" : "MOP2003", failure.Diagnostics[0].Code);
        }
    }

    [Fact]
    public async Task A_version_from_a_logged_model_leads_to_that_models_files()
    {
        await using var server = await StartAsync("3.11");
        var version = Capture.Read("3.11", "model-versions-get").First(capture => capture.Text.Contains("models:/m-", StringComparison.Ordinal));
        var source = version.Json.GetProperty("model_version").GetProperty("source").GetString()!;
        foreach (var capture in Capture.Read("3.11", "logged-models-get"))
        {
            // Some servers hand the source out as it was registered.
            server.Script[DownloadUri] = [capture with { Status = 200, Text = $$"""{"artifact_uri": "{{source}}"}""" }];
            server.Script[$"GET mlflow/logged-models/{source["models:/".Length..]}"] = [capture];
            var failure = await Record.ExceptionAsync(() => OpenAsync(server, source));

            if (capture.Status == 200)
            {
                Assert.True(failure is null, $"{capture}: {failure}");
                Assert.Equal(
                    PathOf(capture.Json.GetProperty("model").GetProperty("info").GetProperty("artifact_uri").GetString()!), PathOf(server.Calls[^1]));
                continue;
            }

            Assert.Equal("MOP2009", Assert.IsType<ModelOpsException>(failure).Diagnostics[0].Code);
            Assert.Contains(source, failure.Message, StringComparison.Ordinal);
        }
    }

    private static async Task<ReplayServer> StartAsync(string version)
    {
        var server = await ReplayServer.StartAsync();
        server.Script[List] = [Capture.Read(version, "mlflow-artifacts-list").First(capture => capture.Case == "dir")];
        return server;
    }

    private static async Task OpenAsync(ReplayServer server, string source)
    {
        var version = new ModelVersion { Model = Registered.Churn, Version = 1, Source = source, Status = VersionStatus.Ready, CreatedAt = Registered.Start };
        await using var content = await server.Catalog.Registry.OpenContentAsync(version, default);
        Assert.Equal(["MLmodel", "model", "model.pkl", "serving.json"], content.Files.Select(file => file.Path));
    }

    // 'mlflow-artifacts:/1/x' is listed with '?path=1%2Fx'.
    private static string PathOf(string address) => Uri.UnescapeDataString(address).Split(":/", 2)[^1].Split("?path=", 2)[^1];
}
