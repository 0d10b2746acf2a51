using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Releases;

/// <summary>One action on a registered model, read from its run.</summary>
internal sealed class LedgerEntry(Run run)
{
    public Run Run { get; } = run;

    /// <summary>Whether it says which entry it continues, or that there is none.</summary>
    public bool IsChained { get => field || Previous.Length > 0; init; }

    public string Action => Text(LedgerTags.Action);

    public string Alias => Text(LedgerTags.Alias);

    public int? From => Number(LedgerTags.From);

    public int? To => Number(LedgerTags.To);

    public string Previous => Text(LedgerTags.Previous);

    /// <summary>Whether the entry moves an alias, or was about to when it was killed.</summary>
    public bool MovesAlias => Alias.Length > 0 && To is not null;

    /// <summary>
    /// SHA-256 over run ID and the toolkit's tags in order of key, each as <c>key=value</c> and a line feed with line feeds in values escaped.
    /// A later change of an entry breaks the chain of those after it.
    /// </summary>
    public string Digest()
    {
        var text = new StringBuilder($"run={Run.Id}\n");
        foreach (var (key, value) in Run.Tags.Where(tag => tag.Key.StartsWith("modelops.", StringComparison.Ordinal)).OrderBy(tag => tag.Key, StringComparer.Ordinal))
        {
            text.Append(key).Append('=').Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
        }

        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public string Text(string tag) => Run.Tags.GetValueOrDefault(tag) ?? "";

    private int? Number(string tag) =>
        int.TryParse(Text(tag), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
