using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Models;

namespace ModelOps.Core.Checks;

/// <summary>The files together stay under the limit.</summary>
internal sealed class SizeRule : ICheckRule
{
    private const long BytesPerMiB = 1024 * 1024;

    public IEnumerable<Diagnostic> Check(ModelDirectory model, CheckSection limits)
    {
        var bytes = model.Entries().OfType<FileInfo>().Where(file => file.LinkTarget is null).Sum(file => file.Length);
        return bytes > limits.MaxSizeMb * BytesPerMiB
            ? [CheckDiagnostics.TooLarge.At(
                $"The files have {bytes} bytes together; the limit is {limits.MaxSizeMb} MiB.", new(model.Root))]
            : [];
    }
}
