using System.Collections.Concurrent;
using ModelOps.Http.Credentials;

namespace ModelOps.Core.Tests.Http;

/// <summary>Gives out tokens, numbered over all audiences.</summary>
internal sealed class TokenMint(TimeProvider time) : ITokenSource
{
    private readonly ConcurrentQueue<string> _asked = new();

    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>What a token is; null for the audience and a number.</summary>
    public string? Text { get; set; }

    /// <summary>Holds up what is asked for until it ends.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public Exception? Failure { get; set; }

    /// <summary>The audiences that were asked for.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>Whether one who waited at the gate was told to give up.</summary>
    public bool WasCancelled { get; private set; }

    public async Task<MintedToken> MintAsync(string audience, CancellationToken cancellationToken)
    {
        _asked.Enqueue(audience);
        var number = _asked.Count;
        try
        {
            await (Gate?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            WasCancelled = true;
            throw;
        }

        return Failure is { } failure ? throw failure : new(Text ?? Name(audience, number), time.GetUtcNow() + Lifetime);
    }

    public static string Name(string audience, int number) => $"{audience}-canary-{number}";

    /// <summary>Waits until so many were asked for.</summary>
    public async Task AskedAsync(int count)
    {
        for (var looks = 0; _asked.Count < count; looks++)
        {
            Assert.True(looks < 3000, $"{_asked.Count} of {count} tokens were asked for.");
            await Task.Delay(10);
        }
    }
}
