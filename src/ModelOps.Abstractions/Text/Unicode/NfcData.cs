using System.Globalization;

namespace ModelOps.Abstractions.Text.Unicode;

/// <summary>Combining classes, decompositions and compositions; read when the first text beyond Latin letters is compared.</summary>
internal sealed class NfcData
{
    // Syllables of Hangul are computed: first consonant, vowel, last consonant.
    private const int Syllables = 0xAC00;
    private const int Firsts = 0x1100;
    private const int Vowels = 0x1161;
    private const int Lasts = 0x11A7;
    private const int FirstCount = 19;
    private const int VowelCount = 21;
    private const int LastCount = 28;
    private const int SyllableCount = FirstCount * VowelCount * LastCount;

    private static readonly Lazy<NfcData> Data = new(() => new());

    private readonly Dictionary<int, int> _classes = [];
    private readonly Dictionary<int, int[]> _parts = [];
    private readonly Dictionary<(int First, int Second), int> _composites = [];

    private NfcData()
    {
        foreach (var words in DataLines.Read("Nfc.txt"))
        {
            Add(words);
        }
    }

    public static NfcData Instance => Data.Value;

    /// <summary>Canonical combining class; 0 for what begins a new character.</summary>
    public int ClassOf(int point) => _classes.GetValueOrDefault(point);

    /// <summary>Adds what a code point decomposes into, all the way.</summary>
    public void Decompose(int point, List<int> into)
    {
        if (point is >= Syllables and < Syllables + SyllableCount)
        {
            var index = point - Syllables;
            into.Add(Firsts + (index / (VowelCount * LastCount)));
            into.Add(Vowels + (index % (VowelCount * LastCount) / LastCount));
            if (index % LastCount > 0)
            {
                into.Add(Lasts + (index % LastCount));
            }
        }
        else if (_parts.TryGetValue(point, out var parts))
        {
            foreach (var part in parts)
            {
                Decompose(part, into);
            }
        }
        else
        {
            into.Add(point);
        }
    }

    /// <summary>What two code points compose to; null when they stay two.</summary>
    public int? FindComposite(int first, int second)
    {
        if (first is >= Firsts and < Firsts + FirstCount && second is >= Vowels and < Vowels + VowelCount)
        {
            return Syllables + ((((first - Firsts) * VowelCount) + second - Vowels) * LastCount);
        }

        var isOpen = first is >= Syllables and < Syllables + SyllableCount && (first - Syllables) % LastCount == 0;
        return isOpen && second is > Lasts and < Lasts + LastCount ? first + second - Lasts
            : _composites.TryGetValue((first, second), out var composite) ? composite : null;
    }

    private void Add(string[] words)
    {
        switch (words[0])
        {
            case "class":
                var ends = words[1].Split('-');
                for (var point = DataLines.Point(ends[0]); point <= DataLines.Point(ends[^1]); point++)
                {
                    _classes[point] = int.Parse(words[2], CultureInfo.InvariantCulture);
                }

                break;
            case "pair":
                _parts[DataLines.Point(words[1])] = [DataLines.Point(words[2]), DataLines.Point(words[3])];
                _composites[(DataLines.Point(words[2]), DataLines.Point(words[3]))] = DataLines.Point(words[1]);
                break;
            default:
                _parts[DataLines.Point(words[1])] = [.. words.Skip(2).Select(DataLines.Point)];
                break;
        }
    }
}
