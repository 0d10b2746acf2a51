using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ModelOps.Testing.MlflowServer;

/// <summary>Serves requests: records them, lets them go wrong where a rule says so, and checks the invariants after each.</summary>
internal sealed class MlflowHandler(MlflowServer server, MlflowServerOptions options)
{
    private const string Api = "/api/2.0/mlflow";
    private const string Proxy = "/api/2.0/mlflow-artifacts/artifacts";
    private const string Multipart = "/api/2.0/mlflow-artifacts/mpu/";
    private const string Storage = "/storage/";

    private readonly MlflowRoutes _routes = new(server.State, options);
    private readonly ArtifactCalls _artifacts = new(server.State);
    private readonly Invariants _invariants = new(server.State);
    private readonly Dictionary<string, string> _lastReads = new(StringComparer.Ordinal);

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var path = context.Request.Path.Value![options.Prefix.Length..];
        var isTransfer = path.StartsWith(Proxy + "/", StringComparison.Ordinal) || path.StartsWith(Storage, StringComparison.Ordinal);
        using var reader = new StreamReader(isTransfer ? Stream.Null : context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        await server.Before(context.Request);
        server.Record(context.Request, path, body);
        var fault = server.Faults.FirstOrDefault(rule => rule.Takes($"{context.Request.Method} {path}"));
        if (fault is not null && await FailBeforeAsync(context, fault))
        {
            return;
        }

        try
        {
            Check(context);
            await ServeAsync(context, path, body, fault);
        }
        catch (MlflowFault error)
        {
            await ShowAsync(context, error.Status, Error(error), fault);
        }

        lock (server.State)
        {
            server.Violations.AddRange(_invariants.FindBroken().Except(server.Violations));
        }
    }

    private static async Task<bool> FailBeforeAsync(HttpContext context, FaultRule fault)
    {
        switch (fault.Mode)
        {
            case FaultMode.DropBefore:
                context.Abort();
                return true;
            case FaultMode.StatusBefore:
                await ShowAsync(context, fault);
                return true;
            case FaultMode.BlackHole:
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return true;
            case FaultMode.Redirect:
                context.Response.Redirect(fault.Location);
                return true;
            case FaultMode.Delay:
                await Task.WhenAny(fault.Released, Task.Delay(fault.Delay, context.RequestAborted));
                context.RequestAborted.ThrowIfCancellationRequested();
                return false;
            default:
                return false;
        }
    }

    private static Task ShowAsync(HttpContext context, FaultRule fault)
    {
        context.Response.StatusCode = fault.Status;
        if (fault.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait;
        }

        return context.Response.WriteAsync(fault.ErrorCode is { } code
            ? $"{{\"error_code\": \"{code}\", \"message\": \"the test server fails on purpose\"}}"
            : "the test server fails on purpose");
    }

    private static Task ShowAsync(HttpContext context, int status, string json, FaultRule? fault) =>
        ShowAsync(context, status, "application/json", Encoding.UTF8.GetBytes(json), fault);

    private static async Task ShowAsync(HttpContext context, int status, string type, byte[] bytes, FaultRule? fault)
    {
        switch (fault?.Mode)
        {
            case FaultMode.DropAfter:
                context.Abort();
                return;
            case FaultMode.BlackHoleAfter:
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return;
            case FaultMode.StatusAfter:
                await ShowAsync(context, fault);
                return;
            case FaultMode.HtmlPage:
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<!doctype html><title>Sign in</title>");
                return;
            case FaultMode.TruncatedJson:
                bytes = bytes[..(bytes.Length / 2)];
                break;
            case FaultMode.DuplicateKeys:
                bytes = Encoding.UTF8.GetBytes("{\"model_version\":{\"version\":\"1\",\"version\":\"2\"},\"experiment_id\":\"1\",\"experiment_id\":\"2\"}");
                break;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        if (fault?.Mode == FaultMode.DropMidBody)
        {
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(bytes);
    }

    private void Check(HttpContext context)
    {
        if (context.Request.Headers.Origin.Count > 0)
        {
            throw new MlflowFault(403, "PERMISSION_DENIED", "Cross-origin request blocked");
        }

        var isStorage = context.Request.Path.Value!.StartsWith(Storage, StringComparison.Ordinal);
        if (!isStorage && options.Authorization is { } wanted && context.Request.Headers.Authorization != wanted)
        {
            throw new MlflowFault(401, "UNAUTHENTICATED", $"You are not authenticated. You sent {context.Request.Headers.Authorization}.");
        }
    }

    private async Task ServeAsync(HttpContext context, string path, string body, FaultRule? fault)
    {
        var request = context.Request;
        if (path.StartsWith(Storage, StringComparison.Ordinal))
        {
            var parts = path[Storage.Length..].Split('/');
            await server.Multipart.StoreAsync(parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), context);
        }
        else if (path.StartsWith(Proxy + "/", StringComparison.Ordinal) && HttpMethods.IsGet(request.Method))
        {
            var name = path[(Proxy.Length + 1)..];
            await (fault is not null && server.State.Artifacts.TryGetValue(name, out var bytes)
                ? ShowAsync(context, 200, "application/octet-stream", bytes, fault)
                : _artifacts.GetAsync(name, context));
        }
        else if (path.StartsWith(Proxy + "/", StringComparison.Ordinal) && HttpMethods.IsPut(request.Method))
        {
            await _artifacts.PutAsync(path[(Proxy.Length + 1)..], request);
            await ShowAsync(context, 200, "{}", fault);
        }
        else if (path.StartsWith(Multipart, StringComparison.Ordinal))
        {
            var parts = path[Multipart.Length..].Split('/', 2);
            await AnswerAsync(context, body, fault, json => server.Multipart.Call(parts[0], parts[1], json, server.Url));
        }
        else if (path == Proxy)
        {
            await AnswerAsync(context, body, fault, _ => _artifacts.List(request.Query["path"].ToString()));
        }
        else if (path.StartsWith(Api, StringComparison.Ordinal) && _routes.Find(request.Method, path[Api.Length..]) is { } call)
        {
            await AnswerAsync(context, body, fault, call);
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    }

    private Task AnswerAsync(HttpContext context, string body, FaultRule? fault, Func<MlflowRequest, JsonObject> call)
    {
        string json;
        lock (server.State)
        {
            if (fault?.Mode == FaultMode.Twice)
            {
                call(new(context.Request, body));
            }
            else if (fault?.Mode == FaultMode.PastRead)
            {
                call = PastCall(context.Request) ?? call;
            }
            else if (server.KeepsPast && MlflowRoutes.IsWrite(context.Request.Method, context.Request.Path.Value!))
            {
                server.Past.CopyFrom(server.State);
            }

            var key = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {body}";
            var fresh = call(new(context.Request, body));
            json = Text(fresh);
            var stale = _lastReads.GetValueOrDefault(key, "{}");
            _lastReads[key] = json;
            json = fault?.Mode == FaultMode.StaleRead ? stale : json;
        }

        return ShowAsync(context, 200, json, fault);
    }

    // A write is made now, whatever the reads are told.
    private Func<MlflowRequest, JsonObject>? PastCall(HttpRequest request) => MlflowRoutes.IsWrite(request.Method, request.Path.Value!)
        ? null
        : new MlflowRoutes(server.Past, options).Find(request.Method, request.Path.Value![(options.Prefix + Api).Length..]);

    private string Text(JsonObject answer)
    {
        if (options.NumbersAsText)
        {
            WriteNumbersAsText(answer);
        }

        return answer.ToJsonString();
    }

    private static void WriteNumbersAsText(JsonNode node)
    {
        if (node is JsonObject parent)
        {
            foreach (var (name, value) in parent.ToList())
            {
                if (value is JsonValue number && number.GetValueKind() == System.Text.Json.JsonValueKind.Number)
                {
                    parent[name] = number.ToJsonString();
                }
                else if (value is not null)
                {
                    WriteNumbersAsText(value);
                }
            }
        }
        else if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                WriteNumbersAsText(item!);
            }
        }
    }

    private string Error(MlflowFault error)
    {
        var json = new JsonObject { ["error_code"] = error.Code, ["message"] = error.Message };
        if (options.IsVersion3)
        {
            json["sqlstate"] = "KAM00";
            json["error_class"] = error.Code;
        }

        return json.ToJsonString();
    }
}
