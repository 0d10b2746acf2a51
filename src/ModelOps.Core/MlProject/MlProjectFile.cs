using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Text;

namespace ModelOps.Core.MlProject;

/// <summary>An MLproject file: entry points as commands with typed parameters.</summary>
/// <remarks>
/// MLflow hands a command to bash; here it is run without a shell, and a parameter that is not declared is refused instead of appended. The
/// environment sections (python_env, conda_env, docker_env) are not used: a command runs in the environment of the caller.
/// </remarks>
internal sealed class MlProjectFile
{
    private const string FileName = "MLproject";

    private readonly IReadOnlyList<EntryPoint> _entryPoints;

    internal MlProjectFile(string file, IReadOnlyList<EntryPoint> entryPoints) => (File, _entryPoints) = (file, entryPoints);

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Names of the entry points, in the order of the file.</summary>
    public IEnumerable<string> EntryPoints => _entryPoints.Select(entryPoint => entryPoint.Name);

    private string Directory => Path.GetDirectoryName(File)!;

    /// <summary>Reads the MLproject file of a directory; as in MLflow the case of its name does not matter.</summary>
    /// <param name="directory">The directory, absolute.</param>
    /// <exception cref="ModelOpsException">There is none, or it is not one (MOP5108, exit 2); all problems at once.</exception>
    public static MlProjectFile Load(string directory)
    {
        var file = System.IO.Directory.Exists(directory)
            ? System.IO.Directory.EnumerateFiles(directory)
                .Where(path => Path.GetFileName(path).Equals(FileName, StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
                .FirstOrDefault()
            : null;
        return file is null
            ? throw new ModelOpsException(ExitCode.BadInput, SandboxDiagnostics.InvalidProject.At(
                $"There is no {FileName} file in '{directory}'.", new(Path.Combine(directory, FileName))))
            : MlProjectReader.Read(file);
    }

    /// <summary>Program and arguments of an entry point with the values of its parameters; every value stays one word, whatever it holds.</summary>
    /// <param name="entryPoint">Name of the entry point.</param>
    /// <param name="parameters">Values by name; those with a default may be left out.</param>
    /// <exception cref="ModelOpsException">
    /// The entry point is unknown (MOP5109), a parameter is unknown, missing or of another type (MOP5110), or the command needs a shell (MOP5111);
    /// all problems at once, exit 2.
    /// </exception>
    public IReadOnlyList<string> Command(string entryPoint, IReadOnlyDictionary<string, string> parameters)
    {
        if (_entryPoints.FirstOrDefault(candidate => candidate.Name == entryPoint) is not { } found)
        {
            throw new ModelOpsException(ExitCode.BadInput, SandboxDiagnostics.UnknownEntryPoint.At(DescribeMissing(entryPoint), new(File)));
        }

        var problems = new List<Diagnostic>();
        var values = new ParameterValues(found, Directory, problems).Resolve(parameters);
        var words = new CommandTemplate(found, problems).Fill(values);
        return problems.Count == 0 ? words : throw new ModelOpsException(ExitCode.BadInput, problems);
    }

    /// <summary>Names of the parameters that an entry point declares; none when there is no such entry point.</summary>
    public IEnumerable<string> ParametersOf(string entryPoint) =>
        _entryPoints.FirstOrDefault(candidate => candidate.Name == entryPoint)?.Parameters.Select(parameter => parameter.Name) ?? [];

    private string DescribeMissing(string entryPoint)
    {
        var known = EntryPoints.ToArray();
        var list = known.Length == 0 ? "it defines none" : $"it defines {string.Join(", ", known)}";
        var hint = Suggestion.Hint(entryPoint, known);
        return $"{FileName} has no entry point '{entryPoint}'; {list}.{hint}";
    }
}
