using System.Text;
using System.Text.Json;
using ModelOps.Abstractions.Json;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Reporting;
using ModelOps.Core.Reporting.Documents;
using ModelOps.Core.Reporting.Json;
using ModelOps.Testing.Reports;

namespace ModelOps.Core.Tests.Reporting;

public sealed class JsonReportTests
{
    public static TheoryData<string> Hostile => [.. HostileReport.Texts];

    public static TheoryData<string> NotOurs =>
    [
        "", "null", "[]", "{", "{\"schemaVersion\": 1}", "{\"schemaVersion\": 2, \"checks\": []}", "{\"schemaVersion\": 1, \"checks\": {}}",
        "{\"checks\": [{\"gate\": \"a\", \"check\": \"b\", \"value\": \"c\"}]}", "{\"schemaVersion\": \"1\", \"checks\": [{\"gate\": \"a\", \"check\": \"b\", \"value\": \"c\"}]}",
        "{\"schemaVersion\": 1, \"checks\": [1, null, \"x\", {}, {\"gate\": 1, \"check\": \"b\", \"value\": \"c\"}, {\"gate\": \"a\", \"check\": \"b\", \"value\": [\"c\"]}]}",
        "{\"schemaVersion\": 1, \"checks\": [], \"checks\": [{\"gate\": \"a\", \"check\": \"b\", \"value\": \"c\"}]}", "\"\\ud800\"", "{\"\\ud800\": 1}",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Text_from_outside_comes_back_as_it_was(string text)
    {
        var json = Write(HostileReport.Create(text));

        using var document = JsonDocument.Parse(json);
        Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), document.RootElement.GetProperty("title").GetString());
        Assert.DoesNotContain(json, letter => letter is not ('\n' or '\r') and (< ' ' or > '~'));
        Assert.DoesNotContain("<script", json, StringComparison.Ordinal);
        Assert.DoesNotContain("##vso[", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_are_read_back_by_gate_and_check()
    {
        var values = await ReadAsync(Write(SampleReports.Failed()));

        Assert.Equal("0.134", values["fairness/region"]);
        Assert.Equal("0.3612", values["metrics/log_loss"]);
        Assert.False(values.ContainsKey("runtime/p95 latency"));
        Assert.Equal(SampleChecks.Failed.Count(check => check.Value.Length > 0), values.Count);
    }

    [Theory]
    [MemberData(nameof(NotOurs))]
    public async Task A_file_that_is_no_report_of_ours_says_nothing(string json) => Assert.Empty(await ReadAsync(json));

    [Fact]
    public async Task Bytes_that_are_no_text_say_nothing() => Assert.Empty(await ReadAsync(new MemoryStream([0xff, 0xfe, 0x00, 0x7b])));

    [Fact]
    public async Task A_file_beyond_the_limit_is_not_read_to_its_end()
    {
        var json = Write(SampleReports.Failed());
        using var within = new MemoryStream(Encoding.UTF8.GetBytes(json.TrimEnd().PadRight(SafeJson.MaxBytes)));
        using var endless = new EndlessStream();

        Assert.NotEmpty(await ReadAsync(within));
        Assert.Empty(await ReadAsync(json.TrimEnd().PadRight(SafeJson.MaxBytes + 1)));
        Assert.Empty(await ReadAsync(endless));
        Assert.InRange(endless.Given, SafeJson.MaxBytes, SafeJson.MaxBytes + 1_000_000);
    }

    [Fact]
    public async Task Hostile_values_are_made_harmless_when_they_are_read()
    {
        var values = await ReadAsync("""{"schemaVersion": 1, "checks": [{"gate": "a", "check": "b", "value": "1\u001b[31m\u202e\n##vso[x]"}, {"gate": "c", "check": "d", "value": "VALUE"}]}"""
            .Replace("VALUE", new string('x', 100_000), StringComparison.Ordinal));

        Assert.Equal("1[31m\\n##_vso[x]", values["a/b"]);
        Assert.Equal(200, values["c/d"].Length);
    }

    [Fact]
    public void A_number_that_JSON_does_not_have_is_null()
    {
        var report = SampleReports.Undecided();
        var comparison = report.Comparison! with { Power = double.NaN, Primary = report.Comparison!.Primary with { Upper = double.PositiveInfinity, P = double.NaN } };

        using var document = JsonDocument.Parse(Write(report with { Comparison = comparison }));

        var written = document.RootElement.GetProperty("comparison");
        Assert.Equal(JsonValueKind.Null, written.GetProperty("power").ValueKind);
        Assert.Equal(JsonValueKind.Null, written.GetProperty("primary").GetProperty("upper").ValueKind);
        Assert.Equal(JsonValueKind.Null, written.GetProperty("primary").GetProperty("p").ValueKind);
        Assert.Equal(-0.0042, written.GetProperty("primary").GetProperty("lower").GetDouble());
    }

    [Fact]
    public void Curves_and_metrics_are_in_it_and_rows_are_not()
    {
        using var document = JsonDocument.Parse(Write(SampleReports.Passed()));
        var root = document.RootElement;
        var roc = root.GetProperty("curves")[0].GetProperty("roc");

        Assert.Equal(1, root.GetProperty("schemaVersion").GetInt32());
        Assert.InRange(roc.GetArrayLength(), 50, 200);
        Assert.Equal(1, roc[roc.GetArrayLength() - 1].GetProperty("y").GetDouble());
        Assert.Equal(10, root.GetProperty("curves")[1].GetProperty("reliability").GetArrayLength());
        Assert.Equal("roc_auc", root.GetProperty("metrics")[0].GetProperty("metric").GetString());
        Assert.False(root.TryGetProperty("challenger", out _));
        Assert.True(LargestArray(root) <= 200);
    }

    private static int LargestArray(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => Math.Max(element.GetArrayLength(), element.EnumerateArray().Select(LargestArray).DefaultIfEmpty(0).Max()),
        JsonValueKind.Object => element.EnumerateObject().Select(property => LargestArray(property.Value)).DefaultIfEmpty(0).Max(),
        _ => 0,
    };

    private static string Write(ReleaseReport report) => ReportJsonWriter.Write(ReportDocuments.Of(report));

    private static Task<IReadOnlyDictionary<string, string>> ReadAsync(string json) => ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static Task<IReadOnlyDictionary<string, string>> ReadAsync(Stream stream) => ReportJsonReader.ReadChecksAsync(stream, CancellationToken.None);

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            Given += buffer.Length;
            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }
}
