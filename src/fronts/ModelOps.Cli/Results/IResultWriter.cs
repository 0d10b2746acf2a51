using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Running;

namespace ModelOps.Cli.Results;

/// <summary>Prints what came of a call on standard output.</summary>
internal interface IResultWriter
{
    /// <summary>Prints the result of a verb.</summary>
    void Write(VerbReport report);

    /// <summary>Prints where the inputs of a verb come from.</summary>
    void WriteOrigins(VerbReport report);

    /// <summary>Prints what there is to print for a call that names no verb.</summary>
    void WriteRefusal(IReadOnlyList<Diagnostic> problems);
}
