using ModelOps.Core.Checks;

namespace ModelOps.Core.Tests.Checks;

public sealed class FindingKindsTests
{
    public static TheoryData<string> Codes => [.. FindingKinds.All.Select(kind => kind.Code)];

    [Fact]
    public void Every_kind_of_finding_is_in_the_table() =>
        Assert.Equal(CheckRules.Codes, FindingKinds.All.Select(kind => kind.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_model_that_has_it_is_reported_and_its_neighbour_is_not(string code)
    {
        var kind = FindingKinds.All.Single(kind => kind.Code == code);
        using (var lab = new CheckLab())
        {
            kind.Spoil(lab);
            Assert.Contains(code, (await lab.RunAsync()).Diagnostics.Select(finding => finding.Code));
        }

        using (var lab = new CheckLab())
        {
            kind.Neighbour(lab);
            var section = kind.NeighbourSection is { } text ? $"version: 1\ncheck: {{{text}}}\n" : null;
            Assert.DoesNotContain(code, (await lab.RunAsync(section)).Diagnostics.Select(finding => finding.Code));
        }
    }
}
