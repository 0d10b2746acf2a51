using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Hosting;
using ModelOps.Core.Processes;
using ModelOps.Core.Running;

namespace ModelOps.Core.Gathering;

/// <summary>Prepares commands of modelops.yml: their words, their environment, and what becomes of their output.</summary>
/// <param name="context">The verb's context.</param>
/// <param name="build">What is being built: an untrusted pull request gets no variables of its choice.</param>
/// <param name="root">Directory of modelops.yml.</param>
internal sealed class CommandStarter(VerbContext context, BuildInfo build, string root)
{
    private readonly SecretRedactor _redactor = SecretValues.CreateRedactor(context.Environment);
    private readonly Dictionary<string, IReadOnlyList<string>> _passed = new(StringComparer.Ordinal);

    /// <summary>The process of a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="places">Values of placeholders.</param>
    /// <param name="variables">What the command gets as environment variables beside what it may have of ours.</param>
    /// <exception cref="ModelOpsException">The directory of the command does not exist (MOP0004), or the command names no program (MOP6012).</exception>
    public async Task<ProcessRequest> RequestAsync(TeamCommand command, IReadOnlyDictionary<string, string> places, IReadOnlyDictionary<string, string> variables)
    {
        var directory = Path.GetFullPath(command.Directory ?? ".", root);
        if (!Directory.Exists(directory))
        {
            throw new ModelOpsException(ExitCode.BadInput, InputDiagnostics.PathMissing.At($"{command.Key}: there is no directory '{directory}'.", new(directory)));
        }

        var words = CommandText.Fill(command.Words, places);
        if (words.Count == 0)
        {
            throw new ModelOpsException(ExitCode.CouldNotRun, EvaluationDiagnostics.CommandFailed.At($"The command under {command.Key} names no program."));
        }

        context.Relay($"modelops: {command.Key}: {CommandText.Join(words)}");
        return new()
        {
            Program = words[0],
            Arguments = [.. words.Skip(1)],
            Directory = directory,
            Environment = ChildEnvironment.Create(context.Environment, Passed(command), variables, context.Catalogs.Backends),
            Timeout = command.Timeout,
            // What it leaves running could change what it has written.
            EndsLeftovers = true,
            Isolation = await Namespaces.ForAsync(build, directory, context.Environment),
        };
    }

    /// <summary>Shows a line that the command printed, without the secrets of this process.</summary>
    public void Relay(string line) => context.Relay(_redactor.Redact(line));

    // The finding that variables are withheld is told once, however many models the command runs for.
    private IReadOnlyList<string> Passed(TeamCommand command)
    {
        if (!_passed.TryGetValue(command.Key, out var passed))
        {
            passed = PassedVariables.Of(command.PassEnvironment, $"The command under {command.Key}", build, context);
            _passed[command.Key] = passed;
        }

        return passed;
    }
}
