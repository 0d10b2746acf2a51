namespace ModelOps.Core.Tests.Hosting;

/// <summary>Reads GITHUB_OUTPUT by the runner's rules: lines end at a line feed, whichever of <c>=</c> and <c>&lt;&lt;</c> comes first decides.</summary>
internal static class RunnerStepFile
{
    public static IReadOnlyList<(string Name, string Value)> Read(string file)
    {
        var values = new List<(string, string)>();
        var lines = new Queue<string>(File.ReadAllText(file).Split('\n'));
        while (lines.TryDequeue(out var line))
        {
            if (line.Length > 0)
            {
                values.Add(ReadOne(line, lines));
            }
        }

        return values;
    }

    private static (string Name, string Value) ReadOne(string line, Queue<string> lines)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        var heredoc = line.IndexOf("<<", StringComparison.Ordinal);
        if (equals >= 0 && (heredoc < 0 || equals < heredoc))
        {
            return (line[..equals], line[(equals + 1)..]);
        }

        Assert.True(heredoc > 0, $"Neither form: {line}");
        var delimiter = line[(heredoc + 2)..];
        var value = new List<string>();
        while (lines.TryDequeue(out var next))
        {
            if (next == delimiter)
            {
                return (line[..heredoc], string.Join('\n', value));
            }

            value.Add(next);
        }

        throw new InvalidDataException($"Delimiter '{delimiter}' never came.");
    }
}
