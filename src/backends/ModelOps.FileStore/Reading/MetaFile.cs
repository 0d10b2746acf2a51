using System.Globalization;
using ModelOps.Abstractions.Tracking;
using ModelOps.FileStore.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ModelOps.FileStore.Reading;

/// <summary>One meta.yaml: MLflow writes one level of names and values, and no more is read of it.</summary>
internal sealed class MetaFile
{
    private const string Name = "meta.yaml";

    private readonly Dictionary<string, string> _values;

    private MetaFile(Dictionary<string, string> values) => _values = values;

    /// <summary>A value; null when it is not there, null or no plain value.</summary>
    public string? this[string key] => _values.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    /// <summary>Reads the file of a directory; null when there is none.</summary>
    /// <exception cref="Abstractions.Diagnostics.ModelOpsException">It is not what MLflow writes (MOP2302).</exception>
    public static MetaFile? Read(StoreRoot store, string directory)
    {
        var path = Path.Combine(directory, Name);
        if (store.ReadText(path) is not { } text)
        {
            return null;
        }

        try
        {
            return new(Parse(text));
        }
        catch (YamlException error)
        {
            throw StoreErrors.Unreadable($"'{path}' is not what MLflow writes: {error.Message}", error);
        }
    }

    /// <summary>A time in milliseconds; null when there is none.</summary>
    public DateTimeOffset? Time(string key) =>
        long.TryParse(this[key], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? EpochTime.Of(milliseconds)
            : null;

    private static Dictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>().Value;
            if (!parser.TryConsume<Scalar>(out var value))
            {
                parser.SkipThisAndNestedEvents();
            }
            else if (value.Style != ScalarStyle.Plain || value.Value is not ("null" or "~"))
            {
                values[key] = value.Value;
            }
        }

        return values;
    }
}
