using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Traces;

/// <summary>States of traces: one number and one word in the tables, another word for none in the older form.</summary>
internal static class TraceStates
{
    public const string Unspecified = "STATE_UNSPECIFIED";

    public const string Ok = "OK";

    public const string Error = "ERROR";

    public const string InProgress = "IN_PROGRESS";

    private const string OldUnspecified = "TRACE_STATUS_UNSPECIFIED";

    /// <summary>Words of the newer form.</summary>
    public static IReadOnlyDictionary<string, int> Numbers { get; } =
        new Dictionary<string, int>(StringComparer.Ordinal) { [Unspecified] = 0, [Ok] = 1, [Error] = 2, [InProgress] = 3 };

    /// <summary>Words of the older form.</summary>
    public static IReadOnlyDictionary<string, int> OldNumbers { get; } =
        new Dictionary<string, int>(StringComparer.Ordinal) { [OldUnspecified] = 0, [Ok] = 1, [Error] = 2, [InProgress] = 3 };

    /// <summary>The word of a number.</summary>
    public static string Word(int number) => Numbers.First(pair => pair.Value == number).Key;

    /// <summary>The older form's word.</summary>
    public static string ToOld(string word) => word == Unspecified ? OldUnspecified : word;

    /// <summary>The newer form's word.</summary>
    public static string ToNew(string word) => word == OldUnspecified ? Unspecified : word;

    /// <summary>What the end of a trace may say.</summary>
    /// <exception cref="MlflowFault">Nothing, which the release does not expect.</exception>
    public static string RequireEnd(int number, Behavior behavior) => number != 0 ? Word(number)
        : behavior == Behavior.Mlflow2 ? OldUnspecified
        : throw MlflowFault.Internal($"<TraceStatus.UNSPECIFIED: '{OldUnspecified}'> is not a valid TraceState");
}
