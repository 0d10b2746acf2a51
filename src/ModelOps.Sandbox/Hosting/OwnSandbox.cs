using ModelOps.Core.Launching;

namespace ModelOps.Sandbox.Hosting;

/// <summary>The sandbox inside a native program.</summary>
internal sealed class OwnSandbox : IOwnSandbox
{
    /// <summary>The one word that makes the program a sandbox for whoever started it, instead of a command.</summary>
    public const string Word = "--sandbox-process";

    /// <inheritdoc />
    public SandboxCommand Command { get; } = new(Environment.ProcessPath!, [Word]);

    /// <inheritdoc />
    public async Task ServeAsync(SandboxOptions options, Action<SandboxReady> onReady, CancellationToken cancellationToken)
    {
        using var life = new ServerLife(options);
        await using var end = cancellationToken.Register(life.End);
        await SandboxProgram.ServeAsync(options, life, onReady);
    }
}
