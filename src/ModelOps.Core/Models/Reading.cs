using ModelOps.Abstractions.Diagnostics;

namespace ModelOps.Core.Models;

/// <summary>What came of reading a file or a part of it.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="Value">What could be read; null when nothing could.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record Reading<T>(T? Value, IReadOnlyList<Diagnostic> Problems)
    where T : class;
