using ModelOps.Abstractions.Diagnostics;
using ModelOps.Mlflow;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Mlflow;

public sealed class ServerDiskTests
{
    [Theory]
    [InlineData("https://registry.example/mlflow", "file:///home/ci/.ssh")]
    [InlineData("https://registry.example/mlflow", "FILE://localhost/etc")]
    [InlineData("http://127.0.0.1:5000", "/etc")]
    [InlineData("http://localhost", "file:///etc")]
    public void A_server_names_no_path_of_this_machine_unless_modelops_yml_says_so(string server, string location)
    {
        var failure = Assert.Throws<ModelOpsException>(() => Disk(server, root: null).Check(location));

        Assert.Equal((ExitCode.BadInput, "MOP2121"), (failure.ExitCode, Assert.Single(failure.Diagnostics).Code));
    }

    [UnixTheory]
    [InlineData("file:///srv/mlruns/1/0123456789abcdef0123456789abcdef/artifacts", "artifact_root: /srv/mlruns`")]
    [InlineData("/srv/mlruns/1/models/m-1/artifacts/x", "artifact_root: /srv/mlruns`")]
    [InlineData("/elsewhere/x", "artifact_root: /elsewhere/x`")]
    public void The_line_to_add_is_said(string location, string line)
    {
        var failure = Assert.Throws<ModelOpsException>(() => Disk("http://127.0.0.1:5000", root: null).Check(location));

        Assert.Contains(line, failure.Message, StringComparison.Ordinal);
        Assert.Contains("environments.prod", failure.Message, StringComparison.Ordinal);
    }

    [UnixTheory]
    [InlineData("/srv/mlruns", "file:///srv/mlruns/1/x")]
    [InlineData("/srv/mlruns/", "/srv/mlruns")]
    [InlineData("mlruns", "/project/mlruns/1/x")]
    [InlineData("/", "/srv/x")]
    public void Below_the_directory_it_names_what_it_likes(string root, string location) => Assert.Equal(location, Disk("https://registry.example", root).Check(location));

    [UnixTheory]
    [InlineData("/srv/mlruns", "file:///srv/mlruns2/x")]
    [InlineData("/srv/mlruns", "/srv/mlruns/../x")]
    [InlineData("/srv/mlruns", "file:///srv/mlruns/%2e%2e/x")]
    [InlineData("/srv/mlruns", "/etc")]
    public void Outside_of_it_nothing(string root, string location) =>
        Assert.Equal("MOP2009", Assert.Throws<ModelOpsException>(() => Disk("http://127.0.0.1:5000", root).Check(location)).Diagnostics[0].Code);

    [UnixFact]
    public void A_link_below_the_directory_leads_nowhere()
    {
        using var directory = new TempDirectory();
        Directory.CreateSymbolicLink(directory.File("1"), "/etc");

        Assert.Equal("MOP2009", Assert.Throws<ModelOpsException>(() => Disk("http://127.0.0.1:5000", directory.Path).Check(directory.File("1/x"))).Diagnostics[0].Code);
    }

    [Theory]
    [InlineData("https://registry.example", "mlflow-artifacts:/1/x")]
    [InlineData("https://registry.example", "s3://bucket/x")]
    public void Everything_else_is_as_the_server_says(string server, string location) => Assert.Equal(location, Disk(server, root: null).Check(location));

    private static ServerDisk Disk(string server, string? root) =>
        new(ServerUri.Parse(server), new(server, "/project") { Environment = "prod", ArtifactRoot = root });
}
