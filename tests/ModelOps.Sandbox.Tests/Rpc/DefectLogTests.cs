using Microsoft.AspNetCore.Http;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Tests.Rpc;

public sealed class DefectLogTests : IDisposable
{
    private readonly StringWriter _log = new();
    private readonly DefaultHttpContext _http = new() { TraceIdentifier = "0HNR7:00000001" };

    public DefectLogTests()
    {
        _http.Request.Method = "POST";
        _http.Request.Path = "/api/2.0/mlflow/runs/create\u202e##vso[task]\n";
    }

    [Fact]
    public async Task A_defect_is_logged_with_the_request_that_its_answer_names()
    {
        await RunAsync(new InvalidOperationException("no such state"));

        Assert.Equal(500, _http.Response.StatusCode);
        Assert.Equal("0HNR7:00000001", _http.Response.Headers[DefectLog.Header]);
        var first = _log.ToString().Split('\n')[0];
        Assert.StartsWith("modelops sandbox: defect in POST /api/2.0/mlflow/runs/create##_vso[task]\\n, request 0HNR7:00000001: ", first, StringComparison.Ordinal);
        Assert.Contains("no such state", first, StringComparison.Ordinal);
        Assert.Contains("DefectLogTests", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_MLflow_answers_in_the_same_way_is_no_defect()
    {
        await RunAsync(new InvalidDataException("Expected an object, found Array."));

        Assert.Equal(500, _http.Response.StatusCode);
        Assert.Equal("", _log.ToString());
    }

    public void Dispose() => _log.Dispose();

    private Task RunAsync(Exception failure) => FaultAnswer.GuardAsync(_http, Behavior.Mlflow3, new(_log), _ => throw failure);
}
