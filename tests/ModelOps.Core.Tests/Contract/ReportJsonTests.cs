using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Running;
using ModelOps.Core.Tests.Hosting;

namespace ModelOps.Core.Tests.Contract;

public class ReportJsonTests
{
    [Theory]
    [MemberData(nameof(HostileText.Data), MemberType = typeof(HostileText))]
    public void Hostile_text_is_kept_and_makes_no_command(string text)
    {
        var value = string.Concat(text.EnumerateRunes());
        var report = new VerbReport(
            SampleVerb.Returning(new() { Text = "" }), ExitCode.GateFailed, new SampleResult { Text = value }, [InputDiagnostics.Invalid.At(value, new("f", 1, 2))], []);
        var json = ReportJson.Write(report);

        Assert.Empty(RunnerLog.Commands(json));
        Assert.Empty(AgentLog.Commands(json));
        using var document = JsonDocument.Parse(json);
        Assert.Equal(["schemaVersion", "verb", "exitCode", "result", "diagnostics"], document.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(value, document.RootElement.GetProperty("result").GetProperty("text").GetString());
        var diagnostic = document.RootElement.GetProperty("diagnostics")[0];
        Assert.Equal(
            ("MOP0002", "error", value, "f", 1, 2),
            (
                diagnostic.GetProperty("code").GetString(), diagnostic.GetProperty("severity").GetString(), diagnostic.GetProperty("message").GetString(),
                diagnostic.GetProperty("file").GetString(), diagnostic.GetProperty("line").GetInt32(), diagnostic.GetProperty("column").GetInt32()));
    }

    [Fact]
    public void A_place_that_is_not_known_is_null()
    {
        var report = new VerbReport(SampleVerb.Returning(new() { Text = "" }), ExitCode.BadInput, null, [InputDiagnostics.PathMissing.At("gone", new("f"))], []);
        using var document = JsonDocument.Parse(ReportJson.Write(report));

        var diagnostic = document.RootElement.GetProperty("diagnostics")[0];
        Assert.Equal("f", diagnostic.GetProperty("file").GetString());
        Assert.Equal(JsonValueKind.Null, diagnostic.GetProperty("line").ValueKind);
        Assert.Equal(JsonValueKind.Null, diagnostic.GetProperty("column").ValueKind);
    }
}
