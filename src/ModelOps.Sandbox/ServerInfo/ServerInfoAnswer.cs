namespace ModelOps.Sandbox.ServerInfo;

/// <summary>Kind of the server's store.</summary>
internal sealed record ServerInfoAnswer(string StoreType, bool WorkspacesEnabled);
