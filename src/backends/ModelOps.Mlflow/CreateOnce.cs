using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Mlflow;

/// <summary>
/// Repeats what must not be done twice. MLflow's creating calls take no idempotency key, so after an answer that leaves open whether the server
/// acted, it is asked what is there, and only when that is nothing the call is made once more.
/// </summary>
internal static class CreateOnce
{
    // A search may lag behind a write.
    private const int Looks = 3;

    /// <summary>Creates.</summary>
    /// <param name="create">The call; itself repeated only where the server certainly did nothing.</param>
    /// <param name="look">Finds what the call creates; null when it is not there.</param>
    /// <param name="pause">Waits before another look; given the number of waits so far.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> create,
        Func<CancellationToken, Task<T?>> look,
        Func<int, CancellationToken, Task> pause,
        CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await create(cancellationToken);
        }
        catch (ModelOpsException exception) when (MlflowErrors.MayHaveHappened(exception))
        {
            if (await LookAsync(look, pause, cancellationToken) is { } found)
            {
                return found;
            }
        }

        try
        {
            return await create(cancellationToken);
        }
        catch (ModelOpsException exception) when (MlflowErrors.MayHaveHappened(exception))
        {
            if (await LookAsync(look, pause, cancellationToken) is { } found)
            {
                return found;
            }

            throw;
        }
    }

    private static async Task<T?> LookAsync<T>(
        Func<CancellationToken, Task<T?>> look, Func<int, CancellationToken, Task> pause, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 0; attempt < Looks; attempt++)
        {
            await pause(attempt, cancellationToken);
            if (await look(cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
