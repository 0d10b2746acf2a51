using System.Net;
using ModelOps.Sandbox.Tests.Hosting;

namespace ModelOps.Sandbox.Tests.Contract;

public sealed class ServedCallsTests
{
    [Theory]
    [InlineData("2.22")]
    [InlineData("3.11")]
    public void Every_captured_call_that_a_real_server_answered_is_on_the_list(string release)
    {
        var missing = CapturedCase.Load(release)
            .Where(one => one.Status is not (404 or 405 or 308) && one.Method is not ("OPTIONS" or "HEAD") && ServedCalls.Find(one) is null)
            .Select(one => $"{one.Method} {one.Path}")
            .Distinct();

        Assert.Equal([], missing);
    }

    [Fact]
    public async Task What_the_list_says_is_out_is_not_there()
    {
        await using var lab = await SandboxLab.StartAsync();
        foreach (var (method, path, _) in ServedCalls.Out)
        {
            using var answer = await lab.SendAsync(method, path);

            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{method} {path}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("GET", "/api/3.0/mlflow/datasets/search", "/api/3.0/mlflow/datasets/{dataset_id}", true)]
    [InlineData("GET", "/ajax-api/3.0/mlflow/datasets/d-1?x=/y", "/api/3.0/mlflow/datasets/{dataset_id}", true)]
    [InlineData("GET", "/api/3.0/mlflow/datasets/d-1/records", "/api/3.0/mlflow/datasets/{dataset_id}", false)]
    [InlineData("GET", "/api/2.0/mlflow-artifacts/artifacts/1/a/b", "/api/2.0/mlflow-artifacts/artifacts/{**path}", true)]
    [InlineData("GET", "/api/2.0/mlflow/upload-artifact", "/ajax-api/2.0/mlflow/upload-artifact", false)]
    public void A_request_is_told_by_its_path(string method, string path, string call, bool isOne)
    {
        var json = System.Text.Json.JsonSerializer.SerializeToElement(new { method, path });

        Assert.Equal(isOne, new ServedCall("GET", call).Matches(new("x", 1, "x", json, json)));
    }
}
