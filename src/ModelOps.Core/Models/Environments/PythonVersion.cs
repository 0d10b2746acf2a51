using System.Globalization;
using System.Text.RegularExpressions;

namespace ModelOps.Core.Models.Environments;

/// <summary>A version of a Python package, ordered by PEP 440. The local part after <c>+</c> does not count.</summary>
internal sealed partial record PythonVersion : IComparable<PythonVersion>
{
    private const int None = -1;

    private readonly int _epoch;
    private readonly (int Phase, int Number) _pre;
    private readonly int _post;
    private readonly int _dev;

    private PythonVersion(IReadOnlyList<int> release, Match form)
    {
        Release = release;
        _epoch = Number(form, "epoch", 0);
        _pre = Pre(form);
        _post = form.Groups["dash"].Success ? Number(form, "dash", 0) : form.Groups["post"].Success ? Number(form, "postNumber", 0) : None;
        _dev = form.Groups["dev"].Success ? Number(form, "devNumber", 0) : None;
        Other = form.Groups["other"].Value.ToLowerInvariant();
    }

    /// <summary>The numbers of the release, without zeros at the end.</summary>
    public IReadOnlyList<int> Release { get; }

    /// <summary>Whether it is a development version between two releases.</summary>
    public bool IsDevelopment => _dev != None || Other.Contains("dev", StringComparison.Ordinal);

    /// <summary>Whether it comes before its release: alpha, beta, candidate or development version.</summary>
    public bool IsPreRelease => _pre.Phase != None || IsDevelopment;

    /// <summary>Whether it corrects its release: <c>.post1</c>.</summary>
    public bool IsPostRelease => _post != None;

    // What PEP 440 does not know, as old versions have it. It is compared for equality only.
    private string Other { get; }

    /// <summary>Reads a version.</summary>
    public static PythonVersion? Parse(string text)
    {
        var match = Form().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var release = match.Groups["release"].Value.Split('.').Select(ToNumber).ToList();
        while (release is [_, .., 0])
        {
            release.RemoveAt(release.Count - 1);
        }

        return new(release, match);
    }

    /// <summary>Orders by epoch and release; suffixes do not count.</summary>
    public int CompareRelease(PythonVersion other) => Compare(_epoch.CompareTo(other._epoch),
        () => Enumerable.Range(0, Math.Max(Release.Count, other.Release.Count)).Select(index => Part(index).CompareTo(other.Part(index))).FirstOrDefault(order => order != 0));

    /// <inheritdoc />
    public int CompareTo(PythonVersion? other) => other is null ? 1 : Compare(
        CompareRelease(other),
        () => PreKey.CompareTo(other.PreKey),
        () => _post.CompareTo(other._post),
        () => DevKey.CompareTo(other.DevKey),
        () => string.CompareOrdinal(Other, other.Other));

    /// <summary>Whether the first numbers are the same.</summary>
    /// <param name="other">The other version.</param>
    /// <param name="count">How many numbers.</param>
    public bool Agrees(PythonVersion other, int count) => _epoch == other._epoch && Enumerable.Range(0, count).All(index => Part(index) == other.Part(index));

    // 1.0.dev1 comes before 1.0a1, and that before 1.0.
    private (int Phase, int Number) PreKey => _pre.Phase == None ? (_post == None && _dev != None ? 0 : int.MaxValue, 0) : _pre;

    private int DevKey => _dev == None ? int.MaxValue : _dev;

    private int Part(int index) => index < Release.Count ? Release[index] : 0;

    private static int Compare(int first, params Func<int>[] next) => first != 0 ? first : next.Select(order => order()).FirstOrDefault(order => order != 0);

    private static (int Phase, int Number) Pre(Match form) => form.Groups["pre"].Value.ToLowerInvariant() switch
    {
        "" => (None, 0),
        "a" or "alpha" => (1, Number(form, "preNumber", 0)),
        "b" or "beta" => (2, Number(form, "preNumber", 0)),
        _ => (3, Number(form, "preNumber", 0)),
    };

    private static int Number(Match form, string group, int absent) => form.Groups[group].Value is { Length: > 0 } digits ? ToNumber(digits) : absent;

    private static int ToNumber(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : int.MaxValue;

    [GeneratedRegex(
        @"\Av?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)(?:(?:[._-]?(?<pre>alpha|beta|preview|pre|rc|a|b|c)[._-]?(?<preNumber>\d*))?(?:-(?<dash>\d+)|[._-]?(?<post>post|rev|r)[._-]?(?<postNumber>\d*))?(?:[._-]?(?<dev>dev)[._-]?(?<devNumber>\d*))?|(?<other>[._-]?[A-Za-z][A-Za-z0-9._-]*))(?:\+[A-Za-z0-9._-]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
