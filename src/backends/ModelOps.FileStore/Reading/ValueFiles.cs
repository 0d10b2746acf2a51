using System.Globalization;
using ModelOps.Abstractions.Tracking;
using ModelOps.FileStore.Files;

namespace ModelOps.FileStore.Reading;

/// <summary>Tags, parameters, metrics and aliases: a file for each, whose path below a directory is the key.</summary>
internal static class ValueFiles
{
    // A key has at most 250 characters, so it has no more parts.
    private const int MaxDepth = 125;

    /// <summary>Values by key; a file whose path is no key, and every link, is none.</summary>
    public static Dictionary<string, string> Read(StoreRoot store, string directory)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(store, directory, "", MaxDepth, values);
        return values;
    }

    /// <summary>The last value of every metric, by step and time.</summary>
    public static Dictionary<string, double> ReadMetrics(StoreRoot store, string directory)
    {
        var metrics = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, text) in Read(store, directory))
        {
            var values = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ParseMetric).OfType<(long Step, long Time, double Value)>().ToList();
            if (values.Count > 0)
            {
                metrics[name] = values.MaxBy(value => (value.Step, value.Time)).Value;
            }
        }

        return metrics;
    }

    private static void Add(StoreRoot store, string directory, string prefix, int depth, Dictionary<string, string> values)
    {
        var place = new DirectoryInfo(directory);
        if (!place.Exists || place.LinkTarget is not null || depth == 0)
        {
            return;
        }

        foreach (var file in place.EnumerateFiles().Where(file => file.LinkTarget is null && Tag.IsKey(prefix + file.Name)))
        {
            values[prefix + file.Name] = store.ReadText(file.FullName)!;
        }

        foreach (var name in store.DirectoriesIn(directory))
        {
            Add(store, Path.Combine(directory, name), $"{prefix}{name}/", depth - 1, values);
        }
    }

    // "time value", "time value step", and in MLflow 3 more behind it.
    private static (long Step, long Time, double Value)? ParseMetric(string line)
    {
        var parts = line.Trim().Split(' ');
        var step = 0L;
        return parts.Length >= 2
            && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time)
            && TryParseValue(parts[1], out var value)
            && (parts.Length == 2 || long.TryParse(parts[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out step))
                ? (step, time, value)
                : null;
    }

    private static bool TryParseValue(string text, out double value)
    {
        value = text switch { "nan" => double.NaN, "inf" => double.PositiveInfinity, "-inf" => double.NegativeInfinity, _ => 0 };
        return value != 0 || double.IsNaN(value) || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
