using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Running;

namespace ModelOps.Core.Releases;

/// <summary>Moves an alias: written down first, then done.</summary>
internal sealed class AliasMover(IModelRegistry registry, VerbContext context)
{
    /// <summary>The move that brings an alias to a version; null when it is there already.</summary>
    public async Task<AliasMove?> PlanAsync(ModelVersion version, AliasName alias, CancellationToken cancellationToken)
    {
        var model = await registry.FindModelAsync(version.Model, cancellationToken);
        int? current = model is not null && model.Aliases.TryGetValue(alias.Value, out var number) ? number : null;
        return current == version.Version ? null : new(version.Model, alias, version.Version, current);
    }

    /// <summary>Makes a planned move.</summary>
    /// <exception cref="Diagnostics.ModelOpsException">The alias is no longer where the plan found it (MOP3002, exit 7).</exception>
    public async Task MoveAsync(AliasMove move, Ledger ledger, LedgerEntry entry, CancellationToken cancellationToken)
    {
        await ledger.AnnounceMoveAsync(entry, move, cancellationToken);
        context.OnStep("move announced");
        await registry.MoveAliasAsync(move, cancellationToken);
        context.OnStep("alias moved");
    }
}
