namespace ModelOps.Core.Releases;

/// <summary>A file that an entry of the ledger keeps beside its report.</summary>
/// <param name="Name">Name of the artifact.</param>
/// <param name="Path">Full path of the file.</param>
internal sealed record LedgerFile(string Name, string Path);
