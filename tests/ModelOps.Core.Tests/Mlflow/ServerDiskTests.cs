using ModelOps.Abstractions.Diagnostics;
using ModelOps.Mlflow;

namespace ModelOps.Core.Tests.Mlflow;

public sealed class ServerDiskTests
{
    [Theory]
    [InlineData("file:///home/ci/.ssh")]
    [InlineData("FILE://localhost/etc")]
    [InlineData("/etc")]
    public void A_server_elsewhere_names_no_path_of_this_machine(string location)
    {
        var failure = Assert.Throws<ModelOpsException>(() => ServerDisk.Check(location, ServerUri.Parse("https://registry.example/mlflow")));

        Assert.Equal("MOP2009", Assert.Single(failure.Diagnostics).Code);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000", "file:///srv/mlruns")]
    [InlineData("http://localhost", "/srv/mlruns")]
    [InlineData("https://registry.example", "mlflow-artifacts:/1/x")]
    [InlineData("https://registry.example", "s3://bucket/x")]
    public void Everything_else_is_as_the_server_says(string server, string location) =>
        Assert.Equal(location, ServerDisk.Check(location, ServerUri.Parse(server)));
}
