using ModelOps.Abstractions.Catalogs;
using ModelOps.Backends;
using ModelOps.Core.Processes;
using ModelOps.Testing;
using ModelOps.Testing.MlflowServer;

namespace ModelOps.Core.Tests.Catalogs;

/// <summary>What a backend says of itself, and what the verbs do with it.</summary>
public sealed class BackendContextTests
{
    private static readonly CatalogAddress Bucket = new("bucket://runs", "sqlite:///models.db", "/repo");

    [Fact]
    public async Task A_warning_of_a_backend_is_told_once_however_often_it_is_opened()
    {
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        lab.Environment["MLFLOW_TRACKING_AUTH"] = "some-plugin";

        await lab.RunAsync("status");

        Assert.Equal("MOP2101", Assert.Single(lab.Host.Diagnostics, finding => finding.Severity == Abstractions.Diagnostics.Severity.Warning).Code);
    }

    [Fact]
    public async Task A_secret_that_a_backend_found_in_a_file_is_masked_like_one_of_a_variable()
    {
        using var home = new TempDirectory();
        Directory.CreateDirectory(home.File(".mlflow"));
        File.WriteAllText(home.File(".mlflow/credentials"), "[mlflow]\nmlflow_tracking_username = ada\nmlflow_tracking_password = out-of-a-file\n");
        await using var server = await MlflowServer.StartAsync();
        using var lab = new ReleaseLab(server.Url);
        lab.Environment["HOME"] = home.Path;
        lab.Environment["MLFLOW_TRACKING_TOKEN"] = "out-of-a-variable";

        await lab.RunAsync("status");

        Assert.Empty(new[] { "out-of-a-file", "out-of-a-variable" }.Except(lab.Host.Masked));
    }

    [Fact]
    public void Variables_of_a_backend_reach_commands_of_its_catalogs_and_no_others()
    {
        var environment = new TestEnvironment { ["BUCKET_KEY_FILE"] = "/key", ["PLAIN"] = "x", ["MLFLOW_WORKSPACE"] = "w" };
        var backends = new BackendList([.. new IBackend[] { new BucketBackend() }, .. AllBackendsOf()]);

        var inherited = ChildEnvironment.Create(environment, [], new Dictionary<string, string>(), backends);

        Assert.Equal(["PLAIN"], inherited.Keys);
        Assert.Equal(["BUCKET_KEY_FILE"], backends.ClientVariables(Bucket));
        Assert.Empty(backends.ClientVariables(new("sqlite:///runs.db", "sqlite:///models.db", "/repo")));
    }

    [Fact]
    public void A_catalog_is_local_when_all_of_it_is_and_only_files_have_relative_addresses()
    {
        var backends = new BackendList([.. new IBackend[] { new BucketBackend() }, .. AllBackendsOf()]);

        Assert.False(backends.IsLocal(Bucket));
        Assert.False(backends.IsLocal(new("sqlite:///runs.db", "http://host", "/repo")));
        Assert.False(backends.IsLocal(new("unknown://runs", "sqlite:///models.db", "/repo")));
        Assert.True(backends.IsLocal(new("sqlite:///runs.db", "SQLITE:///models.db", "/repo")));
        Assert.Equal(("bucket://runs", "sqlite:////repo/models.db"), (backends.Absolute(Bucket).TrackingUri, backends.Absolute(Bucket).RegistryUri));
    }

    [Fact]
    public void Every_backend_says_what_a_person_must_know()
    {
        Assert.All(AllBackends.List.Descriptors, descriptor =>
        {
            Assert.NotEmpty(descriptor.Name);
            Assert.NotEmpty(descriptor.Schemes);
            Assert.Equal(descriptor.IsLocal, descriptor.SignIn.Length == 0);
            Assert.Empty(descriptor.SecretVariables.Except(descriptor.ClientVariables));
            Assert.All(descriptor.SecretVariables, variable => Assert.Contains(variable, descriptor.SignIn, StringComparison.Ordinal));
        });
    }

    private static IEnumerable<IBackend> AllBackendsOf() => new[] { "sqlite:///x.db", "http://host" }.Select(uri => AllBackends.List.Find(uri)!);
}
