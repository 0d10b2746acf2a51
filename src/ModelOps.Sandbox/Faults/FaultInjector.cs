using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Faults;

/// <summary>Makes calls go wrong by rules, so that clients can be tested. Latencies add up; of the other faults the first that applies counts.</summary>
internal sealed class FaultInjector(IReadOnlyList<FaultCounter> counters, ServerContext server) : IAsyncDisposable
{
    private readonly SlowReady _slowReady = new(server);

    /// <summary>Answers a call, right or wrong.</summary>
    public async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value ?? "";
        var applied = counters.Where(counter => counter.Rule.Matches(http.Request.Method, path) && counter.Count()).Select(counter => counter.Rule).ToList();
        foreach (var latency in applied.Where(rule => rule.Kind == FaultKind.Latency))
        {
            await Task.Delay(latency.Delay, server.Time, http.RequestAborted);
        }

        var fault = applied.Find(rule => rule.Kind != FaultKind.Latency);
        await (fault?.Kind switch
        {
            null => next(http),
            FaultKind.SlowAnswer => AnswerSlowlyAsync(http, fault.BytesPerSecond, next),
            FaultKind.SlowReady => _slowReady.RunAsync(http, fault.Delay, next),
            _ => FailAsync(http, fault, next),
        });
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _slowReady.DisposeAsync();

    private static async Task FailAsync(HttpContext http, FaultRule fault, RequestDelegate next)
    {
        if (fault.IsAfterwards)
        {
            await DiscardAnswerAsync(http, next);
        }

        if (fault.Kind == FaultKind.Drop)
        {
            http.Abort();
            return;
        }

        SecurityHeaders.Reset(http.Response, fault.Status);
        http.Response.ContentType = "application/json";
        if (fault.RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var name = fault.Status switch
        {
            429 => "REQUEST_LIMIT_EXCEEDED",
            500 => "INTERNAL_ERROR",
            _ => "TEMPORARILY_UNAVAILABLE",
        };
        var code = new ErrorCode(name, fault.Status, SqlState: null, ErrorClass: null);
        await AnswerJson.WriteAsync(http.Response, new MlflowFault(code, "Injected fault"), Behavior.Mlflow2, http.RequestAborted);
    }

    private static async Task DiscardAnswerAsync(HttpContext http, RequestDelegate next)
    {
        var body = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        try
        {
            await next(http);
        }
        finally
        {
            http.Features.Set(body);
        }
    }

    private async Task AnswerSlowlyAsync(HttpContext http, int bytesPerSecond, RequestDelegate next)
    {
        var body = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var slow = new StreamResponseBodyFeature(new SlowStream(body.Stream, bytesPerSecond, server.Time));
        http.Features.Set<IHttpResponseBodyFeature>(slow);
        try
        {
            await next(http);
            await slow.Writer.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Features.Set(body);
        }
    }
}
