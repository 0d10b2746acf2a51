using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using ModelOps.Sandbox.Protocol;
using ModelOps.Sandbox.Rpc;

namespace ModelOps.Sandbox.Artifacts;

/// <summary>Calls that upload a file in parts. Where that is not offered, they answer as a server whose artifacts are in a plain directory.</summary>
/// <param name="uploads">Uploads under way; null when none are offered.</param>
internal sealed class MultipartCalls(MultipartUploads? uploads)
{
    /// <summary>Where the parts go.</summary>
    public const string PartRoute = "/api/2.0/mlflow-artifacts/mpu/parts/{upload}/{token}/{number:int}";

    private const int MaxParts = 10_000;

    private static readonly MessageShape Part = new(Field.Integer("part_number"), Field.Text("etag"), Field.Text("url"));

    /// <summary>The calls.</summary>
    public IReadOnlyList<RpcEndpoint> All =>
    [
        new(
            "POST",
            "mlflow-artifacts/mpu/create/{**path}",
            new(Field.Text("path"), Field.Integer("num_parts")),
            [ParameterRules.RequiredText("path"), new("num_parts", Rule.Integer)],
            Create),
        new(
            "POST",
            "mlflow-artifacts/mpu/complete/{**path}",
            new(Field.Text("path"), Field.Text("upload_id"), Field.Message("parts", Part).Many),
            [ParameterRules.RequiredText("path"), ParameterRules.Text("upload_id"), new("parts", Rule.Required)],
            Complete),
        new(
            "POST",
            "mlflow-artifacts/mpu/abort/{**path}",
            new(Field.Text("path"), Field.Text("upload_id")),
            [ParameterRules.RequiredText("path"), ParameterRules.Text("upload_id")],
            Abort),
    ];

    /// <summary>Receives one part.</summary>
    public static async Task ReceivePartAsync(HttpContext http, MultipartUploads uploads)
    {
        var route = http.Request.RouteValues;
        var upload = uploads.Find((string)route["upload"]!);
        var number = int.Parse((string)route["number"]!, CultureInfo.InvariantCulture);
        var token = Encoding.UTF8.GetBytes((string)route["token"]!);
        if (!CryptographicOperations.FixedTimeEquals(token, Encoding.UTF8.GetBytes(upload.Token)) || number < 1 || number > upload.Count)
        {
            throw MlflowFault.Missing("The multipart upload has no such part");
        }

        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        http.Response.Headers.ETag = await upload.ReceiveAsync(number, http.Request.ContentLength, http.Request.BodyReader, http.RequestAborted);
        http.Response.ContentType = "application/xml";
    }

    private ValueTask<Answer> Create(RpcCall call, CancellationToken cancellationToken)
    {
        var target = TargetOf(call);
        var offered = Require();
        var count = call.Request.Integer("num_parts");
        if (count is < 1 or > MaxParts)
        {
            throw MlflowFault.Invalid($"Parameter 'num_parts' must be between 1 and {MaxParts}, got {count}");
        }

        var (id, upload) = offered.Begin(target, (int)count);
        var parts = $"{call.Address}/api/2.0/mlflow-artifacts/mpu/parts/{id}/{upload.Token}";
        var credentials = Enumerable.Range(1, (int)count).Select(number => new MultipartCredential($"{parts}/{number}", number));
        return new(Answer.Of(new MultipartTicket(id, [.. credentials]), ArtifactJson.Default.MultipartTicket));
    }

    private ValueTask<Answer> Complete(RpcCall call, CancellationToken cancellationToken)
    {
        var upload = FindUpload(call);
        upload.Complete([.. call.Request.Parts("parts").Select(part => (part.Integer("part_number"), part.Text("etag")))]);
        uploads!.End(call.Request.Text("upload_id"));
        return new(Answer.Empty);
    }

    private ValueTask<Answer> Abort(RpcCall call, CancellationToken cancellationToken)
    {
        FindUpload(call);
        uploads!.End(call.Request.Text("upload_id"));
        return new(Answer.Empty);
    }

    private MultipartUpload FindUpload(RpcCall call)
    {
        var target = TargetOf(call);
        var upload = Require().Find(call.Request.Text("upload_id"));
        return upload.Target == target ? upload : throw MlflowFault.Invalid($"The multipart upload is of another file than '{target}'");
    }

    // The path in the URL is the directory; of the path in the message only the file's name counts.
    private static string TargetOf(RpcCall call)
    {
        var directory = ArtifactPath.Parse(call.PathValue("path"));
        return ArtifactPath.ParseFile(ArtifactPath.Join(directory, call.Request.Text("path").Split('/')[^1]));
    }

    private MultipartUploads Require() =>
        uploads ?? throw new MlflowFault(ErrorCode.NotImplemented, "Multipart upload is not supported for the current artifact repository");
}
