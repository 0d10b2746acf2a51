using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Json;

namespace ModelOps.Core.Tests.Models;

public sealed class SafeJsonTests
{
    [Theory]
    [InlineData("{\"a\": 1,\n \"a\": 2}", 2, 2)]
    [InlineData("[1,\n é]", 2, 2)]
    [InlineData("[1] x", 1, 5)]
    [InlineData("", 1, 1)]
    [InlineData("[1, NaN]", 1, 5)]
    public void Bad_JSON_is_refused_at_its_place(string text, int line, int column)
    {
        var problems = Parse(text);
        var span = Assert.Single(problems).Span!;
        Assert.Equal((line, column), (span.Line, span.Column));
    }

    private static readonly Dictionary<string, Func<string>> Bombs = new()
    {
        ["array depth"] = () => new string('[', 2_000_000),
        ["object depth"] = () => string.Concat(Enumerable.Repeat("{\"a\":", 100_000)),
        ["values"] = () => "[" + string.Join(',', Enumerable.Repeat("1", 1_500_000)) + "]",
    };

    public static TheoryData<string> BombNames() => [.. Bombs.Keys];

    [Theory]
    [MemberData(nameof(BombNames))]
    public void A_bomb_is_refused_in_little_memory(string name)
    {
        var text = Bombs[name]();
        var memory = GC.GetAllocatedBytesForCurrentThread();
        Assert.Single(Parse(text));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - memory < 256 * 1024 * 1024, "took too much memory");
    }

    private static List<Diagnostic> Parse(string text)
    {
        var problems = new List<Diagnostic>();
        Assert.Null(SafeJson.Parse(JsonSource.OfFile("f", Encoding.UTF8.GetBytes(text)), ModelDiagnostics.ExampleMalformed, problems));
        return problems;
    }
}
