using System.Net;
using System.Text.Json.Serialization.Metadata;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Http;
using ModelOps.Mlflow.Wire;

namespace ModelOps.Mlflow;

/// <summary>Uploads a large file in parts, straight to the storage behind the server, at URLs that the server hands out.</summary>
internal sealed class MultipartUpload : IDisposable
{
    private const int ParallelParts = 4;
    private const int MostParts = 10_000;

    private readonly MlflowClient _client;
    private readonly MultipartSettings _settings;
    private readonly HttpTransport _storage;

    public MultipartUpload(MlflowClient client, MlflowSettings settings, TimeProvider time)
    {
        _client = client;
        _settings = settings.Multipart;
        // The storage is another party: it gets neither credentials nor headers of the server, nor its certificates.
        var connect = new JudgedConnect(address => StorageUrl.IsAllowed(address, client.Server));
        _storage = new(
            new HttpSettings
            {
                Timeout = settings.Http.Timeout,
                MaxRetries = settings.Http.MaxRetries,
                Backoff = settings.Http.Backoff,
                OnRepeat = settings.Http.OnRepeat,
                Proxy = settings.Http.Proxy,
                ServerCertificates = settings.StorageCertificates,
                Connect = connect.ConnectAsync,
            },
            time);
    }

    /// <summary>Whether a file of this size goes up in parts.</summary>
    public bool Wants(long length) => _settings.Enabled && length >= _settings.MinimumBytes;

    /// <summary>Uploads a file; not when the server's artifact store takes no parts.</summary>
    /// <param name="path">Path below the server's artifact root.</param>
    /// <param name="open">Opens the content; called for every part.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="cancellationToken">Ends the upload; what was sent is given up.</param>
    /// <returns>Whether it was uploaded.</returns>
    public async Task<bool> TryUploadAsync(
        string path, Func<CancellationToken, Task<Stream>> open, long length, CancellationToken cancellationToken)
    {
        var partBytes = Math.Max(_settings.PartBytes, (length + MostParts - 1) / MostParts);
        var parts = (int)((length + partBytes - 1) / partBytes);
        if (await TryBeginAsync(path, parts, cancellationToken) is not { } upload)
        {
            return false;
        }

        try
        {
            var sent = await SendAsync(Check(upload, parts), open, partBytes, length, cancellationToken);
            await SendAsync(
                "complete",
                path,
                new CompleteUploadRequest(Name(path), upload.UploadId, sent),
                WireJson.Mlflow.CompleteUploadRequest,
                WireJson.Mlflow.WireNothing,
                Repeat.WhenNotDone,
                cancellationToken);
            return true;
        }
        catch
        {
            await TryAbortAsync(path, upload);
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _storage.Dispose();

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static IReadOnlyList<WireUploadPart> Check(CreateUploadAnswer upload, int parts)
    {
        var credentials = WireNumbers.Items(upload.Credentials, "an upload part").ToList();
        return credentials.Select(part => part.PartNumber).Order().SequenceEqual(Enumerable.Range(1, parts))
            ? credentials
            : throw new ModelOpsException(
                ExitCode.RemoteFailure,
                RegistryDiagnostics.UnexpectedAnswer.At(
                    $"The server was asked for {parts} upload parts and gave {credentials.Count}, or gave them other numbers."));
    }

    private async Task<CreateUploadAnswer?> TryBeginAsync(string path, int parts, CancellationToken cancellationToken)
    {
        try
        {
            // An upload that was begun twice leaves nothing behind but an ID: repeating is safe.
            return await SendAsync(
                "create",
                path,
                new CreateUploadRequest(Name(path), parts),
                WireJson.Mlflow.CreateUploadRequest,
                WireJson.Mlflow.CreateUploadAnswer,
                Repeat.Always,
                cancellationToken);
        }
        catch (ModelOpsException exception) when (MlflowErrors.IsNotImplemented(exception))
        {
            return null;
        }
    }

    private async Task<WireSentPart[]> SendAsync(
        IReadOnlyList<WireUploadPart> parts, Func<CancellationToken, Task<Stream>> open, long partBytes, long length, CancellationToken cancellationToken)
    {
        var sent = new WireSentPart[parts.Count];
        await Parallel.ForEachAsync(
            parts,
            new ParallelOptions { MaxDegreeOfParallelism = ParallelParts, CancellationToken = cancellationToken },
            async (part, token) =>
            {
                var start = (part.PartNumber - 1) * partBytes;
                var isLast = length - start <= partBytes;
                sent[part.PartNumber - 1] = await SendAsync(part, open, start, isLast ? length - start : partBytes, isLast, token);
            });
        return sent;
    }

    private async Task<WireSentPart> SendAsync(
        WireUploadPart part, Func<CancellationToken, Task<Stream>> open, long start, long length, bool isLast, CancellationToken cancellationToken)
    {
        var call = new HttpCall(HttpMethod.Put, StorageUrl.Check(part.Url, _client.Server), Repeat.Always)
        {
            Headers = part.Headers ?? new Dictionary<string, string>(),
            Content = async (onSent, token) => new UploadContent(await StreamPart.OpenAsync(open, start, token), length, onSent, isWhole: isLast),
        };
        try
        {
            using var answer = await _storage.SendAsync(call, cancellationToken);
            return answer.IsSuccess
                ? new(part.PartNumber, ReadTag(answer), part.Url)
                : throw Fail(call, $"answered {(int)answer.Status}", answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
        }
        catch (HttpCallException failure) when (failure.InnerException?.GetBaseException() is RefusedAddressException refused)
        {
            throw new ModelOpsException(
                ExitCode.RemoteFailure, RegistryDiagnostics.UnsafeLocation.At($"The server hands out an upload URL that must not be called: {refused.Message}."), failure);
        }
        catch (HttpCallException failure)
        {
            throw Fail(call, $"got no answer: {failure.Message}", isRefused: false);
        }
    }

    // Verbatim: not every storage puts it in quotes as the HTTP grammar wants.
    private static string? ReadTag(HttpAnswer answer) =>
        answer.Headers.NonValidated.TryGetValues("ETag", out var tags) ? tags.ToString() : null;

    // The query of a presigned URL is a credential: only the host is named.
    private ModelOpsException Fail(HttpCall call, string what, bool isRefused) => new(
        ExitCode.RemoteFailure,
        (isRefused ? RegistryDiagnostics.Unauthorized : RegistryDiagnostics.Unreachable).At(
            _client.Errors.Words($"PUT of an upload part to the storage {call.Uri.Host} {what}") + "."));

    private Task<TAnswer> SendAsync<TBody, TAnswer>(
        string step,
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<TAnswer> answerType,
        Repeat repeat,
        CancellationToken cancellationToken)
    {
        var directory = path[..Math.Max(0, path.LastIndexOf('/'))];
        var escaped = string.Join('/', directory.Split('/').Select(Uri.EscapeDataString));
        return _client.SendAsync(HttpMethod.Post, $"/mlflow-artifacts/mpu/{step}/{escaped}", body, bodyType, answerType, repeat, cancellationToken);
    }

    private async Task TryAbortAsync(string path, CreateUploadAnswer upload)
    {
        // Not the caller's token: it may be why this runs. Short, and without a word: the first failure is the one that counts.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await SendAsync(
                "abort",
                path,
                new AbortUploadRequest(Name(path), upload.UploadId),
                WireJson.Mlflow.AbortUploadRequest,
                WireJson.Mlflow.WireNothing,
                Repeat.Always,
                limit.Token);
        }
        catch (Exception exception) when (exception is ModelOpsException or OperationCanceledException)
        {
            // The storage's own rule for unfinished uploads removes it.
        }
    }
}
