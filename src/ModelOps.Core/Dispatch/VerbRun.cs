using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;
using ModelOps.Core.Configuration;
using ModelOps.Core.Contract;
using ModelOps.Core.Hosting;
using ModelOps.Core.Rules;
using ModelOps.Core.Running;

namespace ModelOps.Core.Dispatch;

/// <summary>One run of one verb: configuration, binding, execution, and every failure turned into a report.</summary>
/// <param name="world">What the front and the machine provide.</param>
/// <param name="verb">The verb.</param>
/// <param name="arguments">Explicit arguments.</param>
/// <param name="announce">Takes the report of a verb that goes on.</param>
internal sealed class VerbRun(VerbWorld world, VerbDescriptor verb, ArgumentSource arguments, Action<VerbReport> announce)
{
    private static readonly InputName ConfigInput = new(nameof(VerbSettings.Config));

    private readonly List<Diagnostic> _diagnostics = [];
    private IReadOnlyList<ValueOrigin> _origins = [];
    private ToolkitConfiguration _configuration = ToolkitConfiguration.Empty;

    public VerbReport Bind()
    {
        try
        {
            BindSettings();
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

            context = CreateContext(Announce);
            var outcome = await verb.RunAsync(settings, context, cancellationToken);
            _diagnostics.AddRange(context.Diagnostics);
            return Report(outcome.ExitCode, outcome.Result) with { Summary = context.Summary };
        }
        catch (Exception failure)
        {
            _diagnostics.AddRange(context?.Diagnostics ?? []);
            return ReportFailure(failure, cancellationToken) with { Summary = context?.Summary };
        }
    }

    private VerbReport ReportFailure(Exception failure, CancellationToken cancellationToken)
    {
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
                _diagnostics.Add(HostDiagnostics.Internal.At(failure.ToString()));
                return Report(ExitCode.InternalError);
        }
    }

    private object? BindSettings()
    {
        var environment = new EnvironmentSource(world.Environment);
        var isBroken = !TryLoadConfiguration([arguments, environment]);
        var configured = new ConfigurationSource(_configuration, verb.Name, world.WorkingDirectory);
        var bound = new SettingsBinder(world.WorkingDirectory).Bind(verb, [arguments, environment, configured]);
        _origins = [.. bound.Origins.Select(WithFoundFile)];

        // What a broken modelops.yml might have given is not called missing.
        _diagnostics.AddRange(bound.Diagnostics.Where(problem => !isBroken || problem.Descriptor != InputDiagnostics.Missing));
        return isBroken ? null : bound.Settings;
    }

    // Nobody named the file, but one was found and is read.
    private ValueOrigin WithFoundFile(ValueOrigin origin) =>
        origin.Input == ConfigInput.Kebab && origin.Value is null && _configuration.File is { } file ? origin with { Value = file, Source = "found" } : origin;

    private bool TryLoadConfiguration(IReadOnlyList<IInputSource> sources)
    {
        try
        {
            if (!verb.IsAboutTool && ConfigurationLocator.Find(sources, verb, world.WorkingDirectory) is { } file)
            {
                _configuration = ConfigurationLoader.Load(file);
            }

            return true;
        }
        catch (ModelOpsException failure)
        {
            _diagnostics.AddRange(failure.Diagnostics);
            return false;
        }
    }

    private VerbContext CreateContext(Action<object> onAnnounced)
    {
        var findings = new Findings();
        var backends = new BackendContext
        {
            Environment = world.Environment,
            IsUntrusted = BuildInfoReader.IsUntrusted(world.Environment),
            Time = world.Time,
            Progress = world.Progress,
            Mask = world.Host.Mask,
            Report = findings.AddOnce,
        };
        return new()
        {
            WorkingDirectory = world.WorkingDirectory,
            Configuration = _configuration,
            BuildReader = token => BuildInfoReader.ReadAsync(world.Environment, world.WorkingDirectory, token),
            Environment = world.Environment,
            Catalogs = new CatalogConnector(world.Backends, backends),
            Findings = findings,
            Time = world.Time,
            Progress = world.Progress,
            Relay = world.Host.Relay,
            OnAnnounced = onAnnounced,
            OwnSandbox = world.OwnSandbox,
            OnStep = world.OnStep,
        };
    }

    private VerbReport Report(ModelOpsException failure)
    {
        _diagnostics.AddRange(failure.Diagnostics);
        return Report(failure.ExitCode);
    }

    private VerbReport Report(ExitCode exitCode, object? result = null) => new(verb, exitCode, result, _diagnostics, _origins);
}
