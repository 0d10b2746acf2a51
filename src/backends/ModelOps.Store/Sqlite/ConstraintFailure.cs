using Microsoft.Data.Sqlite;

namespace ModelOps.Store.Sqlite;

/// <summary>Tells a write that a constraint of the schema refused from other failures.</summary>
internal static class ConstraintFailure
{
    // SQLITE_CONSTRAINT.
    private const int Constraint = 19;

    /// <summary>What the database says of the constraint; null for another failure.</summary>
    public static string? WordsOf(Exception failure)
    {
        if (failure is not SqliteException { SqliteErrorCode: Constraint } refused)
        {
            return null;
        }

        var quoted = refused.Message.Split('\'', 3);
        return quoted.Length == 3 ? quoted[1] : refused.Message;
    }
}
