using System.IO.Compression;
using ModelOps.Integration.Tests.Cake;
using ModelOps.Integration.Tests.MSBuild;
using ModelOps.Testing;

namespace ModelOps.Integration.Tests.Fronts;

/// <summary>
/// A server that repeats the password in any form: neither a binary log nor the most talkative output shows a part of it. The password comes from a file,
/// since MSBuild itself writes variables down.
/// </summary>
public sealed class SecretFormsTests : IDisposable
{
    private readonly TempDirectory _home = new();

    public SecretFormsTests()
    {
        Directory.CreateDirectory(_home.File(".mlflow"));
        File.WriteAllText(_home.File(".mlflow/credentials"), $"[mlflow]\nmlflow_tracking_username = user\nmlflow_tracking_password = {SecretForms.Secret}\n");
    }

    public void Dispose() => _home.Dispose();

    [UnixTheory]
    [InlineData("held apart by what nobody sees", "URL escapes in lower case", "slashes that are escaped")]
    [InlineData("HTML entities by number", "base64 of user and password", "held apart by colours")]
    public async Task MSBuild_writes_it_into_no_log(params string[] forms)
    {
        await using var server = await StartAsync(forms);
        using var consumer = await ConsumerProject.CreateAsync("""<ItemGroup><Model Include="models/diabetes" ModelName="diabetes" Environment="dev" /></ItemGroup>""");
        await File.WriteAllTextAsync(consumer.File("modelops.yml"), Configuration(server));

        var built = await consumer.BuildAsync("RegisterModels", ("HOME", _home.Path), "-v:diag", "-bl:build.binlog");

        Assert.NotEqual(0, built.ExitCode);
        Assert.NotEmpty(server.Headers);
        Assert.Contains("***", built.Output, StringComparison.Ordinal);
        Assert.Empty(SecretForms.FindIn(built.Output));
        await using var packed = new GZipStream(File.OpenRead(consumer.File("build.binlog")), CompressionMode.Decompress);
        using var log = new StreamReader(packed);
        var text = await log.ReadToEndAsync();
        Assert.Contains("MOP2", text, StringComparison.Ordinal);
        Assert.Empty(SecretForms.FindIn(text));
    }

    [UnixTheory]
    [InlineData("held apart by what nobody sees", "URL escapes in lower case", "slashes that are escaped")]
    [InlineData("HTML entities by number", "base64 of user and password", "held apart by colours")]
    public async Task Cake_shows_it_nowhere(params string[] forms)
    {
        await using var server = await StartAsync(forms);
        using var script = await CakeScript.CreateAsync();
        await File.WriteAllTextAsync(script.File("modelops.yml"), Configuration(server));

        var run = await script.RunForAllAsync(
            $$"""
            {{script.Addin}}
            await ModelOpsRegister(new RegisterSettings { Path = "models/diabetes", Model = ModelName.Parse("diabetes"), Environment = "dev" });
            """,
            ("HOME", _home.Path));

        Assert.NotEqual(0, run.ExitCode);
        Assert.NotEmpty(server.Headers);
        Assert.Contains("***", run.Output, StringComparison.Ordinal);
        Assert.Empty(SecretForms.FindIn(run.Output));
    }

    private static Task<EchoServer> StartAsync(string[] forms) => EchoServer.StartAsync(string.Join(' ', forms.Select(form => SecretForms.All[form])), isPage: false);

    private static string Configuration(EchoServer server) => $"version: 1\nenvironments: {{dev: {{tracking_uri: '{server.Url}'}}}}\n";
}
