using ModelOps.Abstractions.Artifacts;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;

namespace ModelOps.Core.Checks;

/// <summary>The directory can be packed: what packaging refuses or leaves out is said here, in the same words.</summary>
internal sealed class ContentRule : ICheckRule
{
    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits)
    {
        var listing = ModelListing.Of(Path.TrimEndingDirectorySeparator(model.Root));
        return [.. listing.Problems, .. listing.LeftOut];
    }
}
