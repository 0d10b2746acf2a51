using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Sources;

namespace ModelOps.Core.Tests.Sources;

public sealed class ModelReferenceTests
{
    [Theory]
    [InlineData("runs:/0123abcd/model", "0123abcd", "model", "model")]
    [InlineData("runs:/0123abcd/best/model/", "0123abcd", "best/model", "model")]
    [InlineData("runs:/0123abcd", "0123abcd", "", "0123abcd")]
    public void A_path_of_a_run_is_read(string text, string run, string path, string shortName)
    {
        var reference = ModelReference.Parse(text);

        Assert.Equal((run, path, shortName), (reference.RunId, reference.Path, reference.ShortName));
    }

    [Theory]
    [InlineData("models:/churn/3", "churn", 3, null)]
    [InlineData("models:/staging.fraud.scorer@champion", "staging.fraud.scorer", null, "champion")]
    [InlineData("models:/a@b@champion", "a@b", null, "champion")]
    public void A_version_and_an_alias_are_read(string text, string model, int? version, string? alias)
    {
        var reference = ModelReference.Parse(text);

        Assert.Equal((model, version, alias), (reference.Model?.Value, reference.Version, reference.Alias?.Value));
    }

    [Fact]
    public void A_logged_model_is_read() => Assert.Equal("m-0123", ModelReference.Parse("models:/m-0123").LoggedModelId);

    [Theory]
    [InlineData("runs:0123/model", "one slash")]
    [InlineData("runs://profile@databricks/0123/model", "--environment")]
    [InlineData("runs:/", "ID of a run")]
    [InlineData("runs:/../../etc/model", "ID of a run")]
    [InlineData("runs:/0123/../../secret", "'..'")]
    [InlineData("runs:/0123/%2e%2e/secret", "percent-decoded")]
    [InlineData("models:/churn/latest", "latest")]
    [InlineData("models:/churn/Production", "stages")]
    [InlineData("models:/churn/0", "number of a version")]
    [InlineData("models:/churn/1/MLmodel", "models:/NAME/VERSION")]
    [InlineData("models:/churn@v1", "alias")]
    [InlineData("models:/@champion", "blank")]
    [InlineData("models:/m-0123\u202E", "models:/NAME/VERSION")]
    public void What_is_no_reference_is_refused_with_the_form_that_is_expected(string text, string expected)
    {
        var failure = Assert.Throws<ModelOpsException>(() => ModelReference.Parse(text));

        Assert.Equal((ExitCode.BadInput, "MOP2303"), (failure.ExitCode, failure.Diagnostics[0].Code));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', failure.Message);
    }
}
