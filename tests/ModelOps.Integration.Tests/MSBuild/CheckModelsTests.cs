using System.Text.RegularExpressions;

namespace ModelOps.Integration.Tests.MSBuild;

public sealed class CheckModelsTests
{
    [Fact]
    public async Task A_finding_is_an_error_with_file_line_and_code()
    {
        using var consumer = await ConsumerProject.CreateAsync("""
            <ItemGroup><Model Include="models/none;models/diabetes" /></ItemGroup>
            """);
        await File.AppendAllTextAsync(consumer.File("models/diabetes/MLmodel"), "flavors: twice\n");

        var built = await consumer.BuildAsync("CheckModels");

        Assert.NotEqual(0, built.ExitCode);
        Assert.Matches(new Regex(@"models/diabetes/MLmodel\(\d+,\d+\): error MOP10\d\d: "), built.Output);
        Assert.Contains("models/none : error MOP0004", built.Output, StringComparison.Ordinal);
    }
}
