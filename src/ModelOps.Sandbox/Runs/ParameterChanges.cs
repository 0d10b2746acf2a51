using ModelOps.Sandbox.Protocol;
using ModelOps.Store.Rows;
using ModelOps.Store.Sqlite;

namespace ModelOps.Sandbox.Runs;

/// <summary>Writes the parameters of runs, which never change once they are logged.</summary>
internal static class ParameterChanges
{
    private const int MaxValue = 6000;

    /// <summary>Reads a parameter, its value cut to the length that is kept.</summary>
    /// <param name="sent">The message.</param>
    /// <param name="path">Where it was sent, such as <c>params[0].</c>; empty for one that was sent by itself.</param>
    /// <exception cref="MlflowFault">The key is refused.</exception>
    public static WireTag Parse(Message sent, string path)
    {
        var key = sent.Text("key");
        EntityNames.Check(key, path + "key");
        TextLimit.Check("Param key", TextLimit.Key, key);
        return new(key, TextLimit.Cut(MaxValue, sent.Text("value")));
    }

    /// <summary>Writes one parameter.</summary>
    /// <exception cref="MlflowFault">It was logged with another value.</exception>
    public static void Write(StoreConnection connection, string runId, WireTag parameter)
    {
        if (RunWrites.AddParameter(connection, runId, parameter.Key, parameter.Value) is { } old)
        {
            throw MlflowFault.Invalid(
                $"Changing param values is not allowed. Param with key='{parameter.Key}' was already logged with value='{old}' "
                + $"for run ID='{runId}'. Attempted logging new value '{parameter.Value}'.");
        }
    }

    /// <summary>Writes many parameters.</summary>
    /// <exception cref="MlflowFault">Some were logged with other values; none is written then.</exception>
    public static void Write(StoreConnection connection, string runId, IReadOnlyList<WireTag> parameters)
    {
        var changed = new List<string>();
        foreach (var parameter in parameters)
        {
            if (RunWrites.AddParameter(connection, runId, parameter.Key, parameter.Value) is { } old)
            {
                changed.Add(
                    $"{{'key': {PythonText.Quote(parameter.Key)}, 'old_value': {PythonText.Quote(old)}, "
                    + $"'new_value': {PythonText.Quote(parameter.Value)}}}");
            }
        }

        if (changed.Count > 0)
        {
            throw MlflowFault.Invalid(
                $"Changing param values is not allowed. Params were already logged='[{string.Join(", ", changed)}]' for run ID='{runId}'.");
        }
    }
}
