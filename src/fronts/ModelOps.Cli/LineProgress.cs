using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Hosting;

namespace ModelOps.Cli;

/// <summary>No bars, but a line where something keeps a call waiting: for pipes and build logs.</summary>
/// <param name="error">Takes the lines.</param>
internal sealed class LineProgress(TextWriter error) : IProgressSink
{
    public IProgressTask Start(string description, long totalBytes) => SilentProgress.Instance;

    public void Note(string line) => error.WriteLine($"modelops: {LogText.Clean(line)}");
}
