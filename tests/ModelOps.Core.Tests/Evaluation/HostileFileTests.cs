using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Reading;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Evaluation;

public sealed class HostileFileTests : IDisposable
{
    private static readonly ReadLimits Small = new() { Rows = 100, Columns = 10, FieldLength = 50, RowLength = 200_000, NameLength = 20, Classes = 5, SliceValues = 3, KeyBytes = 100 };

    private readonly PredictionLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("y,p,t\n1,1,{0}\n", "p.csv")]
    [InlineData("{{\"y\":1,\"p\":1,\"t\":\"{0}\"}}\n", "p.jsonl")]
    public async Task A_value_has_a_longest_length(string form, string name)
    {
        Assert.Equal(1, (await _lab.ReadAsync(Fill(form, 50), PredictionLab.Regression, name, Small)).Count);
        var (code, _, message) = await _lab.RefuseOnceAsync(Fill(form, 51), PredictionLab.Regression, name, Small);
        Assert.Equal("MOP6001", code);
        Assert.Contains("more than 50 characters", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p.csv")]
    [InlineData("p.jsonl")]
    public async Task A_row_has_a_longest_length(string name)
    {
        var row = name == "p.csv" ? new string(',', 900_000) : "{\"y\":[" + string.Concat(Enumerable.Repeat("1,", 450_000));
        var (code, line, message) = await _lab.RefuseOnceAsync((name == "p.csv" ? "y,p\n1,1\n" : "{\"y\":1,\"p\":1}\n{\"y\":1,\"p\":1}\n") + row, PredictionLab.Regression, name, Small);
        Assert.Equal(("MOP6001", 3), (code, line));
        Assert.Contains("more than 200000", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_have_a_limit()
    {
        var header = string.Join(',', Enumerable.Range(0, 9).Select(index => $"c{index}"));
        Assert.Equal(("MOP6007", 1, "The header has 11 columns; the limit is 10."), await _lab.RefuseOnceAsync($"y,p,{header}\n", PredictionLab.Regression, limits: Small));
        var json = "{\"y\":1,\"p\":1," + string.Join(',', Enumerable.Range(0, 9).Select(index => $"\"c{index}\":1")) + "}";
        Assert.Contains("more than 10 columns", (await _lab.RefuseAsync(json, PredictionLab.Regression, "p.jsonl", Small))[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_columns_are_read()
    {
        var text = new StringBuilder("y,p");
        for (var column = 0; column < 10_000; column++)
        {
            text.Append(",c").Append(column);
        }

        text.Append('\n').Append("1,2").Append(',', 10_000).Append('\n');
        Assert.Equal(2, Assert.Single((await _lab.ReadAsync(text.ToString(), PredictionLab.Regression)).Predictions));
    }

    [Theory]
    [InlineData("p.csv")]
    [InlineData("p.jsonl")]
    [InlineData("p.bin")]
    public async Task Binary_content_is_refused(string name)
    {
        var junk = new byte[100_000];
        new Random(5).NextBytes(junk);
        foreach (var content in new[] { junk, [0x79, 0x2C, 0x70, 0x0A, 0xC3, 0x28, 0x2C, 0x31], Encoding.Unicode.GetBytes("\uFEFFy,p\n1,2\n"), [0x1F, 0x8B, 0x08, 0x00] })
        {
            var path = _lab.Write(content, name);
            var failure = await Assert.ThrowsAsync<ModelOpsException>(() => PredictionReader.ReadAsync(path, PredictionLab.Regression, CancellationToken.None));
            Assert.Contains(failure.Diagnostics, problem => problem.Code == "MOP6001");
        }
    }

    [Theory]
    [InlineData("p.csv", "k,y,p,s,t\r\na,0,1,0.25,\"x,\"\"y\"\"\n\"\nb,1,0,0.5,\u00E8\nc,1,1,1,\n")]
    [InlineData("p.jsonl", "{\"k\":\"a\",\"y\":0,\"p\":1,\"s\":0.25,\"t\":{\"u\":[1,null]}}\n{\"k\":\"\\u00e9\",\"y\":true,\"p\":0,\"s\":1}\n")]
    public void Any_damage_is_read_or_refused_and_never_a_crash(string name, string good)
    {
        var columns = PredictionLab.Multiclass with { Key = "k", Slices = ["t", "s:bins(0,0.5)"] };
        var damages = from place in Gen.Choose(0, Encoding.UTF8.GetByteCount(good) - 1) from value in Gen.Choose(0, 255) from kind in Gen.Choose(0, 2) select (place, value, kind);
        Prop.ForAll(damages.NonEmptyListOf().ToArbitrary(), changes =>
        {
            var bytes = Encoding.UTF8.GetBytes(good).ToList();
            foreach (var (place, value, kind) in changes.Take(5).Where(change => change.place < bytes.Count))
            {
                bytes.RemoveRange(place, kind == 0 ? 0 : 1);
                bytes.InsertRange(place, kind == 1 ? [] : [(byte)value]);
            }

            try
            {
                var set = PredictionReader.ReadAsync(_lab.Write([.. bytes], name), columns, CancellationToken.None).GetAwaiter().GetResult();
                return set.Count is > 0 and < 10 && set.Predictions.Length == set.Count && set.Keys!.Count == set.Count && set.Slices.All(slice => slice.Codes.Length == set.Count);
            }
            catch (ModelOpsException refused)
            {
                return refused.Diagnostics.Count is > 0 and <= 20;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public async Task Names_classes_slices_and_keys_have_limits()
    {
        Assert.Equal("MOP6007", (await _lab.RefuseOnceAsync("y,p\n" + Rows(6, row => $"c{row},c0"), PredictionLab.Multiclass, limits: Small)).Code);
        Assert.Equal(5, (await _lab.ReadAsync("y,p\n" + Rows(5, row => $"c{row},c0"), PredictionLab.Multiclass, limits: Small)).Classes.Count);
        var slices = PredictionLab.Regression with { Slices = ["s"] };
        var (code, _, message) = await _lab.RefuseOnceAsync("y,p,s\n" + Rows(4, row => $"1,1,{row}"), slices, limits: Small);
        Assert.Equal(("MOP6007", true), (code, message.Contains("name:bins(", StringComparison.Ordinal)));
        Assert.Equal(3, PredictionSlices.Of(await _lab.ReadAsync("y,p,s\n" + Rows(3, row => $"1,1,{row}"), slices, limits: Small)).Count);
        var keys = PredictionLab.Regression with { Key = "k" };
        Assert.Equal("MOP6007", (await _lab.RefuseOnceAsync("y,p,k\n" + Rows(100, row => $"1,1,k{row}"), keys, limits: Small)).Code);
        Assert.Equal("MOP6003", (await _lab.RefuseOnceAsync($"y,p,k\n1,1,{new string('k', 21)}\n", keys, limits: Small)).Code);
        Assert.Equal("MOP6003", (await _lab.RefuseOnceAsync($"y,p\n{new string('k', 21)},a\n", PredictionLab.Multiclass, limits: Small)).Code);
    }

    [UnixFact]
    public async Task What_is_no_file_is_refused()
    {
        foreach (var path in new[] { "/dev/null", _lab.File("."), _lab.File("absent.csv") })
        {
            var failure = await Assert.ThrowsAsync<ModelOpsException>(() => PredictionReader.ReadAsync(path, PredictionLab.Regression, CancellationToken.None));
            Assert.Equal("MOP6001", Assert.Single(failure.Diagnostics).Code);
        }
    }

    [Fact]
    public async Task Long_values_are_cut_in_messages()
    {
        var (_, _, message) = await _lab.RefuseOnceAsync($"y,p\n1,{new string('z', 5_000)}\n", PredictionLab.Regression);
        Assert.True(message.Length < 150, message);
    }

    private static string Fill(string form, int length) => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, new string('x', length));

    private static string Rows(int count, Func<int, string> row) => string.Concat(Enumerable.Range(0, count).Select(index => row(index) + "\n"));
}
