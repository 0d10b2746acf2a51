using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Registry;
using ModelOps.Sandbox.Registry.Versions;
using ModelOps.Store.Schema;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Tests.Registry.Versions;

public sealed class SourceRulesTests : IAsyncLifetime, IDisposable
{
    private const string RunId = "5c54e4a41f314d5189f3d78313d275e3";

    private readonly TempDirectory _directory = new();
    private StoreEngine _store = null!;

    private string Artifacts => _directory.File("artifacts");

    public async Task InitializeAsync()
    {
        _store = await StoreEngine.OpenAsync(
            _directory.File("mlflow.db"), new StoreSchema("mlflow-artifacts:", TimeProvider.System), tune: null, CancellationToken.None);
        Directory.CreateDirectory(Path.Combine(Artifacts, "model"));
        await _store.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO runs (run_uuid, name, lifecycle_stage, artifact_uri, experiment_id, status, source_type)
                VALUES ($run, 'r', 'active', $uri, 0, 'RUNNING', 'LOCAL')
                """,
                ("$run", RunId), ("$uri", "file://" + Artifacts)),
            CancellationToken.None);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("mlflow-artifacts:/1/abc/artifacts/model")]
    [InlineData("mlflow-artifacts:/1/a%20b/model")]
    [InlineData("s3://bucket/path/model/")]
    [InlineData("s3://bucket//path")]
    [InlineData("https://example.com/model..v2")]
    [InlineData("runs:/5c54e4a41f314d5189f3d78313d275e3/model")]
    [InlineData("models:/churn/1")]
    [InlineData("dbfs:/a/b")]
    public void A_source_elsewhere_is_accepted(string source) => Check(source);

    [Theory]
    [InlineData("mlflow-artifacts:/../../etc")]
    [InlineData("mlflow-artifacts://host:9/..%2f..%2fetc")]
    [InlineData("mlflow-artifacts:/1/%252e%252e/%252e%252e/etc")]
    [InlineData("mlflow-artifacts:/1/%25252525252e%25252525252e/etc")]
    [InlineData("mlflow-artifacts:/1/..\\..\\etc")]
    [InlineData("mlflow-artifacts:/1/%5c..%5c..%5cetc")]
    [InlineData("s3:/bucket/a/../../other")]
    [InlineData("http://host/a%00")]
    [InlineData("http://host/a?x=/../../etc")]
    [InlineData("http://host/#/../../etc")]
    [InlineData("http://host/a/./b")]
    [InlineData("http://host")]
    [InlineData("http://host/")]
    [InlineData("http:relative/path")]
    [InlineData("ftp://host/%2e%2e/x")]
    [InlineData("http://[::1/x")]
    public void A_source_with_a_way_up_is_refused_however_it_is_written(string source) => AssertRefused(source);

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("file:///etc/passwd")]
    [InlineData("FILE:///etc/passwd")]
    [InlineData("file:/etc/passwd")]
    [InlineData("file://localhost/etc/passwd")]
    [InlineData("file://./etc/passwd")]
    [InlineData(" file:///etc/passwd")]
    [InlineData("fi\nle:///etc/passwd")]
    [InlineData("model")]
    [InlineData("#/etc")]
    [InlineData("file:///etc%00")]
    public void A_local_source_is_refused_with_and_without_a_run(string source)
    {
        AssertRefused(source);
        AssertRefused(source, RunId);
    }

    [Fact]
    public void A_source_encoded_again_and_again_is_refused_before_long()
    {
        var source = "http://host/%" + string.Concat(Enumerable.Repeat("25", 10_000)) + "2e";

        AssertRefused(source);
    }

    [UnixFact]
    public void A_local_source_among_the_artifacts_of_its_run_is_accepted()
    {
        Check("file://" + Path.Combine(Artifacts, "model"), RunId);
        Check(Path.Combine(Artifacts, "model"), RunId);
        Check(Artifacts, RunId);
    }

    [UnixFact]
    public void A_local_source_that_leaves_the_artifacts_of_its_run_is_refused()
    {
        File.CreateSymbolicLink(Path.Combine(Artifacts, "link"), "/etc");

        AssertRefused(Path.Combine(Artifacts, "..", "mlflow.db"), RunId);
        AssertRefused("file://" + Artifacts + "/%2e%2e/mlflow.db", RunId);
        AssertRefused(Path.Combine(Artifacts, "link", "passwd"), RunId);
        AssertRefused(Artifacts + "-of-another", RunId);
    }

    [Fact]
    public void A_local_source_with_a_run_that_is_not_there_is_refused() =>
        Assert.Equal(ErrorCode.ResourceDoesNotExist, Assert.Throws<MlflowFault>(() => Check("/etc", "ffffffffffffffffffffffffffffffff")).Code);

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://host/../x")]
    public void A_prompt_has_no_local_source(string source) => Assert.Throws<MlflowFault>(
        () => SourceRules.Check(_store, new("greeting", source, [new(PromptTags.IsPrompt, "true")])));

    [Fact]
    public void A_prompt_has_a_word_for_a_source() => SourceRules.Check(_store, new("greeting", "prompt-template", [new(PromptTags.IsPrompt, "true")]));

    private void Check(string source, string runId = "") => SourceRules.Check(_store, new("churn", source, []) { RunId = runId });

    private void AssertRefused(string source, string runId = "") =>
        Assert.Equal(ErrorCode.InvalidParameterValue, Assert.Throws<MlflowFault>(() => Check(source, runId)).Code);
}
