using System.CommandLine;
using System.CommandLine.Invocation;
using ModelOps.Abstractions.Catalogs;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Hosting;
using ModelOps.Core.Dispatch;
using ModelOps.Core.Launching;
using ModelOps.Core.Running;
using ModelOps.Core.Verbs;

namespace ModelOps.Cli;

/// <summary>The command: parses, hands the texts to the one runner, and prints what comes back.</summary>
/// <param name="console">Where results and findings go.</param>
/// <param name="environment">Environment variables.</param>
/// <param name="workingDirectory">Where relative paths start.</param>
internal sealed class CliApplication(CliConsole console, IEnvironment environment, string workingDirectory)
{
    /// <summary>The verbs; all of the toolkit's by default.</summary>
    public IReadOnlyList<VerbDescriptor> Verbs { get; init; } = VerbCatalog.All;

    /// <summary>The backends; their secrets are masked, too.</summary>
    public required BackendList Backends { get; init; }

    /// <summary>The sandbox that this program has inside; null where it is a program of its own.</summary>
    public IOwnSandbox? OwnSandbox { get; init; }

    /// <summary>Runs one call.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        words = HelpWord.Expand(words);
        var session = new CliSession(console, environment, words);
        var exitCode = session.Format.Problem is { } problem ? (int)session.Refuse([problem]) : await RunAsync(session, words, cancellationToken);
        session.Close();
        return exitCode;
    }

    private async Task<int> RunAsync(CliSession session, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var root = CommandFactory.Create(Verbs, words, new ConfiguredNames(workingDirectory));

        // A value that begins with '@' is a value, not a file of further arguments.
        var parsed = root.Parse(words, new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parsed.Action is not (null or ParseErrorAction) && !HelpAction.IsForUnknown(parsed))
        {
            return await parsed.InvokeAsync(new() { Output = console.Out, Error = console.Error }, cancellationToken);
        }

        return parsed.CommandResult.Command switch
        {
            VerbCommand command => (int)await RunVerbAsync(session, command, parsed, words, cancellationToken),
            CompletionCommand command => (int)PrintCompletion(session, command.ShellOf(parsed)),
            var command => (int)RefuseCall(session, command as GroupCommand, parsed.UnmatchedTokens),
        };
    }

    private async Task<ExitCode> RunVerbAsync(
        CliSession session, VerbCommand command, ParseResult parsed, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var reader = new CallReader(command, words);
        var arguments = reader.Read(parsed);
        var runner = new VerbRunner(new VerbWorld
        {
            Host = session.Host,
            Environment = environment,
            Backends = Backends,
            WorkingDirectory = workingDirectory,
            Progress = session.CreateProgress(),
            OnAnnounced = session.Writer.Write,
            OwnSandbox = OwnSandbox,
        });

        if (reader.Problems.Count > 0)
        {
            session.Report(reader.Problems);
            var report = runner.Explain(command.Verb, arguments);
            session.Writer.Write(report with { ExitCode = ExitCode.BadInput, Diagnostics = [.. reader.Problems, .. report.Diagnostics] });
            return ExitCode.BadInput;
        }

        if (OpenSslLibrary.Missing() is { } missing)
        {
            session.Report([missing]);
            session.Writer.Write(runner.Explain(command.Verb, arguments) with { ExitCode = ExitCode.CouldNotRun, Diagnostics = [missing] });
            return ExitCode.CouldNotRun;
        }

        if (words.Contains(GlobalOption.Explain))
        {
            var report = runner.Explain(command.Verb, arguments);
            session.Writer.WriteOrigins(report);
            return report.ExitCode;
        }

        var done = await runner.RunAsync(command.Verb, arguments, cancellationToken);
        if (!done.WasAnnounced)
        {
            session.Writer.Write(done);
        }

        return done.ExitCode;
    }

    private ExitCode PrintCompletion(CliSession session, string? shell)
    {
        if (CompletionScript.For(shell) is { } script)
        {
            console.Out.WriteLine(script);
            return ExitCode.Ok;
        }

        var found = shell is null ? "nothing" : $"'{shell}'";
        return session.Refuse([InputDiagnostics.Invalid.At(
            $"Expected one of {string.Join(", ", CompletionScript.Shells)}, found {found}.")]);
    }

    private ExitCode RefuseCall(CliSession session, GroupCommand? group, IReadOnlyList<string> tokens)
    {
        if (tokens.Count == 0)
        {
            console.Error.Write(group is null ? HelpText.Of(Verbs) : HelpText.Of(group));
            return session.Refuse([InputDiagnostics.Missing.At($"No verb was given. Expected: modelops {(group is null ? "" : $"{group.Name} ")}<verb> [options].")]);
        }

        return session.Refuse([.. tokens.TakeWhile((token, index) => index == 0 || token.StartsWith('-')).Select(token => UnknownWord.Explain(token, group, Verbs))]);
    }
}
