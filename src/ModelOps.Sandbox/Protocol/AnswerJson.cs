using System.Text;
using System.Text.Json;

namespace ModelOps.Sandbox.Protocol;

/// <summary>
/// Writes the JSON of every answer as MLflow's server does: messages with an indent of two, failures on one line with spaces, and what its web
/// framework makes of a dictionary on one line without.
/// </summary>
internal static class AnswerJson
{
    private const string Json = "application/json";

    private static readonly JsonWriterOptions Message = new() { Encoder = PythonEncoder.Instance, Indented = true, IndentSize = 2, NewLine = "\n" };

    private static readonly JsonWriterOptions Dictionary = new() { Encoder = PythonEncoder.Instance };

    /// <summary>Writes an answer.</summary>
    public static async Task WriteAsync(HttpResponse response, Answer answer, CancellationToken cancellationToken)
    {
        response.ContentType = Json;
        await using (var writer = new Utf8JsonWriter(response.BodyWriter, answer.IsDictionary ? Dictionary : Message))
        {
            answer.Write(writer);
        }

        if (answer.IsDictionary)
        {
            Append(response, "\n");
        }

        await response.BodyWriter.FlushAsync(cancellationToken);
    }

    /// <summary>Writes a failure.</summary>
    public static async Task WriteAsync(HttpResponse response, MlflowFault fault, Behavior behavior, CancellationToken cancellationToken)
    {
        response.StatusCode = fault.Code.Status;
        response.ContentType = Json;
        var state = behavior == Behavior.Mlflow3 && fault.Code.SqlState is { } sqlState
            ? $", \"sqlstate\": {PythonJson.Quote(sqlState)}, \"error_class\": {PythonJson.Quote(fault.Code.ErrorClass!)}"
            : "";
        Append(response, $"{{\"error_code\": {PythonJson.Quote(fault.Code.Name)}, \"message\": {PythonJson.Quote(fault.Message)}{state}}}");
        await response.BodyWriter.FlushAsync(cancellationToken);
    }

    private static void Append(HttpResponse response, string text) => Encoding.ASCII.GetBytes(text.AsSpan(), response.BodyWriter);
}
