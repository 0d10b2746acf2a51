using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Hosting;

namespace ModelOps.Cli.Streams;

/// <summary>Standard output and standard error, and what it means for the call that one of them took no more.</summary>
/// <param name="output">Results.</param>
/// <param name="error">Findings.</param>
internal sealed class OutputStreams(GuardedWriter output, GuardedWriter error)
{
    /// <summary>The streams of the process, in place of the console's own.</summary>
    public static OutputStreams OfProcess()
    {
        // A document is UTF-8, whatever the code page of the console is.
        var streams = new OutputStreams(
            new(() => Console.IsOutputRedirected ? new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true } : Console.Out),
            new(() => Console.Error));
        Console.SetOut(streams.Output);
        Console.SetError(streams.Error);
        return streams;
    }

    private GuardedWriter Output => output;

    private GuardedWriter Error => error;

    /// <summary>The exit code of the call: a result or a finding that nobody got is a failure, said on the stream that works.</summary>
    /// <param name="exitCode">What the call itself came to.</param>
    public int Settle(int exitCode)
    {
        if ((output.Failure ?? error.Failure) is not { } failure)
        {
            return exitCode;
        }

        var (name, other) = output.Failure is not null ? ("output", error) : ("error", output);
        var finding = HostDiagnostics.FileFailed.At($"Standard {name} took no more, so that not all is printed: {(failure.InnerException ?? failure).Message}. What the verb does was done to its end.");
        other.WriteLine(DiagnosticText.Canonical(finding, finding.Message));
        return exitCode == (int)ExitCode.Ok ? (int)ExitCode.InternalError : exitCode;
    }
}
