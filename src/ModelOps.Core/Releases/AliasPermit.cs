using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Core.Releases;

/// <summary>What was asked about a change of an alias, and agreed.</summary>
internal sealed class AliasPermit(AliasRequest request)
{
    // These are no questions of the verb's: the change sees to them itself.
    private const AliasCheck OfTheChange = AliasCheck.Ledger | AliasCheck.NotChampions;

    private AliasCheck _agreed;
    private int? _orderedAfter;
    private int? _verified;

    /// <summary>Keeps the answer to a question; a refusal takes an earlier agreement back.</summary>
    /// <returns>The refusals.</returns>
    public IReadOnlyList<Diagnostic> Record(AliasCheck check, params IEnumerable<Diagnostic?> refusals)
    {
        Diagnostic[] found = [.. refusals.OfType<Diagnostic>()];
        _agreed = found.Length == 0 ? _agreed | check : _agreed & ~check;
        return found;
    }

    /// <summary>Keeps the answer on the order of commits, which is about the version that has the alias at that moment.</summary>
    public Diagnostic? RecordOrder(int? current, Diagnostic? refusal)
    {
        Record(AliasCheck.Order, refusal);
        _orderedAfter = current;
        return refusal;
    }

    /// <summary>Keeps that the registry serves the registered bytes of a version.</summary>
    public void RecordDigest(int version)
    {
        Record(AliasCheck.Digest);
        _verified = version;
    }

    /// <exception cref="InvalidOperationException">The verb did not ask everything of its row about this very move: a fault of the toolkit.</exception>
    public void RequireMove(AliasMove move)
    {
        Require(request.Verb);
        var isAnother = move.Model != request.Model || move.Alias != request.Alias
            || (request.Asks(AliasCheck.Digest) && _verified != move.Version)
            || (request.Asks(AliasCheck.Order) && _orderedAfter != move.Expected);
        if (isAnother)
        {
            throw new InvalidOperationException($"{request.Verb} asked about another move than {move}.");
        }
    }

    /// <exception cref="InvalidOperationException">The verb did not ask everything of a row: a fault of the toolkit.</exception>
    public void Require(AliasVerb row)
    {
        if ((AliasTable.Of(row) & ~OfTheChange & ~_agreed) is var missing and not AliasCheck.None)
        {
            throw new InvalidOperationException($"{request.Verb} changes the alias '{request.Alias}' without agreement on: {missing}.");
        }
    }
}
