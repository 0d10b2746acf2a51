using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;

namespace ModelOps.Core.Checks;

/// <summary>The directory holds no links.</summary>
internal sealed class LinkRule : ICheckRule
{
    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits) =>
        model.Entries()
            .Where(entry => entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
            .Select(entry => CheckDiagnostics.Link.At(
                $"'{Path.GetRelativePath(model.Root, entry.FullName)}' is a symbolic link.", new(entry.FullName)));
}
