using System.Globalization;
using Polly;
using Polly.Retry;

namespace ModelOps.Http;

/// <summary>Sends calls, again where that is safe, within bounds of time and number. Thread-safe; connections are reused.</summary>
internal sealed class HttpTransport : IDisposable
{
    private const int TriesOfUnknownName = 2;

    private static readonly ResiliencePropertyKey<CallProgress> ProgressKey = new("progress");

    private readonly HttpSender _sender;
    private readonly HttpSettings _settings;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<HttpAnswer> _pipeline;

    public HttpTransport(HttpSettings settings, TimeProvider time)
    {
        _settings = settings;
        _time = time;
        _sender = new(settings);
        _pipeline = CreatePipeline();
    }

    /// <summary>Sends a call.</summary>
    /// <returns>The last answer, good or bad.</returns>
    /// <exception cref="HttpCallException">No answer came.</exception>
    public async Task<HttpAnswer> SendAsync(HttpCall call, CancellationToken cancellationToken)
    {
        var progress = new CallProgress(call, _time.GetTimestamp());
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(ProgressKey, progress);
        try
        {
            return await _pipeline.ExecuteAsync((ctx, state) => _sender.SendAsync(state, ctx.CancellationToken), context, progress);
        }
        catch (Exception exception) when (exception is TimeoutException or IOException or HttpRequestException)
        {
            throw new HttpCallException(progress.Tries, exception, ConnectionFailure.Of(exception, _settings.Proxy.Describe(call.Uri)));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Waits before something is looked at again.</summary>
    /// <param name="attempt">Waits so far, from 0.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task PauseAsync(int attempt, CancellationToken cancellationToken) =>
        Task.Delay(RetryDelay.Choose(attempt, _settings.Backoff, wish: null, NextRandom()), _time, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _sender.Dispose();

#pragma warning disable CA5394 // Jitter is no secret.
    private static double NextRandom() => Random.Shared.NextDouble();
#pragma warning restore CA5394

    private bool MayRepeat(Outcome<HttpAnswer> outcome, CallProgress progress) => outcome switch
    {
        { Exception: { } exception } when HttpFailure.IsFinal(exception) => false,
        // A resolver may stumble once.
        { Exception: { } exception } when HttpFailure.IsUnknownName(exception) => progress.Tries < TriesOfUnknownName,
        { Exception: { } exception } => HttpFailure.WasNotSent(exception) || (progress.Call.Repeat == Repeat.Always && HttpFailure.IsTransient(exception)),
        { Result: { } answer } when _settings.IsFinal(answer) => false,
        { Result.Status: System.Net.HttpStatusCode.TooManyRequests } => true,
        { Result: { } answer } => progress.Call.Repeat == Repeat.Always && HttpFailure.IsTransient(answer.Status),
        _ => false,
    };

    // No word of the server's: it goes to a terminal as it is.
    private string Line(CallProgress progress, Outcome<HttpAnswer> outcome, TimeSpan pause)
    {
        var (what, most) = outcome switch
        {
            { Exception: { } exception } when HttpFailure.IsUnknownName(exception) => ("is a name that was not found", TriesOfUnknownName),
            { Result: { } answer } => (string.Create(CultureInfo.InvariantCulture, $"answered {(int)answer.Status}"), _settings.MaxRetries + 1),
            _ => ("did not answer", _settings.MaxRetries + 1),
        };
        return string.Create(
            CultureInfo.InvariantCulture, $"{progress.Call.Uri.Host} {what}; try {progress.Tries + 1} of at most {most} in {pause.TotalSeconds:0.0} s");
    }

    private ResiliencePipeline<HttpAnswer> CreatePipeline()
    {
        if (_settings.MaxRetries == 0)
        {
            return ResiliencePipeline<HttpAnswer>.Empty;
        }

        var retry = new RetryStrategyOptions<HttpAnswer>
        {
            MaxRetryAttempts = _settings.MaxRetries,
            ShouldHandle = args => ValueTask.FromResult(
                args.Context.Properties.GetValue(ProgressKey, null!) is var progress
                && _time.GetElapsedTime(progress.Start) < _settings.Deadline
                && MayRepeat(args.Outcome, progress)),
            OnRetry = args =>
            {
                _settings.OnRepeat(Line(args.Context.Properties.GetValue(ProgressKey, null!), args.Outcome, args.RetryDelay));
                return ValueTask.CompletedTask;
            },
            DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(RetryDelay.Choose(
                args.AttemptNumber,
                _settings.Backoff,
                args.Outcome.Result is { } answer ? RetryDelay.Read(answer, _time.GetUtcNow()) : null,
                NextRandom())),
        };
        return new ResiliencePipelineBuilder<HttpAnswer> { TimeProvider = _time }.AddRetry(retry).Build();
    }
}
