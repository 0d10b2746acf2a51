namespace ModelOps.Abstractions.Catalogs;

/// <summary>A connection to one address of a backend. What it can serve as is told by the further interfaces that it implements.</summary>
public interface IBackendConnection : IAsyncDisposable;
