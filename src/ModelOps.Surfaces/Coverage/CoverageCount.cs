using System.Globalization;

namespace ModelOps.Surfaces.Coverage;

/// <summary>How much of something was run.</summary>
internal sealed record CoverageCount(int Covered, int All)
{
    /// <summary>As it is shown; never rounded up to all.</summary>
    public string Percent => All == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(1000.0 * Covered / All) / 10:0.0} %");

    /// <summary>The same of two together.</summary>
    public CoverageCount Add(CoverageCount other) => new(Covered + other.Covered, All + other.All);
}
