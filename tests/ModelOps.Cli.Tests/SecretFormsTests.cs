using ModelOps.Testing;

namespace ModelOps.Cli.Tests;

/// <summary>A server that repeats the token in any form: nothing that the built command writes shows a part of it.</summary>
public sealed class SecretFormsTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string> Forms() => [.. SecretForms.All.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Console_JSON_log_and_files_are_without_it(string form)
    {
        TestFiles.WriteSmallest(_directory.File("model"));
        new GitScratch(_directory.Path).Commit("model");
        foreach (var isPage in new[] { true, false })
        {
            await using var server = await EchoServer.StartAsync(SecretForms.All[form], isPage);
            TestEnvironment environment = new() { ["MODELOPS_DEBUG"] = "debug.log", ["MLFLOW_TRACKING_URI"] = server.Url, ["MLFLOW_TRACKING_TOKEN"] = SecretForms.Secret };
            var (exitCode, output, error) = await ModelOpsCommand.RunAsync(_directory.Path, environment, ["register", "model", "--model", "churn", .. isPage ? ["--json"] : Array.Empty<string>()]);

            Assert.Equal(6, exitCode);
            Assert.Contains($"Bearer {SecretForms.Secret}", server.Headers);
            Assert.Contains("***", output + error, StringComparison.Ordinal);
            Assert.Empty(SecretForms.FindIn(output));
            Assert.Empty(SecretForms.FindIn(error));
        }

        var files = Directory.EnumerateFiles(_directory.Path, "*", SearchOption.AllDirectories).ToList();
        Assert.Contains(_directory.File("debug.log"), files);
        Assert.All(files, file => Assert.Empty(SecretForms.FindIn(File.ReadAllText(file))));
    }
}
