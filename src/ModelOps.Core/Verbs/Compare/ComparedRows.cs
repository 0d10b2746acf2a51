using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Gates.Champion;
using ModelOps.Evaluation;

namespace ModelOps.Core.Verbs.Compare;

/// <summary>Predictions of two models, aligned.</summary>
/// <param name="Challenger">Predictions of the challenger.</param>
/// <param name="ChallengerName">What the challenger is called.</param>
/// <param name="Champion">Predictions of the champion, or of the baseline in its place.</param>
/// <param name="ChampionName">What the champion or the baseline is called.</param>
/// <param name="IsBaseline">Whether a baseline is in the place of the champion.</param>
internal sealed record ComparedRows(PredictionSet Challenger, string ChallengerName, PredictionSet Champion, string ChampionName, bool IsBaseline)
{
    private const string ConstantName = "constant baseline";

    /// <summary>Reads files of both models side by side, and tells the problems of both.</summary>
    /// <exception cref="ModelOpsException">A file has problems, or both are not about the same rows (exit 2).</exception>
    public static async Task<ComparedRows> ReadAsync(string challengerFile, string championFile, PredictionColumns columns, CancellationToken cancellationToken)
    {
        var challenger = PredictionReader.ReadAsync(challengerFile, columns, cancellationToken);
        var champion = PredictionReader.ReadAsync(championFile, columns, cancellationToken);
        try
        {
            await Task.WhenAll(challenger, champion);
        }
        catch (ModelOpsException)
        {
            var failures = new Task[] { challenger, champion }.SelectMany(task => task.Exception?.InnerExceptions ?? []).OfType<ModelOpsException>();
            throw new ModelOpsException(ExitCode.BadInput, [.. failures.SelectMany(failure => failure.Diagnostics).Distinct()]);
        }

        return Align(await challenger, challengerFile, await champion, championFile, isBaseline: false);
    }

    /// <summary>Puts the baseline of modelops.yml beside a challenger that has no champion.</summary>
    /// <param name="challenger">Predictions of the challenger.</param>
    /// <param name="challengerName">What the challenger is called.</param>
    /// <param name="baseline">How the baseline predicts.</param>
    /// <param name="root">Directory in which the paths of modelops.yml start.</param>
    /// <param name="columns">Columns of the challenger's predictions.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="ModelOpsException">modelops.yml wants no baseline, or its file has problems (exit 2).</exception>
    public static async Task<ComparedRows> WithBaselineAsync(
        PredictionSet challenger, string challengerName, BaselineSection baseline, string root, PredictionColumns columns, CancellationToken cancellationToken) => baseline switch
        {
            { Kind: BaselineKind.Constant } => new(challenger, challengerName, Baselines.Constant(challenger), ConstantName, IsBaseline: true),
            { Kind: BaselineKind.Predictions, Predictions: { } file } =>
                Align(
                    challenger, challengerName, await PredictionReader.ReadAsync(Path.GetFullPath(file, root), columns, cancellationToken), Path.GetFullPath(file, root), isBaseline: true),
            _ => throw new ModelOpsException(ExitCode.BadInput, EvaluationDiagnostics.NoEvaluation.At(
                "There is no champion, and gates.champion.baseline of modelops.yml names nothing to compare with in its place.")),
        };

    private static ComparedRows Align(PredictionSet challenger, string challengerName, PredictionSet other, string otherName, bool isBaseline)
    {
        var (first, second) = RowAlignment.Align(challenger, other, challengerName, otherName);
        return new(first, challengerName, second, otherName, isBaseline);
    }
}
