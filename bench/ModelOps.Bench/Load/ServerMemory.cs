using System.Globalization;

namespace ModelOps.Bench.Load;

/// <summary>Resident memory of the processes that serve a port of this machine, and of those they have started (Linux).</summary>
internal sealed class ServerMemory
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly IReadOnlyList<int> _processes;

    private ServerMemory(IReadOnlyList<int> processes) => _processes = processes;

    /// <summary>Finds the processes.</summary>
    public static ServerMemory Of(Uri uri)
    {
        var socket = $"socket:[{ListenerOf(uri.Port)}]";
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .ToDictionary(process => process, ParentOf);
        var found = parents.Keys.Where(process => Holds(process, socket)).ToHashSet();
        while (parents.Where(pair => found.Contains(pair.Value)).Select(pair => pair.Key).Except(found).ToList() is { Count: > 0 } children)
        {
            found.UnionWith(children);
        }

        return new([.. found]);
    }

    /// <summary>Their memory now, in MiB.</summary>
    public double ResidentMiB() => _processes.Sum(process => (double)ReadResident(process)) / 1024;

    /// <summary>The most that they had while something went on, in MiB.</summary>
    public async Task<double> PeakDuringAsync(Task work)
    {
        var peak = ResidentMiB();
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(Interval, CancellationToken.None));
            peak = Math.Max(peak, ResidentMiB());
        }

        await work;
        return peak;
    }

    private static string ListenerOf(int port)
    {
        const string Listening = "0A";
        var suffix = $":{port:X4}";
        return File.ReadLines("/proc/net/tcp").Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .First(fields => fields[1].EndsWith(suffix, StringComparison.Ordinal) && fields[3] == Listening)[9];
    }

    private static bool Holds(int process, string socket)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{process}/fd").Any(file => new FileInfo(file).LinkTarget == socket);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static int ParentOf(int process) => (int)ReadStatus(process, "PPid:");

    private static long ReadResident(int process) => ReadStatus(process, "VmRSS:");

    private static long ReadStatus(int process, string name)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
                ? long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
                : 0;
        }
        catch (IOException)
        {
            // It has ended.
            return 0;
        }
    }
}
