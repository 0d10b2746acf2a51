namespace ModelOps.Core.Tests.Checks;

public sealed class EnvironmentTests
{
    [Fact]
    public void What_a_list_includes_counts_as_written_there()
    {
        using var lab = new CheckLab();
        var pip = lab.Read("conda.yaml");
        lab.Write("conda.yaml", pip[..pip.IndexOf("  - mlflow", StringComparison.Ordinal)] + "  - -r requirements.txt\nname: mlflow-env\n");
        Assert.Empty(lab.Check());

        lab.Write("more.txt", "lz4==4.4.0\n-r requirements.txt\n");
        lab.Replace("conda.yaml", "- -r requirements.txt", "- -r more.txt");
        Assert.Empty(lab.Check());

        lab.Write("more.txt", "lz4\n-r requirements.txt\nnumpy\n");
        Assert.Equal(["MOP1015", "MOP1017", "MOP1017"], lab.Check().Select(finding => finding.Code));
    }

    [Fact]
    public void Constraints_give_the_versions()
    {
        using var lab = new CheckLab();
        lab.Replace("requirements.txt", "lz4==4.4.0", "lz4\n-c limits.txt");
        Assert.Equal(["MOP1010", "MOP1015", "MOP1017"], lab.Check().Select(finding => finding.Code));
        lab.Write("limits.txt", "lz4==4.4.0\nnever-installed==1\n");
        Assert.Empty(lab.Check());
    }

    [Fact]
    public void A_list_that_includes_itself_ends()
    {
        using var lab = new CheckLab();
        lab.Replace("requirements.txt", "lz4==4.4.0", "lz4==4.4.0\n-r requirements.txt");
        Assert.Empty(lab.Check());
    }

    [Theory]
    [InlineData("lz4==4.4.0", "lz4==4.4", 0)]
    [InlineData("lz4==4.4.0", "lz4==4.4.0+local", 0)]
    [InlineData("lz4==4.4.0", "lz4==4.4.0rc1", 1)]
    [InlineData("lz4==4.4.0rc1", "lz4==4.4.0-rc.1", 0)]
    [InlineData("a @ https://x.example/a.whl#sha256=0123456789012345678901234567890123456789012345678901234567890123", "lz4==4.4.0", 2)]
    public void Versions_are_compared_by_PEP_440_and_URLs_are_not_overlooked(string here, string there, int expected)
    {
        using var lab = new CheckLab();
        lab.Replace("requirements.txt", "lz4==4.4.0", here);
        lab.Replace("conda.yaml", "lz4==4.4.0", there);
        Assert.Equal(expected, lab.Check().Count(finding => finding.Code == "MOP1015"));
    }

    [Theory]
    [InlineData("scikit-learn=1.4.2", 0)]
    [InlineData("scikit-learn=1.4", 0)]
    [InlineData("scikit-learn==1.4.3", 2)]
    [InlineData("scikit-learn>=1.5", 2)]
    public void A_package_of_conda_is_held_against_requirements_and_MLmodel(string package, int expected)
    {
        using var lab = new CheckLab();
        lab.Replace("conda.yaml", "  - scikit-learn==1.4.2\n", "");
        lab.Replace("conda.yaml", "- python=3.13.5\n", $"- python=3.13.5\n- {package}\n");
        Assert.Equal(expected, lab.Check().Count(finding => finding.Code is "MOP1015" or "MOP1016"));
    }

    [Fact]
    public void Keras_of_the_tensorflow_flavor_is_held_against_both_files()
    {
        using var lab = new CheckLab();
        lab.Replace("MLmodel", "  sklearn:\n", "  tensorflow:\n    keras_version: 3.3.3\n  sklearn:\n");
        lab.Replace("requirements.txt", "lz4==4.4.0", "lz4==4.4.0\nkeras==2.15.0");
        lab.Replace("conda.yaml", "  - lz4==4.4.0", "  - lz4==4.4.0\n  - keras==2.15.0");
        Assert.Equal(["MOP1016 requirements.txt(4,1)", "MOP1016 conda.yaml(10,5)"], lab.Places());
    }

    [Theory]
    [InlineData("2.3.2", "mlflow==2.3", 0)]
    [InlineData("2.4.0", "mlflow==2.3", 2)]
    [InlineData("2.3.2", "mlflow==2.3.1", 2)]
    public void MLflow_is_pinned_as_exactly_as_it_wrote_itself(string written, string pin, int expected)
    {
        using var lab = new CheckLab();
        lab.Replace("MLmodel", "mlflow_version: 3.11.2.dev0", $"mlflow_version: {written}");
        lab.Replace("requirements.txt", "mlflow==3.11.1", pin);
        lab.Replace("conda.yaml", "mlflow==3.11.1", pin);
        Assert.Equal(expected, lab.Check().Count(finding => finding.Code == "MOP1016"));
    }

    [Theory]
    [InlineData("- conda-forge/label/main", 0)]
    [InlineData("- https://conda.anaconda.org/conda-forge/label/main", 0)]
    [InlineData("- conda-forge\n- nvidia/label/cuda-12.1.0", 0)]
    [InlineData("- conda-forge\n- pytorch", 1)]
    [InlineData("- conda-forge\n- main/label/x", 1)]
    public void A_label_is_a_part_of_its_channel(string channels, int expected)
    {
        using var lab = new CheckLab();
        lab.Replace("conda.yaml", "- conda-forge", channels);
        Assert.Equal(expected, lab.Check(new() { Channels = ["conda-forge", "nvidia"] }).Count);
    }
}
