using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Running;

/// <summary>Reads several places one after the other: one that fails is a finding and an exit code, and hides nothing of the others.</summary>
/// <param name="context">Takes the findings.</param>
internal sealed class PartialReading(VerbContext context)
{
    private readonly List<string> _read = [];

    /// <summary>What the call ends with: of the places that failed the code that wins, 0 when none did.</summary>
    public ExitCode ExitCode { get; private set; }

    /// <summary>Names of the places that were read.</summary>
    public IReadOnlyList<string> Read => _read;

    /// <summary>Reads one place.</summary>
    /// <param name="place">Its name.</param>
    /// <param name="read">Reads it; what it adds before it fails stays.</param>
    public async Task TryAsync(string place, Func<Task> read)
    {
        try
        {
            await read();
            _read.Add(place);
        }
        catch (ModelOpsException failure)
        {
            foreach (var finding in failure.Diagnostics)
            {
                context.Report(finding with { Message = $"{place}: {finding.Message}" });
            }

            ExitCode = ExitCodeOrder.Highest([ExitCode, failure.ExitCode]);
        }
    }
}
