using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Verbs.History;
using ModelOps.Core.Verbs.Status;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Releases;

/// <summary>An environment that cannot be reached hides nothing of the others.</summary>
public sealed class DeadEnvironmentTests : IDisposable
{
    private readonly ReleaseLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Status_and_history_show_the_environments_that_answer()
    {
        await _lab.DoAsync<object>("register", ("Package", await _lab.PackageAsync()), ("Environment", "dev"));
        await _lab.DoAsync<object>("promote", ("To", "staging"));
        MakeDead("dev");

        var status = await _lab.RunAsync("status");
        Assert.Equal(ExitCode.RemoteFailure, status.ExitCode);
        Assert.Equal("staging", Assert.Single(((StatusResult)status.Result!).Versions).Environment);
        Assert.StartsWith("dev: ", Assert.Single(status.Diagnostics, finding => finding.Severity == Severity.Error).Message, StringComparison.Ordinal);

        var history = await _lab.RunAsync("history");
        Assert.Equal(ExitCode.RemoteFailure, history.ExitCode);
        Assert.Equal(["staging"], ((HistoryResult)history.Result!).Entries.Select(row => row.Environment).Distinct());
    }

    [Fact]
    public async Task Where_none_answers_nothing_is_said_about_models()
    {
        MakeDead("dev");
        var status = await _lab.RunAsync("status", ("Environment", "dev"));

        Assert.Equal(ExitCode.RemoteFailure, status.ExitCode);
        Assert.DoesNotContain(status.Diagnostics, finding => finding.Code == "MOP2006");
    }

    private void MakeDead(string environment)
    {
        _lab.Environment["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "0";
        var file = Path.Combine(_lab.Path, "modelops.yml");
        File.WriteAllText(file, File.ReadAllText(file).Replace($"sqlite:///.modelops/{environment}.db", "http://127.0.0.1:9", StringComparison.Ordinal));
    }
}
