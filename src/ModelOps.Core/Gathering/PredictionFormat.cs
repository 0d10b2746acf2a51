namespace ModelOps.Core.Gathering;

/// <summary>Formats of files of predictions, by the ending of their names.</summary>
internal static class PredictionFormat
{
    private static readonly string[] Endings = [".csv", ".jsonl", ".ndjson"];

    /// <summary>Name of a file of a format.</summary>
    /// <param name="format">csv or jsonl.</param>
    public static string FileName(string format) => "predictions." + (format == "jsonl" ? "jsonl" : "csv");

    /// <summary>Name of a local copy of a file; its ending is that of the file where it is a known one.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="format">Format where the ending does not tell.</param>
    public static string CopyName(string path, string format) =>
        Array.Find(Endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } known ? "predictions" + known : FileName(format);
}
