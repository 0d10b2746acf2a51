using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Checks;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Checks;

public sealed class RuleTests
{
    [Theory]
    [InlineData("2.x-iris-classifier")]
    [InlineData("3.x-diabetes-regressor")]
    [InlineData("3.x-tensor-classifier")]
    public void A_real_model_has_no_findings(string name)
    {
        using var lab = new CheckLab(name);
        Assert.Empty(lab.Check());
    }

    // Each row: file, what is replaced, by what, and what is then found. Rows without a finding are the nearest good neighbours.
    [Theory]
    [InlineData("MLmodel", "flavors:\n", "flavors: [1]\nother:\n", "MOP1002 MLmodel(1,10)", "MOP1003 MLmodel(1,1)")]
    [InlineData("MLmodel", "flavors:\n", "flavors: {}\nother:\n", "MOP1003 MLmodel(1,1)")]
    [InlineData("MLmodel", "python_function:", "pyfunc_of_ours:", "MOP1004 MLmodel(1,1)")]
    [InlineData("MLmodel", "  sklearn:\n", "  my_own_flavor:\n")]
    [InlineData("MLmodel", "metadata:\n", "a_key_of_the_future:\n")]
    [InlineData("MLmodel", "signature:\n", "signature_of_old:\n", "MOP1005 MLmodel(1,1)")]
    [InlineData("MLmodel", "\"name\": \"age\"", "\"name\": \"age\", \"tyqe\": 1")]
    [InlineData("MLmodel", "[{\"type\": \"double\", \"name\": \"age\"", "[{\"type\": \"doubel\", \"name\": \"age\"", "MOP1006 MLmodel(30,22)")]
    [InlineData("MLmodel", "{\"type\": \"double\",\n    \"name\": \"sex\"", "{\"type\": 7,\n    \"name\": \"sex\"", "MOP1006 MLmodel(30,75)")]
    [InlineData("MLmodel", "\"name\": \"bp\", \"required\": true}", "\"name\": \"bp\", \"required\": 5}", "MOP1006 MLmodel(32,57)")]
    [InlineData("MLmodel", "\"name\": \"s2\", \"required\":\n    true}", "\"name\": \"s2\", \"required\":\n    tru}", "MOP1006 MLmodel(34,8)")]
    [InlineData("MLmodel", "  outputs: '", "  outputs_of_old: '", "MOP1007 MLmodel(30,3)")]
    [InlineData("MLmodel", "  params: null", "  params: '[{\"name\": \"t\", \"dtype\": \"long\", \"default\": 3, \"shape\": null}]'")]
    [InlineData("MLmodel", "  params: null", "  params: '[{\"name\": \"t\", \"dtype\": \"long\", \"default\": 3.5, \"shape\": null}]'", "MOP1006 MLmodel(38,55)")]
    [InlineData("MLmodel", "model_path: model.pkl", "model_path: model2.pkl", "MOP1010 MLmodel(7,17)")]
    [InlineData("MLmodel", "code: null", "code: code", "MOP1010 MLmodel(11,11)")]
    [InlineData("MLmodel", "artifact_path: input_example.json", "artifact_path: example.json", "MOP1010 MLmodel(25,18)")]
    [InlineData("MLmodel", "conda: conda.yaml", "conda: conda2.yaml", "MOP1013 MLmodel(4,14)")]
    [InlineData("MLmodel", "env:\n      conda: conda.yaml\n      virtualenv: python_env.yaml", "env: conda.yaml")]
    [InlineData("MLmodel", "env:\n      conda: conda.yaml\n      virtualenv: python_env.yaml", "env: conda2.yaml", "MOP1013 MLmodel(3,10)")]
    [InlineData("MLmodel", "mlflow_version: 3.11.2.dev0", "mlflow_version: 0.9.1", "MOP1016 requirements.txt(1,1)", "MOP1016 conda.yaml(7,5)", "MOP1020 MLmodel(19,17)")]
    [InlineData("MLmodel", "sklearn_version: 1.4.2", "sklearn_version: 1.4.3", "MOP1016 requirements.txt(6,1)", "MOP1016 conda.yaml(12,5)")]
    [InlineData("MLmodel", "python_version: 3.13.5", "python_version: 3.13.9")]
    [InlineData("MLmodel", "python_version: 3.13.5", "python_version: 3.12.5", "MOP1016 python_env.yaml(1,9)", "MOP1016 conda.yaml(4,3)")]
    [InlineData("conda.yaml", "- conda-forge", "- nodefaults\n- https://conda.anaconda.org/conda-forge/")]
    [InlineData("conda.yaml", "- conda-forge", "- conda-forge\n- defaults", "MOP1018 conda.yaml(3,3)")]
    [InlineData("conda.yaml", "- conda-forge", "- https://repo.anaconda.com/pkgs/main", "MOP1018 conda.yaml(2,3)")]
    [InlineData("conda.yaml", "channels:\n- conda-forge\n", "", "MOP1018 conda.yaml(1,1)")]
    [InlineData("conda.yaml", "- conda-forge", "- bioconda", "MOP1019 conda.yaml(2,3)")]
    [InlineData("conda.yaml", "python=3.13.5", "defaults::python=3.13.5", "MOP1018 conda.yaml(4,3)")]
    [InlineData("conda.yaml", "python=3.13.5", "python=3.13")]
    [InlineData("conda.yaml", "python=3.13.5", "python=3.12", "MOP1015 python_env.yaml(1,9)", "MOP1016 conda.yaml(4,3)")]
    [InlineData("conda.yaml", "python=3.13.5", "python", "MOP1017 conda.yaml(4,3)")]
    [InlineData("conda.yaml", "python=3.13.5", "python>=3.9", "MOP1017 conda.yaml(4,3)")]
    [InlineData("conda.yaml", "lz4==4.4.0", "lz4==4.4.1", "MOP1015 requirements.txt(3,1)")]
    [InlineData("conda.yaml", "  - lz4==4.4.0\n", "", "MOP1015 requirements.txt(3,1)")]
    [InlineData("conda.yaml", "lz4==4.4.0", "LZ4 == 4.4.0")]
    [InlineData("conda.yaml", "dependencies:\n", "dependencies: text\nold:\n", "MOP1014 conda.yaml(3,15)")]
    [InlineData("python_env.yaml", "- -r requirements.txt", "- -r ../requirements.txt", "MOP1023 python_env.yaml(7,3)")]
    [InlineData("python_env.yaml", "- -r requirements.txt", "- -r other.txt", "MOP1013 python_env.yaml(7,3)")]
    [InlineData("python_env.yaml", "dependencies:\n- -r", "dependencies:\n- [1]\n- -r", "MOP1014 python_env.yaml(7,3)")]
    [InlineData("requirements.txt", "mlflow==3.11.1", "# the server's\nmlflow==3.11.1")]
    [InlineData("requirements.txt", "mlflow==3.11.1", "--index-url http://pypi.example/simple\nmlflow==3.11.1", "MOP1022 requirements.txt(1,1)")]
    [InlineData("requirements.txt", "mlflow==3.11.1", "--index-url https://pypi.example/simple\nmlflow==3.11.1")]
    [InlineData("requirements.txt", "mlflow==3.11.1", "--trusted-host pypi.example\nmlflow==3.11.1", "MOP1022 requirements.txt(1,1)")]
    [InlineData("requirements.txt", "mlflow==3.11.1", "--extra-index-url https://pypi.example/simple\nmlflow==3.11.1", "MOP1025 requirements.txt(1,1)")]
    [InlineData("requirements.txt", "mlflow==3.11.1", "-e .\nmlflow==3.11.1", "MOP1015 requirements.txt(1,1)", "MOP1023 requirements.txt(1,1)")]
    [InlineData("requirements.txt", "mlflow==3.11.1", "-c ../limits.txt\nmlflow==3.11.1", "MOP1023 requirements.txt(1,1)")]
    [InlineData("requirements.txt", "mlflow==3.11.1", "-c limits.txt\nmlflow==3.11.1", "MOP1010 requirements.txt(1,1)")]
    [InlineData("requirements.txt", "mlflow==3.11.1", "-c conda.yaml\nmlflow==3.11.1")]
    [InlineData("requirements.txt", "mlflow==3.11.1", "git+https://git.example/a.git@main\nmlflow==3.11.1", "MOP1015 requirements.txt(1,1)", "MOP1024 requirements.txt(1,1)")]
    [InlineData("requirements.txt", "mlflow==3.11.1", "git+https://git.example/a.git@0123456789012345678901234567890123456789\nmlflow==3.11.1", "MOP1015 requirements.txt(1,1)")]
    [InlineData("requirements.txt", "mlflow==3.11.1", "https://files.example/a-1-py3-none-any.whl\nmlflow==3.11.1", "MOP1015 requirements.txt(1,1)", "MOP1024 requirements.txt(1,1)")]
    [InlineData("requirements.txt", "mlflow==3.11.1", "wheels/a-1-py3-none-any.whl\nmlflow==3.11.1", "MOP1015 requirements.txt(1,1)", "MOP1023 requirements.txt(1,1)")]
    [InlineData("requirements.txt", "mlflow==3.11.1", "mlflow==3.11.1\n = what?", "MOP1014 requirements.txt(2,2)")]
    [InlineData("input_example.json", "\"age\"", "\"agee\"", "MOP1009 input_example.json(1,13)")]
    [InlineData("input_example.json", "0.05068011873981862,", "\"text\",", "MOP1009 input_example.json(1,110)")]
    [InlineData("input_example.json", "0.05068011873981862,", "7,")]
    [InlineData("input_example.json", "0.05068011873981862,", "", "MOP1008 input_example.json(1,87)")]
    [InlineData("input_example.json", "{\"columns\"", "{\"data\": 1, \"columns\"", "MOP1008 input_example.json(1,89)")]
    [InlineData("serving_input_example.json", "\"dataframe_split\": {", "\"dataframe\": {", "MOP1008 serving_input_example.json(1,1)")]
    [InlineData("serving_input_example.json", "      \"sex\",", "      \"sexx\",", "MOP1009 serving_input_example.json(3,16)")]
    public void One_change_gives_these_findings_and_no_others(string file, string old, string replacement, params string[] expected)
    {
        using var lab = new CheckLab();
        lab.Replace(file, old, replacement);
        Assert.Equal(expected, lab.Places());
    }

    [Theory]
    [InlineData("input_example.json", "[[0.54881352186203, ", "[[0.5, 0.5, ", "MOP1009 input_example.json(1,2)")]
    [InlineData("input_example.json", "0.7151893377304077", "true", "MOP1009 input_example.json(1,21)")]
    [InlineData("input_example.json", "[[0.54881352186203, ", "[[1, ")]
    [InlineData("MLmodel", "\"shape\": [-1, 4]", "\"shape\": [-1, -1]")]
    [InlineData("MLmodel", "\"shape\": [-1, 4]", "\"shape\": [-1, 4, 1]", "MOP1009 input_example.json(1,3)", "MOP1009 serving_input_example.json(4,7)")]
    [InlineData("MLmodel", "\"dtype\": \"float32\"", "\"dtype\": \"flot32\"", "MOP1006 MLmodel(27,57)")]
    [InlineData("MLmodel", "\"dtype\": \"float32\"", "\"dtype\": \"int8\"", "MOP1009 input_example.json(1,3)", "MOP1009 serving_input_example.json(4,7)")]
    public void Tensors_are_held_against_shape_and_type(string file, string old, string replacement, params string[] expected)
    {
        using var lab = new CheckLab("3.x-tensor-classifier");
        lab.Replace(file, old, replacement);
        Assert.Equal(expected, lab.Places());
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/hostname")]
    [InlineData("C:/model.pkl")]
    [InlineData("\\\\server\\share\\model.pkl")]
    [InlineData("file:///etc/hostname")]
    [InlineData("a%2f..%2f..%2foutside.txt")]
    [InlineData("..\\outside.txt")]
    [InlineData("a/./b")]
    public void A_path_that_leaves_is_refused_in_every_field(string path)
    {
        using var lab = new CheckLab();
        File.WriteAllText(lab.Outside, "canary");
        lab.Replace("MLmodel", "model_path: model.pkl", $"model_path: '{path}'\n    artifacts:\n      a: {{path: '{path}', uri: x}}");
        lab.Replace("MLmodel", "pickled_model: model.pkl", $"pickled_model: '{path}'");
        lab.Replace("MLmodel", "conda: conda.yaml", $"conda: '{path}'");
        lab.Replace("MLmodel", "artifact_path: input_example.json", $"artifact_path: '{path}'");
        Assert.Equal(5, lab.Check().Count(finding => finding.Code == "MOP1011" && finding.Span!.Line > 0 && finding.Span.Column > 0));
        Assert.All(lab.Check(), finding => Assert.DoesNotContain("canary", finding.Message, StringComparison.Ordinal));
        Assert.Equal("canary", File.ReadAllText(lab.Outside));
    }

    [Fact]
    public void A_link_is_reported_and_not_followed()
    {
        using var lab = new CheckLab();
        File.WriteAllText(lab.Outside, "not: [yaml");
        lab.Delete("conda.yaml");
        File.CreateSymbolicLink(Path.Combine(lab.Root, "conda.yaml"), lab.Outside);
        Assert.Equal(["MOP1011 MLmodel(4,14)", "MOP1501 conda.yaml(0,0)"], lab.Places());
    }

    [UnixTheory]
    [InlineData("MLmodel", "MOP1001")]
    [InlineData("requirements.txt", null)]
    [InlineData("notes.txt", null)]
    public void A_pipe_is_reported_and_not_waited_for(string name, string? further)
    {
        using var lab = new CheckLab();
        lab.Delete(name);
        using var maker = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("mkfifo") { ArgumentList = { Path.Combine(lab.Root, name) } })!;
        maker.WaitForExit();

        var codes = lab.Check().Select(finding => finding.Code).ToList();
        Assert.Contains("MOP1501", codes);
        Assert.True(further is null || codes.Contains(further));
    }

    [Fact]
    public void A_directory_without_MLmodel_still_has_its_other_files_read()
    {
        using var lab = new CheckLab();
        lab.Delete("MLmodel");
        lab.Write("conda.yaml", "a: [");
        Assert.Equal(["MOP1001", "MOP1014"], lab.Check().Select(finding => finding.Code));
    }

    [Fact]
    public void A_missing_requirements_file_is_found_where_it_is_named()
    {
        using var lab = new CheckLab();
        lab.Delete("requirements.txt");
        Assert.Equal(["MOP1013 python_env.yaml(7,3)"], lab.Places());
    }

    [Fact]
    public void Size_is_compared_with_the_limit()
    {
        using var lab = new CheckLab();
        lab.Write("weights.bin", new string('x', 1_100_000));
        Assert.Empty(lab.Check(new() { MaxSizeMb = 2 }));
        Assert.Equal("MOP1021", Assert.Single(lab.Check(new() { MaxSizeMb = 1 })).Code);
    }

    [Fact]
    public void Configuration_moves_the_limits()
    {
        using var lab = new CheckLab();
        lab.Replace("conda.yaml", "- conda-forge", "- defaults");
        Assert.Empty(lab.Check(new CheckSection { Channels = ["defaults"], MinMlflow = "3.11" }));
        Assert.Equal(["MOP1018", "MOP1020"], lab.Check(new CheckSection { MinMlflow = "3.12" }).Select(finding => finding.Code));
    }

    [Theory]
    [InlineData(false, Severity.Warning)]
    [InlineData(true, Severity.Error)]
    public void A_range_and_no_version_are_warnings_and_errors_when_check_is_strict(bool isStrict, Severity expected)
    {
        using var lab = new CheckLab();
        lab.Write("requirements.txt", lab.Read("requirements.txt").Replace("lz4==4.4.0", "lz4>=4", StringComparison.Ordinal).Replace("psutil==7.0.0", "psutil", StringComparison.Ordinal));
        lab.Write("conda.yaml", lab.Read("conda.yaml").Replace("lz4==4.4.0", "lz4>=4", StringComparison.Ordinal).Replace("psutil==7.0.0", "psutil", StringComparison.Ordinal));
        Assert.Equal(
            [("MOP1017", expected, 3), ("MOP1017", expected, 4)],
            lab.Check(new() { Strict = isStrict }).Select(finding => (finding.Code, finding.Severity, finding.Span!.Line)));
    }

    [Fact]
    public void Everything_wrong_is_reported_at_once()
    {
        using var lab = new CheckLab();
        lab.Replace("MLmodel", "model_path: model.pkl", "model_path: ../model.pkl");
        lab.Replace("MLmodel", "\"double\", \"name\": \"age\"", "\"dubble\", \"name\": \"age\"");
        lab.Replace("MLmodel", "[{\"type\": \"tensor\"", "[{\"typ\": \"tensor\"");
        lab.Replace("conda.yaml", "- conda-forge", "- defaults");
        lab.Write("python_env.yaml", "python: [");
        lab.Write("input_example.json", "{");
        lab.Replace("requirements.txt", "scikit-learn==1.4.2", "scikit-learn==1.5.0");
        Assert.Equal(
            ["MOP1006", "MOP1006", "MOP1014", "MOP1011", "MOP1008", "MOP1015", "MOP1016", "MOP1018"],
            lab.Check().Select(finding => finding.Code));
    }
}
