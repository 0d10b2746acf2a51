using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Tests.Checks;

public sealed class PathUseTests
{
    [Theory]
    [InlineData("model_code_path: /home/runner/checkout/src/agent.py", null)]
    [InlineData("model_code_path: C:\\Users\\someone\\src\\agent.py", null)]
    [InlineData("model_code_path: ../src/agent.py", null)]
    [InlineData("model_code_path: /home/runner/agent2.py", Severity.Error, "'agent2.py'")]
    [InlineData("data: /home/runner/agent.py", Severity.Error, "absolute")]
    [InlineData("code: code", Severity.Error, "'code'")]
    [InlineData("source_model_name: /models/of/the/author", null)]
    [InlineData("artifacts:\n      a:\n        path: artifacts/a.bin\n        uri: /home/someone/a.bin", Severity.Error, "'artifacts/a.bin'")]
    public void A_path_is_looked_for_where_MLflow_looks(string key, Severity? expected, string text = "")
    {
        using var lab = new CheckLab();
        lab.Write("agent.py", "x");
        lab.Replace("MLmodel", "model_path: model.pkl", $"model_path: model.pkl\n    {key}");
        var all = lab.Check();
        var found = all.Count > 0 ? all[0] : null;
        Assert.Equal(expected, found?.Severity);
        Assert.Contains(text, found?.Message ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mlflow.sklearn", Severity.Error)]
    [InlineData("mlflow.pyfunc.model", Severity.Error)]
    [InlineData("sktime.utils.mlflow_sktime", Severity.Warning)]
    [InlineData("mlflow_community.flavor", Severity.Warning)]
    public void Only_what_MLflow_reads_itself_must_be_there(string loader, Severity expected)
    {
        using var lab = new CheckLab();
        lab.Replace("MLmodel", "loader_module: mlflow.sklearn", $"loader_module: {loader}");
        lab.Replace("MLmodel", "model_path: model.pkl", "model_path: model");
        Assert.Equal(("MOP1010", expected), Assert.Single(lab.Check()) is var found ? (found.Code, found.Severity) : default);
    }

    [Fact]
    public void Paddle_adds_endings_to_its_path()
    {
        using var lab = new CheckLab();
        lab.Replace("MLmodel", "  sklearn:\n", "  paddle:\n    pickled_model: weights\n  sklearn:\n");
        Assert.Equal("MOP1010", Assert.Single(lab.Check()).Code);
        lab.Write("weights.pdiparams", "x");
        Assert.Empty(lab.Check());
    }

    [Theory]
    [InlineData("virtualenv: python_env.yaml", "virtualenv: other.yaml", Severity.Warning)]
    [InlineData("conda: conda.yaml\n      virtualenv: python_env.yaml", "conda: a.yaml\n      virtualenv: b.yaml", Severity.Error)]
    public void An_environment_file_must_be_there_where_no_other_says_what_to_install(string old, string replacement, Severity expected)
    {
        using var lab = new CheckLab();
        lab.Replace("MLmodel", old, replacement);
        Assert.All(lab.Check(), finding => Assert.Equal(("MOP1013", expected), (finding.Code, finding.Severity)));
        Assert.NotEmpty(lab.Check());
    }

    [Fact]
    public void A_model_that_only_a_flavor_of_MLflow_loads_is_a_warning()
    {
        using var lab = new CheckLab();
        lab.Replace("MLmodel", "python_function:", "pyfunc_of_ours:");
        Assert.Equal(("MOP1004", Severity.Warning), Assert.Single(lab.Check()) is var found ? (found.Code, found.Severity) : default);
        lab.Replace("MLmodel", "  sklearn:", "  skl:");
        Assert.Contains(lab.Check(), finding => finding is { Code: "MOP1004", Severity: Severity.Error });
    }
}
