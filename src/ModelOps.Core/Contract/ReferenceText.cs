namespace ModelOps.Core.Contract;

/// <summary>Tells the text of a model reference from a path.</summary>
internal static class ReferenceText
{
    /// <summary>Reference to a path of a run.</summary>
    public const string Runs = "runs:";

    /// <summary>Reference to a version, an alias or a logged model.</summary>
    public const string Models = "models:";

    /// <summary>Whether a text is meant as a reference; whether it is a good one is said by whoever reads it.</summary>
    public static bool IsReference(string text) =>
        text.StartsWith(Runs, StringComparison.Ordinal) || text.StartsWith(Models, StringComparison.Ordinal);
}
