using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Tests.Registry;

/// <summary>Which of several versions with one key is the live one.</summary>
public sealed class UniqueTagTests
{
    private static readonly UniqueTag Key = new(new("modelops.key", "k"), "modelops.superseded_by");

    [Fact]
    public void Of_any_versions_in_any_order_the_earliest_ready_one_that_is_not_withdrawn_is_chosen() => ForAll(states =>
    {
        var versions = Versions(states);
        var chosen = Key.Choose(versions);
        var open = versions.Where(version => IsOpen(version) && version.Status != VersionStatus.Failed).ToList();
        var ready = open.Where(version => version.Status == VersionStatus.Ready).ToList();

        Assert.Equal((ready.Count > 0 ? ready : open).MinBy(version => version.Version)?.Version, chosen?.Version);
        Assert.Equal(chosen?.Version, Key.Choose(versions.AsEnumerable().Reverse())?.Version);
    });

    [Fact]
    public void Withdrawing_the_surplus_leaves_the_choice_and_at_most_pending_or_failed_versions_before_it() => ForAll(states =>
    {
        var versions = Versions(states);
        if (Key.Choose(versions) is not { Status: VersionStatus.Ready } chosen)
        {
            return;
        }

        var surplus = Key.Surplus(chosen, versions).Select(version => version.Version).ToHashSet();
        List<ModelVersion> settled = [.. versions.Select(version => surplus.Contains(version.Version) ? Withdrawn(version) : version)];

        Assert.Equal(chosen.Version, Key.Choose(settled)?.Version);
        Assert.Empty(Key.Surplus(chosen, settled));
        Assert.All(surplus, number => Assert.True(number > chosen.Version));
        Assert.Single(settled, version => IsOpen(version) && version.Status == VersionStatus.Ready);
    });

    [Fact]
    public void A_version_that_is_added_later_never_takes_the_place_of_a_ready_one() => ForAll(states =>
    {
        var versions = Versions(states);
        var chosen = Key.Choose(versions);
        if (chosen?.Status == VersionStatus.Ready)
        {
            Assert.Equal(chosen.Version, Key.Choose([.. versions, Version(versions.Count + 1, 0)])?.Version);
        }
    });

    [Fact]
    public void Nothing_is_withdrawn_for_a_version_that_may_still_fail() =>
        Assert.Empty(Key.Surplus(Version(1, 1), [Version(1, 1), Version(2, 1)]));

    private static void ForAll(Action<int[]> check) =>
        Prop.ForAll(Gen.Choose(0, 7).ArrayOf().ToArbitrary(), check).QuickCheckThrowOnFailure();

    private static List<ModelVersion> Versions(int[] states) => [.. states.Select((state, index) => Version(index + 1, state))];

    // 0 to 2: state of a version of the key; 3 to 5: the same, withdrawn; 6 and 7: of another key, or of none.
    private static ModelVersion Version(int number, int state)
    {
        var version = new ModelVersion
        {
            Model = ModelName.Parse("churn"),
            Version = number,
            CreatedAt = DateTimeOffset.UnixEpoch,
            Status = (state % 3) switch { 0 => VersionStatus.Ready, 1 => VersionStatus.Pending, _ => VersionStatus.Failed },
            Tags = state == 7 ? new Dictionary<string, string>() : new() { ["modelops.key"] = state == 6 ? "other" : "k" },
        };
        return state is >= 3 and <= 5 ? Withdrawn(version) : version;
    }

    private static ModelVersion Withdrawn(ModelVersion version) =>
        version with { Tags = new Dictionary<string, string>(version.Tags) { ["modelops.superseded_by"] = "1" } };

    private static bool IsOpen(ModelVersion version) =>
        version.Tags.GetValueOrDefault("modelops.key") == "k" && !version.Tags.ContainsKey("modelops.superseded_by");
}
