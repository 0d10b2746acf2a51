using ModelOps.Backends;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Contract;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;
using ModelOps.Core.Verbs.Check;
using ModelOps.Core.Verbs.Register;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Contract;

/// <summary>What a caller in C# leaves out is found where the command finds it.</summary>
public sealed class OptionalInputTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_model_that_is_left_out_is_the_only_one_of_the_configuration()
    {
        var package = Write("churn.modelpkg", "");
        Write("modelops.yml", "version: 1\nmodels:\n  - name: churn\n    path: models/churn\n");

        var typed = Bind(new RegisterSettings { Package = package });
        var texts = Bind(VerbCatalog.For<RegisterSettings>(), new(new Dictionary<string, IReadOnlyList<string>> { ["Package"] = [package] }));

        Assert.Equal(ExitCode.Ok, typed.ExitCode);
        Assert.Contains(new ValueOrigin("model", "churn", "modelops.yml models"), typed.Origins);
        Assert.Equal(texts.Origins, typed.Origins);
    }

    [Fact]
    public void A_model_that_is_left_out_and_known_nowhere_is_missing()
    {
        var report = Bind(new CheckSettings());
        Assert.Equal(ExitCode.BadInput, report.ExitCode);
        Assert.Equal("MOP0001", Assert.Single(report.Diagnostics).Code);
    }

    private VerbReport Bind<TSettings>(TSettings settings)
        where TSettings : VerbSettings
    {
        var verb = VerbCatalog.For<TSettings>();
        return Bind(verb, TypedSettings.ToArguments(verb, settings));
    }

    private VerbReport Bind(VerbDescriptor verb, ArgumentSource arguments) => new VerbRunner(new()
    {
        Host = new RecordingHost(),
        Environment = new TestEnvironment(),
        Backends = AllBackends.List,
        WorkingDirectory = _directory.Path,
    }).Explain(verb, arguments);

    private string Write(string name, string text)
    {
        File.WriteAllText(_directory.File(name), text);
        return _directory.File(name);
    }
}
