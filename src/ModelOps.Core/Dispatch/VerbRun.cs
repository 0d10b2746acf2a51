using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
using ModelOps.Core.Processes;
using ModelOps.Core.Running;

namespace ModelOps.Core.Dispatch;

/// <summary>One run of one verb: configuration, binding, execution, and every failure turned into a report.</summary>
/// <param name="world">What the front and the machine provide.</param>
/// <param name="verb">The verb.</param>
/// <param name="arguments">Explicit arguments.</param>
/// <param name="loaded">The configuration; null when it has not been read.</param>
/// <param name="announce">Takes the report of a verb that goes on.</param>
internal sealed class VerbRun(VerbWorld world, VerbDescriptor verb, ArgumentSource arguments, LoadedConfiguration? loaded, Action<VerbReport> announce)
{
    private static readonly InputName ConfigInput = new(nameof(VerbSettings.Config));

    private readonly List<Diagnostic> _diagnostics = [];
    private IReadOnlyList<ValueOrigin> _origins = [];
    private ToolkitConfiguration _configuration = ToolkitConfiguration.Empty;

    /// <summary>Binds and runs nothing.</summary>
    /// <param name="isForSeveral">Whether every model gives its own inputs, so that none is missing.</param>
    public VerbReport Bind(bool isForSeveral = false)
    {
        try
        {
            BindSettings();
            _diagnostics.RemoveAll(problem => isForSeveral && problem.Descriptor == InputDiagnostics.Missing);
            return Report(_diagnostics.Exists(d => d.Severity == Severity.Error) ? ExitCode.BadInput : ExitCode.Ok);
        }
        catch (Exception failure)
        {
            return ReportFailure(failure, CancellationToken.None);
        }
    }

    public async Task<VerbReport> ExecuteAsync(CancellationToken cancellationToken)
    {
        VerbContext? context = null;
        void Announce(object result) => announce(new(verb, ExitCode.Ok, result, [.. _diagnostics, .. context!.Diagnostics], _origins));
        try
        {
            if (BindSettings() is not { } settings)
            {
                return Report(ExitCode.BadInput);
            }

            context = VerbContexts.Create(world, _configuration, Announce);
            var outcome = await verb.RunAsync(settings, context, cancellationToken);
            _diagnostics.AddRange(context.Diagnostics);
            return Report(outcome.ExitCode, outcome.Result) with { Summary = context.Summary, HasNews = context.HasNews, Next = outcome.ExitCode == ExitCode.Ok ? NextOf(context, settings) : null };
        }
        catch (Exception failure)
        {
            _diagnostics.AddRange(context?.Diagnostics ?? []);
            return ReportFailure(failure, cancellationToken) with { Summary = context?.Summary };
        }
    }

    /// <summary>Ends the run with a failure.</summary>
    public VerbReport ReportFailure(Exception failure, CancellationToken cancellationToken)
    {
        world.Debug.Write("failure", failure.ToString());
        switch (failure)
        {
            case ModelOpsException expected:
                return Report(expected);
            case OperationCanceledException when cancellationToken.IsCancellationRequested:
                _diagnostics.Add(HostDiagnostics.Cancelled.At($"'{verb.CommandText}' was cancelled. Run it again to resume."));
                return Report(ExitCode.Cancelled);
            case IOException or UnauthorizedAccessException:
                _diagnostics.Add(HostDiagnostics.FileFailed.At(failure.Message));
                return Report(ExitCode.BadInput);
            default:
                _diagnostics.Add(HostDiagnostics.Internal.At($"'{verb.CommandText}' met an error that the toolkit did not expect: {failure}"));
                return Report(ExitCode.InternalError);
        }
    }

    // A configuration that was named for this call is that of the next one too.
    private static string? NextOf(VerbContext context, object settings) => context.Next is { } words
        ? CommandText.Join(["modelops", .. words, .. settings is VerbSettings { Config: { } file } ? ["--config", NextWords.Path(file, context.WorkingDirectory)] : Array.Empty<string>()])
        : null;

    private object? BindSettings()
    {
        loaded ??= LoadedConfiguration.Read(world, verb, arguments);
        _configuration = loaded.Configuration;
        _diagnostics.AddRange(loaded.Problems);
        var isBroken = loaded.IsBroken;
        var environment = new EnvironmentSource(world.Environment);
        var model = NamedModel([arguments, environment]);
        var configured = new ConfigurationSource(_configuration, verb.Name, world.WorkingDirectory, model);
        var bound = new SettingsBinder(world.WorkingDirectory, isBroken ? null : new(_configuration, verb, model)).Bind(verb, [arguments, environment, configured]);
        _origins = [.. bound.Origins.Select(WithFoundFile)];

        RunFacts.Bound(world.Debug, _configuration.File, _origins);

        // What a broken modelops.yml might have given is not called missing.
        _diagnostics.AddRange(bound.Diagnostics.Where(problem => !isBroken || problem.Descriptor != InputDiagnostics.Missing));
        return isBroken ? null : bound.Settings;
    }

    // Nobody named the file, but one was found and is read.
    private ValueOrigin WithFoundFile(ValueOrigin origin) =>
        origin.Input == ConfigInput.Kebab && origin.Value is null && _configuration.File is { } file ? origin with { Value = file, Source = "found" } : origin;

    private string? NamedModel(IReadOnlyList<IInputSource> sources) => verb.Inputs.FirstOrDefault(input => input.Name.Property == "Model") is { } input
        ? sources.Select(source => source.Find(input)).FirstOrDefault(value => value is not null)?.Texts[0]
        : null;

    private VerbReport Report(ModelOpsException failure)
    {
        _diagnostics.AddRange(failure.Diagnostics);
        return Report(failure.ExitCode);
    }

    private VerbReport Report(ExitCode exitCode, object? result = null) => new(verb, exitCode, result, _diagnostics, _origins);
}
