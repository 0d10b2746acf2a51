using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using ModelOps.Evaluation;

namespace ModelOps.Core.Tests.Evaluation;

public sealed class RoundTripTests : IDisposable
{
    private static readonly Gen<string> Parts = Gen.Elements(
        "\"", "\"\"", ",", "\n", "\r", "\r\n", " ", "\t", "'", ";", "{", "}", "\\", "a", "0", "\u00E8", "\u6A21", "\U0001F600", "\u2028", "=", "#", "\uFEFF");

    private static readonly Gen<string> Texts = Parts.NonEmptyListOf().Select(parts => "x" + string.Concat(parts.Take(12)));

    private static readonly Gen<double> Numbers = Gen.Elements(0.0, -0.1, 1e-300, 1e300, double.Epsilon, double.MaxValue, 1.0 / 3).Or(Gen.Choose(-1000, 1000).Select(value => value / 7.0));

    private static readonly Gen<Row[]> Rows = (from number in Numbers from key in Texts from slice in Texts from unread in Texts select new Row(number, key, slice, unread))
        .NonEmptyListOf().Select(rows => rows.Take(30).Select((row, index) => row with { Key = $"{row.Key}{index}" }).ToArray());

    private static readonly PredictionColumns Columns = PredictionLab.Regression with { Label = "la,\"b\nel", Key = "k", Slices = ["s"] };

    private readonly PredictionLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Hostile_texts_come_back_from_csv() => Prop.ForAll(Rows.ToArbitrary(), rows => IsRead(rows, Csv(rows), "p.csv")).QuickCheckThrowOnFailure();

    [Fact]
    public void Hostile_texts_come_back_from_json_lines() => Prop.ForAll(Rows.ToArbitrary(), rows => IsRead(rows, Json(rows), "p.jsonl")).QuickCheckThrowOnFailure();

    private bool IsRead(Row[] rows, string text, string name)
    {
        var set = PredictionReader.ReadAsync(_lab.Write(text, name), Columns, CancellationToken.None).GetAwaiter().GetResult();
        var slice = set.Slices.Single();
        return set.Count == rows.Length && rows.Index().All(pair =>
            set.Labels[pair.Index].Equals(pair.Item.Number)
            && Encoding.UTF8.GetString(set.Keys![pair.Index]) == pair.Item.Key
            && slice.Values[slice.Codes[pair.Index]] == pair.Item.Slice);
    }

    private static string Csv(Row[] rows)
    {
        var text = new StringBuilder("k,s,u,\"la,\"\"b\nel\",p\n");
        foreach (var row in rows)
        {
            text.Append(Quote(row.Key)).Append(',').Append(Quote(row.Slice)).Append(',').Append(Quote(row.Unread)).Append(',')
                .Append(row.Number.ToString("R", CultureInfo.InvariantCulture)).Append(",1").Append(row.Key.Length % 2 == 0 ? "\r\n" : "\n");
        }

        return text.ToString();
    }

    private static string Json(Row[] rows) => string.Concat(rows.Select(row =>
        JsonSerializer.Serialize(new Dictionary<string, object> { ["u"] = row.Unread, ["s"] = row.Slice, [Columns.Label] = row.Number, ["k"] = row.Key, ["p"] = 1 }) + "\n"));

    private static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed record Row(double Number, string Key, string Slice, string Unread);
}
