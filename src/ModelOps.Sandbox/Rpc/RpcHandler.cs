using ModelOps.Sandbox.Protocol;

namespace ModelOps.Sandbox.Rpc;

/// <summary>Does what a call asks for.</summary>
/// <exception cref="MlflowFault">The call is refused.</exception>
internal delegate ValueTask<Answer> RpcHandler(RpcCall call, CancellationToken cancellationToken);
