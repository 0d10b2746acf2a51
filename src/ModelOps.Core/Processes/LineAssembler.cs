using System.Text;

namespace ModelOps.Core.Processes;

/// <summary>Puts lines together from pieces of text. A carriage return ends a line too: progress bars write nothing else.</summary>
/// <param name="maxLine">Characters of a line that are kept.</param>
/// <param name="cutMark">Ends a line that was longer.</param>
/// <param name="onLine">Takes each line, without its end.</param>
internal sealed class LineAssembler(int maxLine, string cutMark, Action<string> onLine)
{
    private readonly StringBuilder _line = new();
    private bool _isCut;
    private bool _afterReturn;

    /// <summary>Takes the next piece.</summary>
    public void Add(ReadOnlySpan<char> piece)
    {
        while (piece.IndexOfAny('\r', '\n') is >= 0 and var end)
        {
            var isSecondHalf = _afterReturn && end == 0 && piece[0] == '\n';
            if (!isSecondHalf)
            {
                Keep(piece[..end]);
                Hand();
            }

            _afterReturn = piece[end] == '\r';
            piece = piece[(end + 1)..];
        }

        if (!piece.IsEmpty)
        {
            Keep(piece);
            _afterReturn = false;
        }
    }

    /// <summary>Hands on what no line end followed.</summary>
    public void Complete()
    {
        if (_line.Length > 0)
        {
            Hand();
        }
    }

    private void Keep(ReadOnlySpan<char> text)
    {
        var room = maxLine - _line.Length;
        _isCut |= text.Length > room;
        _line.Append(text[..Math.Min(text.Length, room)]);
    }

    private void Hand()
    {
        onLine(_isCut ? _line.Append(cutMark).ToString() : _line.ToString());
        _line.Clear();
        _isCut = false;
    }
}
