using ModelOps.Abstractions.Registry;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Verbs.Rollback;

/// <summary>Tells which moves in a ledger are those of an alias.</summary>
internal static class MovesOf
{
    /// <summary>
    /// Moves under this spelling. 0.1.0 wrote every alias in lower case, and an alias may have been spelled anew by hand: those under another
    /// spelling count where none has this one, and where the registry has no alias of its own of that spelling.
    /// </summary>
    public static IEnumerable<LedgerEntry> Alias(AliasName alias, IReadOnlyList<LedgerEntry> entries, RegisteredModel? model, bool ignoresCase)
    {
        var moves = entries.Where(entry => entry.MovesAlias && alias.IsSpelledAs(entry.Alias)).ToList();
        if (ignoresCase)
        {
            return moves;
        }

        var own = moves.Where(entry => entry.Alias == alias.Value).ToList();
        return own.Count > 0 ? own : moves.Where(entry => model?.Aliases.ContainsKey(entry.Alias) != true);
    }
}
