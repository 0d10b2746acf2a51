using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Evaluation;
using ModelOps.Evaluation.Reading;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Evaluation;

/// <summary>Writes files of predictions and reads them.</summary>
internal sealed class PredictionLab : IDisposable
{
    private readonly TempDirectory _directory = new();

    public static PredictionColumns Binary { get; } = new() { Task = EvaluationTask.Binary, Label = "y", Prediction = "p" };

    public static PredictionColumns Regression { get; } = Binary with { Task = EvaluationTask.Regression };

    public static PredictionColumns Multiclass { get; } = Binary with { Task = EvaluationTask.Multiclass };

    public static PredictionColumns Ranking { get; } = Binary with { Task = EvaluationTask.Ranking, Query = "q" };

    public void Dispose() => _directory.Dispose();

    public string File(string name) => _directory.File(name);

    public string Write(byte[] content, string name)
    {
        System.IO.File.WriteAllBytes(File(name), content);
        return File(name);
    }

    public string Write(string text, string name = "p.csv") => Write(Encoding.UTF8.GetBytes(text), name);

    public Task<PredictionSet> ReadAsync(string text, PredictionColumns columns, string name = "p.csv", ReadLimits? limits = null) =>
        PredictionReader.ReadAsync(Write(text, name), columns, limits ?? ReadLimits.Default, CancellationToken.None);

    public async Task<IReadOnlyList<Diagnostic>> RefuseAsync(string text, PredictionColumns columns, string name = "p.csv", ReadLimits? limits = null)
    {
        var failure = await Assert.ThrowsAsync<ModelOpsException>(() => ReadAsync(text, columns, name, limits));
        Assert.Equal(ExitCode.BadInput, failure.ExitCode);
        return failure.Diagnostics;
    }

    /// <summary>Reads a file that has exactly one problem.</summary>
    /// <returns>Its code, line and message.</returns>
    public async Task<(string Code, int Line, string Message)> RefuseOnceAsync(string text, PredictionColumns columns, string name = "p.csv", ReadLimits? limits = null)
    {
        var problem = Assert.Single(await RefuseAsync(text, columns, name, limits));
        return (problem.Code, problem.Span?.Line ?? 0, problem.Message);
    }
}
