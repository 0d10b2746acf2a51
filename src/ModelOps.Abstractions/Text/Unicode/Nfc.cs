using System.Text;

namespace ModelOps.Abstractions.Text.Unicode;

/// <summary>Normalization Form C of Unicode, the same in every process.</summary>
/// <remarks>The command and the sandbox run without the operating system's culture data, where the platform's own normalisation gives every text back
/// as it is; MSBuild and Cake run with it. One name would be two things on two fronts.</remarks>
internal static class Nfc
{
    // Below, nothing decomposes into what would be composed otherwise, and nothing combines.
    private const char FirstThatMatters = '\u0300';

    /// <summary>The text in the form. It must be well-formed UTF-16.</summary>
    public static string Of(string text)
    {
        if (text.All(letter => letter < FirstThatMatters))
        {
            return text;
        }

        var points = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            NfcData.Instance.Decompose(rune.Value, points);
        }

        Order(points);
        var result = new StringBuilder(text.Length);
        foreach (var point in Compose(points))
        {
            result.Append(new Rune(point).ToString());
        }

        return result.ToString();
    }

    /// <summary>Whether two texts are the same in the form.</summary>
    public static bool AreSame(string one, string other) =>
        one.Equals(other, StringComparison.Ordinal) || Of(one).Equals(Of(other), StringComparison.Ordinal);

    // Marks go by their class, and keep their order within one.
    private static void Order(List<int> points)
    {
        for (var index = 1; index < points.Count; index++)
        {
            var point = points[index];
            var rank = NfcData.Instance.ClassOf(point);
            var place = index;
            while (rank > 0 && place > 0 && NfcData.Instance.ClassOf(points[place - 1]) > rank)
            {
                points[place] = points[place - 1];
                place--;
            }

            points[place] = point;
        }
    }

    private static List<int> Compose(List<int> points)
    {
        var result = new List<int>(points.Count);
        var (starter, last) = (-1, 0);
        foreach (var point in points)
        {
            var rank = NfcData.Instance.ClassOf(point);
            var isBlocked = starter >= 0 && starter < result.Count - 1 && last >= rank;
            if (starter >= 0 && !isBlocked && NfcData.Instance.FindComposite(result[starter], point) is { } composite)
            {
                result[starter] = composite;
                continue;
            }

            result.Add(point);
            last = rank;
            starter = rank == 0 ? result.Count - 1 : starter;
        }

        return result;
    }
}
