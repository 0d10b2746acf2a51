using ModelOps.Core.Configuration;
using ModelOps.Evaluation;

namespace ModelOps.Core.Gathering.Predictions;

/// <summary>Predictions of two versions, aligned.</summary>
/// <param name="Model">The model's section of modelops.yml.</param>
/// <param name="Root">Directory of modelops.yml, for the baseline that it names.</param>
/// <param name="Challenger">Predictions of the challenger.</param>
/// <param name="ChallengerName">What the challenger is called.</param>
/// <param name="Champion">Predictions of the champion; null when there is none and a baseline takes its place.</param>
/// <param name="ChampionName">What the champion is called; empty when there is none.</param>
internal sealed record ComparedPredictions(
    ModelSection Model, string Root, PredictionSet Challenger, string ChallengerName, PredictionSet? Champion, string ChampionName);
