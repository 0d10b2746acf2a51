using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;

namespace ModelOps.PoorBackend.Tests.Adapter;

/// <summary>Aliases, made up as properties of the registered model: read, compare, write, read back.</summary>
internal sealed class PoorAliases(PoorRegistry registry)
{
    public async Task MoveAsync(AliasMove move, CancellationToken cancellationToken)
    {
        if (await ReadAsync(move, cancellationToken) is var found && found != move.Expected)
        {
            throw Moved(move, found);
        }

        // A property takes every number: nobody but this call knows that it is one of a version.
        await registry.RequireVersionAsync(move.Model, move.Version, cancellationToken);
        await registry.WriteAsync(move.Model, new() { [PropertyCodec.KeyOf(move.Alias)] = $"{move.Version}" }, cancellationToken);
        if (await ReadAsync(move, cancellationToken) is var there && there != move.Version)
        {
            throw Moved(move, there);
        }
    }

    /// <summary>Removes the aliases of a version.</summary>
    public async Task DeleteAsync(RegisteredModel model, int version, CancellationToken cancellationToken)
    {
        var removed = model.Aliases.Where(alias => alias.Value == version)
            .ToDictionary(alias => PropertyCodec.KeyOf(AliasName.Parse(alias.Key)), _ => (string?)null);
        if (removed.Count > 0)
        {
            await registry.WriteAsync(model.Name, removed, cancellationToken);
        }
    }

    private static ModelOpsException Moved(AliasMove move, int? found) => new(ExitCode.StateMoved, ReleaseDiagnostics.AliasMoved.At(
        $"The alias {move.Alias} of {move.Model} is on {Say(found)}. Expected it on {Say(move.Expected)}."));

    private static string Say(int? version) => version is null ? "no version" : $"version {version}";

    private async Task<int?> ReadAsync(AliasMove move, CancellationToken cancellationToken)
    {
        var model = await registry.FindModelAsync(move.Model, cancellationToken) ?? throw new ModelOpsException(
            ExitCode.RemoteFailure, RegistryDiagnostics.ModelMissing.At($"There is no registered model '{move.Model}'."));
        return model.Aliases.TryGetValue(move.Alias.Value, out var version) ? version : null;
    }
}
