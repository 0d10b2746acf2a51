using System.Globalization;
using System.Text;

namespace ModelOps.Core.Processes;

/// <summary>What <c>/proc</c> says of one process that is alive.</summary>
internal sealed record LinuxProcess(int Id, int Parent, int Session)
{
    private const int MaxEnvironment = 4 * 1024 * 1024;

    /// <summary>Processes that descend from a process, are in its session or have a variable.</summary>
    /// <param name="root">The process, which may be gone itself.</param>
    /// <param name="mark">The variable.</param>
    public static IReadOnlyCollection<int> Tree(int root, KeyValuePair<string, string> mark)
    {
        var all = All().ToList();
        var marked = Encoding.UTF8.GetBytes($"{mark.Key}={mark.Value}");
        var tree = all.Where(process => process.Id == root || process.Session == root || HasVariable(process.Id, marked))
            .Select(process => process.Id)
            .ToHashSet();
        for (var known = 0; known < tree.Count;)
        {
            known = tree.Count;
            tree.UnionWith(all.Where(process => tree.Contains(process.Parent)).Select(process => process.Id).ToList());
        }

        return tree;
    }

    private static IEnumerable<LinuxProcess> All() =>
        from directory in Directory.EnumerateDirectories("/proc")
        let name = Path.GetFileName(directory)
        where int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        let process = Read(int.Parse(name, CultureInfo.InvariantCulture))
        where process is not null
        select process;

    // "12 (any name) S 1 12 12 …": id, name, state, parent, group, session. Nobody needs to end what is dead and waits for its parent.
    private static LinuxProcess? Read(int id)
    {
        if (ReadFile($"/proc/{id}/stat", 4096) is not { Length: > 0 } bytes)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes);
        var fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields is ["Z" or "X", ..] or { Length: < 4 }
            ? null
            : new(id, int.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture));
    }

    private static bool HasVariable(int id, byte[] variable) =>
        ReadFile($"/proc/{id}/environ", MaxEnvironment) is { } environment && environment.AsSpan().IndexOf(variable) >= 0;

    // Files of /proc have no length, and may vanish or be another account's.
    private static byte[]? ReadFile(string path, int maxBytes)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var bytes = new MemoryStream();
            var buffer = new byte[4096];
            while (bytes.Length < maxBytes && file.Read(buffer) is > 0 and var count)
            {
                bytes.Write(buffer, 0, count);
            }

            return bytes.ToArray();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
