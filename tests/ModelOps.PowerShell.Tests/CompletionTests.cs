using ModelOps.Testing;

namespace ModelOps.PowerShell.Tests;

/// <summary><c>modelops completion pwsh</c> as its own first line says to load it.</summary>
[Collection(nameof(Shell))]
public sealed class CompletionTests : IDisposable
{
    private readonly Shell _shell = new();

    public CompletionTests()
    {
        File.CreateSymbolicLink(Path.Combine(_shell.Programs, OperatingSystem.IsWindows() ? "modelops.exe" : "modelops"), ModelOpsProgram.File);
        Assert.Empty(_shell.Run("modelops completion pwsh | Out-String | Invoke-Expression"));
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Verbs_are_completed() => Assert.Equal(["register"], _shell.Complete("modelops reg"));

    [Fact]
    public void Options_are_completed()
    {
        var offered = _shell.Complete("modelops register --allow");
        Assert.Contains("--allow-older", offered);
        Assert.All(offered, option => Assert.StartsWith("--allow", option, StringComparison.Ordinal));
    }

    [Fact]
    public void After_a_space_all_verbs_are_offered()
    {
        var offered = _shell.Complete("modelops ");
        Assert.Contains("check", offered);
        Assert.Contains("validate", offered);
    }

    [Fact]
    public void After_a_verb_and_a_space_its_options_are_offered_and_no_verb()
    {
        var offered = _shell.Complete("modelops register ");
        Assert.Contains("--alias", offered);
        Assert.DoesNotContain("register", offered);
    }

    [Fact]
    public void A_command_that_is_not_the_first_of_its_line_is_completed_as_well()
    {
        Assert.Equal(["register"], _shell.Complete("Get-Date | Out-Null; modelops reg"));
        Assert.Equal(["pwsh"], _shell.Complete("if ($true) { modelops completion pw"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Get-Date | Out-Null; ")]
    public void A_value_in_the_middle_is_completed_where_the_cursor_is(string before) =>
        Assert.Equal(["json"], _shell.Complete($"{before}modelops status --format j", " --wide"));
}
