using ModelOps.Core.Tests.Checks;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Tests.Yaml;

public sealed class Yaml11Tests
{
    [Theory]
    [InlineData("3.10", "the number 3.1")]
    [InlineData("3", "the number 3")]
    [InlineData("1_000", "the number 1_000")]
    [InlineData("0x1F", "the number 0x1F")]
    [InlineData("010", "the number 010")]
    [InlineData("1:30", "the number 1:30")]
    [InlineData(".5", "the number 0.5")]
    [InlineData(".inf", "the number .inf")]
    [InlineData("on", "true")]
    [InlineData("No", "false")]
    [InlineData("~", "nothing")]
    [InlineData("2026-11-21", "the date 2026-11-21")]
    [InlineData("'3.10'", null)]
    [InlineData("\"on\"", null)]
    [InlineData("3.10.12", null)]
    [InlineData("1e3", null)]
    [InlineData("y", null)]
    [InlineData("oN", null)]
    [InlineData("conda-forge", null)]
    public void A_scalar_is_what_a_reader_of_YAML_1_1_takes_it_for(string text, string? expected)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        Assert.Equal(expected, Yaml11.DescribeNonText((YamlScalarNode)stream.Documents[0].RootNode));
    }

    [Theory]
    [InlineData("python_env.yaml", "python: 3.13.5", "python: 3.13", "MOP1014 python_env.yaml(1,9)")]
    [InlineData("python_env.yaml", "- -r requirements.txt", "- -r requirements.txt\n- 1.5", "MOP1014 python_env.yaml(8,3)")]
    [InlineData("conda.yaml", "- conda-forge", "- conda-forge\n- off", "MOP1014 conda.yaml(3,3)")]
    [InlineData("MLmodel", "python_version: 3.13.5", "python_version: 3.13", "MOP1002 MLmodel(9,21)")]
    [InlineData("MLmodel", "model_path: model.pkl", "model_path: 1", "MOP1002 MLmodel(7,17)", "MOP1010 MLmodel(7,17)")]
    public void Text_without_quotes_that_is_none_is_found_at_its_place(string file, string old, string replacement, params string[] expected)
    {
        using var lab = new CheckLab();
        lab.Replace(file, old, replacement);
        Assert.Equal(expected, lab.Places());
    }
}
