using System.Globalization;
using System.Text.RegularExpressions;

namespace ModelOps.Core.Models.Environments;

/// <summary>
/// A version of a Python package (PEP 440), as far as it can be compared: release numbers, and whether it is a pre-release.
/// </summary>
internal sealed partial record PythonVersion
{
    private PythonVersion(IReadOnlyList<int> release, string suffix) => (Release, Suffix) = (release, suffix);

    /// <summary>The numbers of the release, without zeros at the end.</summary>
    public IReadOnlyList<int> Release { get; }

    /// <summary>What follows the numbers: <c>rc1</c>, <c>.dev0</c>, <c>.post1</c>; without the local part after <c>+</c>.</summary>
    public string Suffix { get; }

    /// <summary>Whether it is a development version between two releases.</summary>
    public bool IsDevelopment => Suffix.Contains("dev", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a version.</summary>
    public static PythonVersion? Parse(string text)
    {
        var match = Form().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var release = match.Groups["release"].Value.Split('.')
            .Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : int.MaxValue)
            .ToList();
        while (release is [_, .., 0])
        {
            release.RemoveAt(release.Count - 1);
        }

        return new(release, match.Groups["suffix"].Value.ToLowerInvariant());
    }

    /// <summary>Orders by release; suffixes do not count.</summary>
    public int CompareRelease(PythonVersion other)
    {
        for (var index = 0; index < Math.Max(Release.Count, other.Release.Count); index++)
        {
            var order = Part(index).CompareTo(other.Part(index));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    /// <summary>Whether the first numbers are the same.</summary>
    /// <param name="other">The other version.</param>
    /// <param name="count">How many numbers.</param>
    public bool Agrees(PythonVersion other, int count) => Enumerable.Range(0, count).All(index => Part(index) == other.Part(index));

    private int Part(int index) => index < Release.Count ? Release[index] : 0;

    [GeneratedRegex(@"\Av?(?:\d+!)?(?<release>\d+(?:\.\d+)*)(?<suffix>[._-]?[A-Za-z][A-Za-z0-9._-]*)?(?:\+[A-Za-z0-9._-]+)?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
