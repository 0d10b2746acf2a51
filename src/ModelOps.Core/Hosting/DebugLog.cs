using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;

namespace ModelOps.Core.Hosting;

/// <summary>
/// What a run did, for who looks for a fault in it: a line for each step with its time. <c>MODELOPS_DEBUG=1</c> shows it on the build host, any other
/// value names a file. It says no secret that the host hides, and a place that takes no lines is one warning and no failure.
/// </summary>
internal sealed partial class DebugLog : IDisposable
{
    /// <summary>Variable that asks for it.</summary>
    public const string Variable = "MODELOPS_DEBUG";

    /// <summary>The log of a run that nobody wants one of.</summary>
    public static readonly DebugLog None = new(host: null, TimeProvider.System);

    private readonly IBuildHost? _host;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private Action<string>? _write;
    private StreamWriter? _file;

    private DebugLog(IBuildHost? host, TimeProvider time) => (_host, _time) = (host, time);

    /// <summary>Whether anything is written.</summary>
    public bool IsOn => _write is not null;

    /// <summary>Opens the log that the environment asks for.</summary>
    /// <param name="host">Hides secrets, and shows the lines where no file is named.</param>
    /// <param name="environment">Environment variables.</param>
    /// <param name="workingDirectory">Where a relative path starts.</param>
    /// <param name="time">The clock.</param>
    public static DebugLog Open(IBuildHost host, IEnvironment environment, string workingDirectory, TimeProvider time)
    {
        if (environment.Get(Variable)?.Trim() is not { Length: > 0 } value || value is "0" || value.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return None;
        }

        var log = new DebugLog(host, time);
        if (value is "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            log._write = host.Relay;
            return log;
        }

        log.Try(() =>
        {
            log._file = new(Path.GetFullPath(value, workingDirectory), new UTF8Encoding(false), OfOwner()) { AutoFlush = true };
            log._write = log._file.WriteLine;
        });
        return log;
    }

    /// <summary>Takes the lines about one kind of thing; null when nothing is written.</summary>
    public Action<string>? About(string kind) => IsOn ? text => Write(kind, text) : null;

    /// <summary>Writes down what happened. May come from any thread.</summary>
    /// <param name="kind">A word for what it is about.</param>
    /// <param name="text">Its lines.</param>
    public void Write(string kind, string text)
    {
        if (!IsOn)
        {
            return;
        }

        var lines = Credentials().Replace(_host!.Redact(text), "***@").ReplaceLineEndings("\n").Split('\n').Select(line => LogText.Clean(RelayText.WithoutColors(line)));
        lock (_gate)
        {
            var head = string.Create(CultureInfo.InvariantCulture, $"{_time.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {kind,-7} ");
            foreach (var line in lines)
            {
                Try(() => _write?.Invoke(head + line));
                head = "    ";
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => Try(() => _file?.Dispose());

    private static FileStreamOptions OfOwner()
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    [GeneratedRegex(@"(?<=://)[^\s/?#@'""]+@", RegexOptions.CultureInvariant)]
    private static partial Regex Credentials();

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            (_write, _file) = (null, null);
            _host?.Report(HostDiagnostics.FileFailed.At($"{Variable} names a log that cannot be written: {failure.Message} The run goes on without it.") with { Severity = Severity.Warning });
        }
    }
}
