using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Rpc;

/// <summary>Writes of the tracking calls: what the schema refuses is told as MLflow tells it.</summary>
internal static class TrackingWrites
{
    /// <summary>Writes; a constraint that fails makes a bad request.</summary>
    public static Task<T> WriteAsync<T>(this RpcCall call, Func<StoreConnection, T> write, CancellationToken cancellationToken) =>
        call.Server.Store.WriteAsync(connection => Guard(() => write(connection), why => new(ErrorCode.BadRequest, why)), cancellationToken);

    /// <summary>Runs an action; a constraint that fails makes a fault.</summary>
    /// <param name="action">The action.</param>
    /// <param name="fault">Makes the fault of the database's words.</param>
    public static T Guard<T>(Func<T> action, Func<string, MlflowFault> fault)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (ConstraintFailure.WordsOf(error) is not null)
        {
            throw fault($"(sqlite3.IntegrityError) {ConstraintFailure.WordsOf(error)}");
        }
    }
}
