using System.Globalization;

namespace ModelOps.Faults.Tests;

/// <summary>How many of all faults are tried: all where <c>MODELOPS_FAULTS</c> says <c>all</c>, else a sample.</summary>
/// <param name="IsWhole">Whether all are.</param>
/// <param name="Seed">What is drawn, is drawn from this.</param>
internal sealed record FaultScale(bool IsWhole, int Seed)
{
    private const int SampleCells = 5;

    /// <summary>What the environment says. A seed that nobody gives is that of the day's suite: the same every time.</summary>
    public static FaultScale Current { get; } = new(
        Environment.GetEnvironmentVariable("MODELOPS_FAULTS") == "all",
        int.TryParse(Environment.GetEnvironmentVariable("MODELOPS_FAULTS_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 20_261_201);

    /// <summary>Cells that run at once.</summary>
    public int Lanes => IsWhole ? Environment.ProcessorCount : 1;

    /// <summary>Draws for a purpose: the same numbers for the same name.</summary>
    public Random Draw(string name) => new(name.Aggregate(Seed, (sum, letter) => unchecked((sum * 31) + letter)));

    /// <summary>Chooses cells.</summary>
    public IReadOnlyList<T> Choose<T>(IReadOnlyList<T> all, string name)
    {
        var draw = Draw(name);
        return IsWhole ? all : [.. all.OrderBy(_ => draw.Next()).Take(SampleCells)];
    }
}
