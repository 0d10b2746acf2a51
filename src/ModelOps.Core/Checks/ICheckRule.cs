using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;

namespace ModelOps.Core.Checks;

/// <summary>
/// One rule of <c>check</c>. Rules know nothing of each other; each looks at what could be read and is silent about the rest.
/// </summary>
internal interface ICheckRule
{
    /// <summary>Looks at a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="limits">Limits from modelops.yml.</param>
    /// <returns>Findings, in the order of the file.</returns>
    IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits);
}
