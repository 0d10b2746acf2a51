using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Models;

namespace ModelOps.Core.Checks;

/// <summary>The directory holds no pipes, sockets or devices.</summary>
internal sealed class SpecialFileRule : ICheckRule
{
    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits) =>
        from entry in model.Entries().OfType<FileInfo>()
        where entry.LinkTarget is null && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint)
        let kind = SpecialFile.Describe(entry.FullName, entry.Length)
        where kind is not null
        select CheckDiagnostics.SpecialFile.At($"'{Path.GetRelativePath(model.Root, entry.FullName)}' is {kind}.", new(entry.FullName));
}
