using System.Globalization;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>
/// The versions of the same key that stayed pending and that a version was made for. Written in its create request, so that a run which finds it knows
/// them too, however the run that gave them up ended.
/// </summary>
internal static class ReplacedVersions
{
    /// <summary>The tag of a new version; none when it replaces none.</summary>
    /// <param name="numbers">Numbers of the versions.</param>
    public static IEnumerable<Tag> TagOf(IReadOnlyList<int> numbers) => numbers.Count == 0 ? [] : [new(VersionTags.Replaces, string.Join(',', numbers))];

    /// <summary>Numbers of the versions that a version replaces, all of them before it.</summary>
    public static IEnumerable<int> Of(ModelVersion version) => (version.Tags.GetValueOrDefault(VersionTags.Replaces) ?? "").Split(',')
        .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Where(number => number > 0 && number < version.Version);
}
