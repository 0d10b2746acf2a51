using ModelOps.Abstractions.Diagnostics;
using ModelOps.Mlflow;

namespace ModelOps.Core.Tests.Mlflow;

public sealed class StorageUrlTests
{
    [Theory]
    [InlineData("https://bucket.s3.amazonaws.com/x?X-Amz-Signature=a", "https://mlflow.example")]
    [InlineData("http://minio.example:9000/x", "http://mlflow.example")]
    [InlineData("http://127.0.0.1:9000/x", "http://localhost:5000")]
    [InlineData("https://10.1.2.3/x", "https://mlflow.example")]
    public void A_storage_that_the_server_may_name(string url, string server) =>
        Assert.Equal(new Uri(url), StorageUrl.Check(url, ServerUri.Parse(server)));

    [Theory]
    [InlineData("http://bucket.example/x", "https://mlflow.example")]
    [InlineData("https://localhost/x", "https://mlflow.example")]
    [InlineData("https://127.1/x", "https://mlflow.example")]
    [InlineData("https://2130706433/x", "https://mlflow.example")]
    [InlineData("https://[::1]/x", "https://mlflow.example")]
    [InlineData("https://[::ffff:169.254.169.254]/x", "https://mlflow.example")]
    [InlineData("http://169.254.169.254/latest", "http://mlflow.example")]
    [InlineData("https://[fe80::1]/x", "https://mlflow.example")]
    [InlineData("https://0.0.0.0/x", "https://mlflow.example")]
    [InlineData("https://user@bucket.example/x", "https://mlflow.example")]
    [InlineData("gopher://bucket.example/x", "https://mlflow.example")]
    [InlineData("/x", "https://mlflow.example")]
    [InlineData(null, "https://mlflow.example")]
    public void A_storage_that_it_may_not(string? url, string server) =>
        Assert.Equal("MOP2009", Assert.Throws<ModelOpsException>(() => StorageUrl.Check(url, ServerUri.Parse(server))).Diagnostics[0].Code);
}
