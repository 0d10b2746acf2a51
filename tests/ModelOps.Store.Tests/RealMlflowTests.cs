using System.Diagnostics;
using System.Text.Json;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.StoreWriter;

namespace ModelOps.Store.Tests;

public sealed class RealMlflowTests : IDisposable
{
    private const string Expected =
        """
        {
          "experiments": ["Default", "modelops/churn"], "models": ["churn"], "aliases": {"champion": 1}, "versions": [1], "stage": "None",
          "status": "READY", "description": "v one", "tags": {"modelops.key": "k1"}, "source_in_run": true, "download_uri": true,
          "run_name": "register", "run_status": "FINISHED", "run_tags": {"action": "register", "mlflow.runName": "register"}, "runs": 1,
          "files": ["model/MLmodel"], "content": "by the toolkit"
        }
        """;

    private readonly StoreLab _lab = new();

    [RealMlflowFact]
    public async Task MLflow_opens_the_file_as_its_own_and_the_store_reads_what_MLflow_wrote()
    {
        await using (var catalog = await _lab.OpenAsync())
        {
            await WriteAsync(catalog);
        }

        using var seen = JsonDocument.Parse(await RunMlflowAsync());
        using var expected = JsonDocument.Parse(Expected);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, seen.RootElement), seen.RootElement.GetRawText());

        await using (var catalog = await _lab.OpenAsync())
        {
            await AssertSeesMlflowAsync(catalog);
        }
    }

    public void Dispose() => _lab.Dispose();

    private static async Task WriteAsync(ICatalog catalog)
    {
        await catalog.Registry.EnsureModelAsync(StoreLab.Churn, "who leaves", CancellationToken.None);
        var run = await StoreLab.RunAsync(catalog, new Tag("action", "register"));
        var draft = new VersionDraft
        {
            Model = StoreLab.Churn,
            RunId = run.Id,
            RunArtifactUri = run.ArtifactUri,
            Description = "v one",
            Tags = [new("modelops.key", "k1")],
        };
        await catalog.Registry.AddVersionAsync(draft, new TextContent("by the toolkit"), CancellationToken.None);
        await catalog.Registry.MoveAliasAsync(new(StoreLab.Churn, AliasName.Champion, 1, null), CancellationToken.None);
        await catalog.Tracking.EndRunAsync(run.Id, RunStatus.Finished, FixedTime.Now, CancellationToken.None);
    }

    private static async Task AssertSeesMlflowAsync(ICatalog catalog)
    {
        var copied = await catalog.Registry.FindVersionAsync(ModelName.Parse("copied"), 1, CancellationToken.None);
        Assert.Equal("models:/churn/1", copied!.Source);
        Assert.Equal("by the toolkit", await StoreLab.ReadAsync(catalog, copied));

        var logged = await catalog.Registry.FindVersionAsync(ModelName.Parse("logged"), 1, CancellationToken.None);
        Assert.StartsWith("models:/m-", logged!.Source, StringComparison.Ordinal);
        Assert.Equal("logged by mlflow", await StoreLab.ReadAsync(catalog, logged));

        var aliases = (await catalog.Registry.FindModelAsync(StoreLab.Churn, CancellationToken.None))!.Aliases;
        Assert.Equal((1, 2), (aliases["champion"], aliases["challenger"]));
        var theirs = await catalog.Registry.FindVersionAsync(StoreLab.Churn, 2, CancellationToken.None);
        Assert.Equal("mlflow", theirs!.Tags["from"]);
        Assert.Equal("by mlflow", await StoreLab.ReadAsync(catalog, theirs));
        var run = await catalog.Tracking.FindRunAsync(theirs.RunId!, CancellationToken.None);
        Assert.Equal(("theirs", RunStatus.Finished, "yes"), (run!.Name, run.Status, run.Tags["more"]));

        Assert.Null(await catalog.Registry.FindVersionAsync(StoreLab.Churn, 3, CancellationToken.None));
        Assert.Equal(4, (await StoreLab.AddAsync(catalog)).Version);
    }

    private async Task<string> RunMlflowAsync()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable(RealMlflowFactAttribute.Variable)!)
        {
            WorkingDirectory = _lab.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var downloads = Directory.CreateDirectory(Path.Combine(_lab.Path, "downloads")).FullName;
        foreach (var argument in (string[])[StoreLab.Data("mlflow_client.py"), $"sqlite:///{_lab.Database}", downloads])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return output;
    }
}
