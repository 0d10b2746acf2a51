using System.Text;
using BenchmarkDotNet.Attributes;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Json;
using ModelOps.Core.Yaml;

namespace ModelOps.Bench;

/// <summary>Texts made to take long or much: each is refused, in milliseconds. What they allocate is a matter of the tests.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class HostileTextBenchmarks
{
    private readonly string _depth = new('[', 1_000_000);
    private readonly string _keys = string.Concat(Enumerable.Repeat("? ", 100_000));
    private readonly string _aliases = "a: &x 1\nb: [" + string.Join(',', Enumerable.Repeat("*x", 100_000)) + "]\n";
    private readonly byte[] _objects = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 100_000)));

    [Benchmark]
    public int YamlDepth() => Yaml(_depth);

    [Benchmark]
    public int YamlKeys() => Yaml(_keys);

    [Benchmark]
    public int YamlAliases() => Yaml(_aliases);

    [Benchmark]
    public int JsonDepth()
    {
        var problems = new List<Diagnostic>();
        SafeJson.Parse(JsonSource.OfFile("bomb", _objects), ModelDiagnostics.ExampleMalformed, problems);
        return problems.Count;
    }

    private static int Yaml(string text)
    {
        var problems = new List<Diagnostic>();
        SafeYaml.Parse(text, "bomb", ModelDiagnostics.Malformed, problems);
        return problems.Count;
    }
}
