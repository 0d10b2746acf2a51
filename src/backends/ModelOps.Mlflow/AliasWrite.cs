using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Http;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>
/// Moves an alias on a server that has no compare-and-set: read, compare, write, read back. The last writer wins on the server, so a write whose
/// answer is lost is not simply repeated: it would undo a move that someone else made meanwhile.
/// </summary>
internal sealed class AliasWrite(MlflowClient client, MlflowRegistry registry)
{
    private const int ReadBacks = 3;

    public async Task RunAsync(AliasMove move, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(move, cancellationToken);
        if (found != move.Expected)
        {
            throw Moved(move, found);
        }

        if (found != move.Version)
        {
            await CreateOnce.RunAsync(token => WriteAsync(move, token), token => LookAsync(move, token), client.PauseAsync, cancellationToken);
            await ReadBackAsync(move, cancellationToken);
        }
    }

    private static ModelOpsException Moved(AliasMove move, int? found) => new(ExitCode.StateMoved, ReleaseDiagnostics.AliasMoved.At(
        $"The alias {move.Alias.Value} of {move.Model} is {Say(found)}. Expected it to be {Say(move.Expected)}, to move it to version {move.Version}."));

    private static string Say(int? version) => version is null ? "on no version" : $"on version {version}";

    private async Task<int?> ReadAsync(AliasMove move, CancellationToken cancellationToken)
    {
        var model = await registry.FindModelAsync(move.Model, cancellationToken) ?? throw new ModelOpsException(
            ExitCode.RemoteFailure, RegistryDiagnostics.ModelMissing.At($"There is no registered model {move.Model}."));
        return model.Aliases.TryGetValue(move.Alias.Value, out var version) ? version : null;
    }

    private Task<WireNothing> WriteAsync(AliasMove move, CancellationToken cancellationToken) =>
        MlflowRegistry.NamingVersion(move.Model, move.Version, client.SendAsync(
        HttpMethod.Post,
        "/mlflow/registered-models/alias",
        new SetAliasRequest(move.Model.Value, move.Alias.Value, $"{move.Version}"),
        WireJson.Mlflow.SetAliasRequest,
        WireJson.Mlflow.WireNothing,
        Repeat.WhenNotDone,
        cancellationToken));

    private async Task<WireNothing?> LookAsync(AliasMove move, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(move, cancellationToken);
        return found == move.Version ? new() : found == move.Expected ? null : throw Moved(move, found);
    }

    // A read may lag behind the write: the old place is no proof of failure until it stays.
    private async Task ReadBackAsync(AliasMove move, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var found = await ReadAsync(move, cancellationToken);
            if (found == move.Version)
            {
                return;
            }

            if (found != move.Expected || attempt == ReadBacks)
            {
                throw Moved(move, found);
            }

            await client.PauseAsync(attempt, cancellationToken);
        }
    }
}
