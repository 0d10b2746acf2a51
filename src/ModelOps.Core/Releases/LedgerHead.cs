using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>
/// The newest entries of a ledger that decide something, as the registered model's tag keeps them: <c>run=seal</c>, the seal cut to 32 hexadecimal digits, with a space between
/// two. Several where runs at the same time continued the same entry.
/// </summary>
/// <param name="Items">Run and beginning of the seal's digest.</param>
internal sealed record LedgerHead(IReadOnlyList<(string Run, string Seal)> Items)
{
    /// <summary>Most items; whatever runs at the same time beyond that is only not noticed when it is deleted.</summary>
    private const int Most = 12;
    private const int Digits = 32;

    /// <summary>Nothing was written yet, or whoever deleted it left nothing.</summary>
    public static LedgerHead None { get; } = new([]);

    /// <summary>The head in a model's tags. What is no item is left out: it names no entry.</summary>
    public static LedgerHead Of(RegisteredModel? model) =>
        model?.Tags.GetValueOrDefault(LedgerTags.Head) is not { } text ? None : new(
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(Most)
                .Select(item => item.Split('=')).Where(parts => parts is [{ Length: > 0 }, { Length: Digits }]).Select(parts => (parts[0], parts[1])),
        ]);

    /// <summary>Whether it names an entry, with the seal that it has.</summary>
    public bool Names(LedgerEntry entry) => Items.Contains(ItemOf(entry));

    /// <summary>Whether it names the run of an entry with another seal.</summary>
    public bool Denies(LedgerEntry entry) => Items.Any(item => item.Run == entry.Run.Id) && !Names(entry);

    /// <summary>The head with an entry.</summary>
    /// <param name="entry">The new entry.</param>
    /// <param name="without">Runs that it continues, on whatever way, and those that are gone, which it has in writing.</param>
    public LedgerHead With(LedgerEntry entry, IReadOnlyCollection<string> without) =>
        new([ItemOf(entry), .. Items.Where(item => item.Run != entry.Run.Id && !without.Contains(item.Run)).Take(Most - 1)]);

    /// <inheritdoc />
    public override string ToString() => string.Join(' ', Items.Select(item => $"{item.Run}={item.Seal}"));

    private static (string Run, string Seal) ItemOf(LedgerEntry entry) => (entry.Run.Id, Short(entry.Seal));

    private static string Short(string seal)
    {
        var digest = seal[(seal.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return digest.Length > Digits ? digest[..Digits] : digest;
    }
}
