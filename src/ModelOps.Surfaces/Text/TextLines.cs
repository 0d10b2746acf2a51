using System.Text;

namespace ModelOps.Surfaces.Text;

/// <summary>Collects lines that end in a line feed on every machine.</summary>
internal sealed class TextLines
{
    private readonly StringBuilder _text = new();

    public TextLines Add(string line = "")
    {
        _text.Append(line).Append('\n');
        return this;
    }

    public TextLines AddAll(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Add(line);
        }

        return this;
    }

    public override string ToString() => _text.ToString();
}
