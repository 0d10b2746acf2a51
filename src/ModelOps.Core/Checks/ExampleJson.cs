using System.Text;
using System.Text.Json;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Json;

namespace ModelOps.Core.Checks;

/// <summary>Reads examples as Python does: NaN, Infinity and -Infinity are numbers, with a warning that nobody else reads them.</summary>
internal static class ExampleJson
{
    private static readonly (string Word, string Number)[] Words = [("NaN", "0.0"), ("Infinity", "1.000000")];

    /// <summary>Reads a file.</summary>
    /// <param name="source">The text and its place.</param>
    /// <param name="problems">Takes the problems.</param>
    /// <returns>The root value; null after a problem.</returns>
    public static JsonTree? Parse(JsonSource source, List<Diagnostic> problems)
    {
        var utf8 = source.Utf8.ToArray();
        var words = Replace(utf8);
        var tree = SafeJson.Parse(new(utf8, source.At), ModelDiagnostics.ExampleMalformed, problems);
        if (tree is null || words.Count == 0)
        {
            return tree;
        }

        var (first, word) = words.MinBy(pair => pair.Key);
        problems.Add(CheckDiagnostics.NotFinite.At(
            $"The example has {word}{(words.Count > 1 ? $" and {words.Count - 1} more such numbers" : "")}, which only Python takes for JSON.", source.At(first)));
        return Restore(tree, words);
    }

    // Puts a number of the same length in the place of each word, so that all places stay.
    private static Dictionary<int, string> Replace(byte[] utf8)
    {
        var words = new Dictionary<int, string>();
        var isText = false;
        for (var at = 0; at < utf8.Length; at++)
        {
            if (isText && utf8[at] == '\\')
            {
                at++;
            }
            else if (utf8[at] == '"')
            {
                isText = !isText;
            }
            else if (!isText && utf8[at] is (byte)'N' or (byte)'I' && Words.FirstOrDefault(pair => utf8.AsSpan(at).StartsWith(Encoding.ASCII.GetBytes(pair.Word))) is { Word: { } word, Number: { } number })
            {
                var isNegative = at > 0 && utf8[at - 1] == '-';
                words[isNegative ? at - 1 : at] = (isNegative ? "-" : "") + word;
                Encoding.ASCII.GetBytes(number).CopyTo(utf8, at);
                at += word.Length - 1;
            }
        }

        return words;
    }

    private static JsonTree Restore(JsonTree tree, Dictionary<int, string> words) => tree.Kind switch
    {
        JsonValueKind.Number when words.TryGetValue(tree.Offset, out var word) => tree with { Text = word },
        JsonValueKind.Array => tree with { Items = [.. tree.Items.Select(item => Restore(item, words))] },
        JsonValueKind.Object => tree with { Properties = new(tree.Properties.Select(pair => KeyValuePair.Create(pair.Key, Restore(pair.Value, words))), StringComparer.Ordinal) },
        _ => tree,
    };
}
