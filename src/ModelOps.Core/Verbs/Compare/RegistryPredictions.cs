using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Configuration;
using ModelOps.Core.Gathering.Models;
using ModelOps.Core.Gathering.Predictions;
using ModelOps.Core.Judging;
using ModelOps.Core.Releases;
using ModelOps.Core.Running;
using ModelOps.Evaluation;

namespace ModelOps.Core.Verbs.Compare;

/// <summary>Predictions for a comparison of versions of a registry. A file that the call gives for one side wins over that side's version.</summary>
internal sealed class RegistryPredictions
{
    private readonly CompareSettings _settings;
    private readonly VerbContext _context;
    private readonly Candidate _candidate;
    private readonly PredictionColumns _columns;
    private readonly PredictionSource _source;

    private RegistryPredictions(CompareSettings settings, VerbContext context, Candidate candidate)
    {
        (_settings, _context, _candidate) = (settings, context, candidate);
        _columns = ColumnChoice.Of(settings, candidate.Section, settings.Cluster ?? candidate.Section.Gates.Champion.Cluster);
        _source = new(context, candidate, new(context, candidate.Build, candidate.Root), settings.Refresh);
    }

    /// <summary>Finds, makes and aligns the predictions.</summary>
    /// <exception cref="ModelOpsException">The call names no model, there is no such version, or its predictions cannot be had.</exception>
    public static async Task<ComparedPredictions> GatherAsync(CompareSettings settings, VerbContext context, CancellationToken cancellationToken)
    {
        var model = settings.Model ?? throw new ModelOpsException(ExitCode.BadInput, EvaluationDiagnostics.NoEvaluation.At(
            "Nothing says what to compare: give --challenger-predictions and --champion-predictions, or --model with versions in a registry."));
        var environments = new EnvironmentResolver(context);
        var shortName = environments.ShortName(model);
        var section = CandidateResolver.FindSection(context, shortName);
        var environment = environments.NamedOrDefault(settings.Environment);
        var catalog = await environment.OpenAsync(context, cancellationToken);
        var (name, place) = await OpenPlaceAsync(section, environment, catalog, context, cancellationToken);
        await using var candidate = new Candidate
        {
            Section = section,
            Root = context.Configuration.Directory ?? context.WorkingDirectory,
            Environment = environment,
            Model = name,
            Build = await context.ReadBuildAsync(cancellationToken),
            Catalog = catalog,
            ChampionPlace = place,
        };
        return await new RegistryPredictions(settings, context, candidate).GatherAsync(cancellationToken);
    }

    private static async Task<(ModelName Name, ChampionPlace Place)> OpenPlaceAsync(
        ModelSection section, ReleaseEnvironment environment, ICatalog catalog, VerbContext context, CancellationToken cancellationToken)
    {
        try
        {
            var name = await environment.FindNameAsync(catalog, section.Name, context, cancellationToken);
            return (name, await ChampionPlace.OpenAsync(section, environment, catalog, context, cancellationToken));
        }
        catch
        {
            await catalog.DisposeAsync();
            throw;
        }
    }

    private async Task<ComparedPredictions> GatherAsync(CancellationToken cancellationToken)
    {
        using var output = new PrivateDirectory();
        var version = _settings.ChallengerPredictions is null ? await ChallengerAsync(cancellationToken) : null;
        // The champion first: what runs for the challenger cannot touch predictions that are read already.
        var champion = await ChampionAsync(output.Below("champion"), cancellationToken);
        var (challenger, name) = version is null
            ? (await PredictionReader.ReadAsync(_settings.ChallengerPredictions!, _columns, cancellationToken), _settings.ChallengerPredictions!)
            : await ReadAsync(version, _candidate.Catalog, output.Below("challenger"), cancellationToken);
        _source.DropForeign();
        return champion is var (set, championName)
            ? Align(challenger, name, set, championName)
            : new(_candidate.Section, _candidate.Root, challenger, name, Champion: null, "");
    }

    private async Task<(PredictionSet Set, string Name)?> ChampionAsync(string output, CancellationToken cancellationToken)
    {
        if (_settings.ChampionPredictions is { } file)
        {
            return (await PredictionReader.ReadAsync(file, _columns, cancellationToken), file);
        }

        var alias = _settings.ChampionAlias ?? _candidate.Section.Gates.Champion.Alias;
        return await _candidate.ChampionPlace.FindAsync(alias, cancellationToken) is { } version
            ? await ReadAsync(version, _candidate.ChampionPlace.Catalog, output, cancellationToken)
            : null;
    }

    private ComparedPredictions Align(PredictionSet challenger, string challengerName, PredictionSet champion, string championName)
    {
        var (first, second) = RowAlignment.Align(challenger, champion, challengerName, championName);
        return new(_candidate.Section, _candidate.Root, first, challengerName, second, championName);
    }

    private Task<ModelVersion> ChallengerAsync(CancellationToken cancellationToken)
    {
        var choice = new VersionChoice(_settings.Version, _settings.ChallengerAlias, "challenger-alias");
        return SelectedVersion.FindAsync(_candidate.Catalog.Registry, _candidate.Environment.Name, _candidate.Model, choice, cancellationToken);
    }

    private async Task<(PredictionSet Set, string Name)> ReadAsync(
        ModelVersion version, ICatalog catalog, string output, CancellationToken cancellationToken)
    {
        using var model = await new ModelFetcher(_context, catalog).FetchAsync(version, cancellationToken);
        var found = await _source.FindAsync(model, needsMetrics: false, output, cancellationToken);
        var set = await PredictionReader.ReadAsync(found.Files.Predictions, _columns, cancellationToken);
        await _source.KeepAsync(found, cancellationToken);
        return (set, model.Name);
    }
}
