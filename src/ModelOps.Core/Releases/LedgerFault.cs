using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Releases;

/// <summary>Something in a ledger that is not as the toolkit left it.</summary>
/// <param name="Descriptor">What kind of finding it is.</param>
/// <param name="Text">What it is, with the run.</param>
/// <param name="At">When the entry began; null where it is gone.</param>
internal sealed record LedgerFault(DiagnosticDescriptor Descriptor, string Text, DateTimeOffset? At)
{
    /// <summary>The finding.</summary>
    public Diagnostic Diagnostic => Descriptor.At(Text);
}
