using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Ephemeral;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Tests.Ephemeral;

public sealed class EphemeralSeedTests
{
    [Theory]
    [InlineData("客户流失 😀")]
    [InlineData("team's \"model\" \\ %3B$(x) - #; {a}")]
    public void The_sandbox_reads_the_name_as_it_is(string name)
    {
        using var seed = new EphemeralSeed(new("", "", ModelName.Parse(name)));
        var problems = new List<Diagnostic>();
        var root = (YamlMappingNode)SafeYaml.ParseFile(seed.File, SandboxDiagnostics.InvalidSeed, problems)!;
        Assert.Empty(problems);
        Assert.Equal(name, ((YamlScalarNode)root["models"][0]["name"]).Value);
    }
}
