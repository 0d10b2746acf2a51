namespace ModelOps.Core.Models;

/// <summary>Names files and directories after registered models.</summary>
internal static class ModelFileName
{
    // What Windows refuses in a name; MLflow has refused the rest.
    private static readonly char[] Refused = ['\\', '"', '<', '>', '|', '*', '?'];

    /// <summary>A name for a file of the model.</summary>
    public static string Of(string model) => string.Join('_', model.Split(Refused));
}
