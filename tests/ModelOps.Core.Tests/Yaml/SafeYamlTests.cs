using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Yaml;
using ModelOps.Testing;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Tests.Yaml;

public sealed class SafeYamlTests
{
    [Theory]
    [InlineData("a: 1\na: 2\n", 2)]
    [InlineData("a: 1\n---\nb: 2\n", 2)]
    [InlineData("a: !!python/object:os.system x\n", 1)]
    [InlineData("a: !!str x\n", 1)]
    [InlineData("a: &x {b: 1}\nc:\n  <<: *x\n", 3)]
    [InlineData("a: &x [*x]\n", 1)]
    [InlineData("a: *x\n", 1)]
    [InlineData("a: &x 1\nb: &x 2\n", 2)]
    [InlineData("? [a]\n: 1\n", 1)]
    [InlineData("a: &x k\n*x : 1\n", 2)]
    [InlineData("a: [1\n", 2)]
    [InlineData("", 1)]
    public void What_readers_could_take_differently_is_refused_with_its_line(string text, int line)
    {
        var problems = new List<Diagnostic>();
        Assert.Null(SafeYaml.Parse(text, "f", ModelDiagnostics.Malformed, problems));
        Assert.Equal(line, Assert.Single(problems).Span!.Line);
    }

    [Fact]
    public void An_alias_stands_for_its_anchor()
    {
        var root = (YamlMappingNode)SafeYaml.Parse("a: &id001 {b: 1}\nc: *id001\n", "f", ModelDiagnostics.Malformed, [])!;
        Assert.Equal(root.Children["a"], root.Children["c"]);
    }

    private static readonly Dictionary<string, Func<string>> Bombs = new()
    {
        ["laughs"] = () => string.Concat(Enumerable.Range(0, 12).Select(i => $"a{i}: &a{i} [{(i == 0 ? "x" : string.Join(",", Enumerable.Repeat($"*a{i - 1}", 10)))}]\n")),
        ["flow depth"] = () => new string('[', 1_000_000),
        ["block depth"] = () => string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', i) + "a:\n")),
        ["aliases"] = () => "a: &x 1\nb: [" + string.Join(',', Enumerable.Repeat("*x", 100_000)) + "]\n",
        ["values"] = () => "[" + string.Join(',', Enumerable.Repeat("1", 1_000_000)) + "]",
        ["size"] = () => new string('x', SafeYaml.MaxBytes + 1),
        ["keys"] = () => string.Concat(Enumerable.Repeat("? ", 100_000)),
    };

    public static TheoryData<string> BombNames() => [.. Bombs.Keys];

    [Theory]
    [MemberData(nameof(BombNames))]
    public void A_bomb_is_refused_in_little_memory(string name)
    {
        using var directory = new TempDirectory();
        File.WriteAllText(directory.File("bomb.yaml"), Bombs[name]());
        var problems = new List<Diagnostic>();
        var memory = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(SafeYaml.ParseFile(directory.File("bomb.yaml"), ModelDiagnostics.Malformed, problems));
        Assert.Single(problems);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - memory < 256 * 1024 * 1024, "took too much memory");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public void Another_encoding_is_refused(string name)
    {
        using var directory = new TempDirectory();
        File.WriteAllBytes(directory.File("f.yaml"), Encoding.GetEncoding(name).GetPreamble().Concat(Encoding.GetEncoding(name).GetBytes("a: é")).ToArray());
        var problems = new List<Diagnostic>();
        Assert.Null(SafeYaml.ParseFile(directory.File("f.yaml"), ModelDiagnostics.Malformed, problems));
        Assert.Contains("UTF-8", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("k: 'ab''c\n   d'", 5, 2, 4)]
    [InlineData("k: \"a\\\"b\\u00e9c\"", 4, 1, 15)]
    [InlineData("k: \"ab\\\n   cd\"", 2, 2, 4)]
    [InlineData("k: ab\n  cd", 3, 2, 3)]
    [InlineData("k: |\n  ab\n", 1, 1, 4)]
    public void A_character_of_a_scalar_has_its_place_in_the_file(string text, int offset, int line, int column)
    {
        var root = (YamlMappingNode)SafeYaml.Parse(text, "f", ModelDiagnostics.Malformed, [])!;
        var place = new YamlSource("f", text, root).At((YamlScalarNode)root.Children["k"], offset);
        Assert.Equal((line, column), (place.Line, place.Column));
    }
}
