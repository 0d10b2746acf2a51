using FsCheck;
using FsCheck.Fluent;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Hosting;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Hosting;

public class HostDiagnosticTests
{
    private static readonly Diagnostic[] Diagnostics =
    [
        ConfigurationDiagnostics.UnknownKey.At("Unknown key 'modles'. Did you mean 'models'?", new("modelops.yml", 3, 5)),
        ConfigurationDiagnostics.UnknownKey.At("100 % wrong: a,b;c]d", new("a,b:c;d].yml", 2)),
        ConfigurationDiagnostics.WaiverExpired.At("The waiver ended on 2026-01-01.", new("modelops.yml")),
        HostDiagnostics.Cancelled.At("'register' was cancelled.\n::error::forged\n##vso[task.complete]forged"),
        HostDiagnostics.Internal.At("System.Exception: boom\n   at A.B()\n::error::forged"),
        new(InputDiagnostics.Missing, Severity.Info, "Worth knowing.", null),
    ];

    [Fact]
    public void GitHub_gets_annotations() => Snapshot.Match(Render(output => new GitHubHost(new TestEnvironment(), output, new())), "diagnostics-github");

    [Fact]
    public void Azure_gets_issues() => Snapshot.Match(Render(output => new AzureHost(new TestEnvironment(), output, new())), "diagnostics-azure");

    [Fact]
    public void A_plain_stream_gets_compiler_lines() => Snapshot.Match(Render(output => new ConsoleHost(output, new(), isRich: false)), "diagnostics-plain");

    [Fact]
    public void A_terminal_gets_colour_excerpt_and_caret()
    {
        using var directory = new TempDirectory();
        var file = directory.File("modelops.yml");
        File.WriteAllText(file, "version: 1\nmodles: []\n");
        var output = new StringWriter();

        new ConsoleHost(output, new(), isRich: true).Report(ConfigurationDiagnostics.UnknownKey.At("Unknown key 'modles'.", new(file, 2, 1)));

        Snapshot.Match(output.ToString().Replace(directory.Path, "DIR", StringComparison.Ordinal).Replace("\u001b", "<ESC>", StringComparison.Ordinal), "diagnostics-terminal");
    }

    [Fact]
    public void A_hostile_message_makes_no_command_but_the_hosts_own() =>
        Prop.ForAll(HostileText.Arbitrary, text =>
        {
            var diagnostic = ConfigurationDiagnostics.UnknownKey.At(text, new("a" + text, 1, 1));
            var gitHub = Render(output => new GitHubHost(new TestEnvironment(), output, new()), diagnostic);
            var azure = Render(output => new AzureHost(new TestEnvironment(), output, new()), diagnostic);
            var plain = Render(output => new ConsoleHost(output, new(), isRich: false), diagnostic);
            return RunnerLog.Commands(gitHub) is [("error", _, _)]
                && AgentLog.Commands(gitHub).Count == 0
                && AgentLog.Commands(azure) is [("task.logissue", _, _)]
                && RunnerLog.Commands(plain).Count == 0
                && AgentLog.Commands(plain).Count == 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_masked_secret_is_hidden_on_every_host()
    {
        const string secret = "s3cret+/=\"value";
        var diagnostic = InputDiagnostics.Invalid.At($"bad {secret} and {Uri.EscapeDataString(secret)}");
        foreach (var create in new Func<TextWriter, IBuildHost>[]
        {
            output => new GitHubHost(new TestEnvironment(), output, new()),
            output => new AzureHost(new TestEnvironment(), output, new()),
            output => new ConsoleHost(output, new(), isRich: false),
        })
        {
            var output = new StringWriter();
            var host = create(output);
            host.Mask(secret);
            output.GetStringBuilder().Clear();

            host.Report(diagnostic);

            Assert.Contains("bad *** and ***", output.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("s3cret", output.ToString(), StringComparison.Ordinal);
        }
    }

    private static string Render(Func<TextWriter, IBuildHost> create, params Diagnostic[] diagnostics)
    {
        var output = new StringWriter { NewLine = "\n" };
        var host = create(output);
        foreach (var diagnostic in diagnostics.Length > 0 ? diagnostics : Diagnostics)
        {
            host.Report(diagnostic);
        }

        return output.ToString();
    }
}
