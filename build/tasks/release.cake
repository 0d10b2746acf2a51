#r "System.Text.Json"
using System.Text.Json;

var demo = artifacts.Combine("release");
string outcome = null;

Task("Release")
    .Description("Releases the sample model through dev, staging and prod, in a scratch repository with its own embedded catalogs.")
    .IsDependentOn("Build")
    .Does(() =>
    {
        CleanDirectory(demo);
        CopyDirectory(root.Combine("samples/diabetes"), demo);
        Git("init", "--quiet", "--initial-branch=main");
        Git("add", ".");
        Git("-c", "user.name=sample", "-c", "user.email=sample@localhost", "commit", "--quiet", "--message", "Diabetes model");

        Say($"Releasing samples/diabetes in {root.GetRelativePath(demo)}");
        Release("release/1.0");
        if (HasPython())
        {
            // More patients, the same code: a second version, which has to be better than the champion.
            Git("switch", "--quiet", "main");
            Run("python3", "pipelines/export.py", "--output", "models/diabetes");
            Git("-c", "user.name=sample", "-c", "user.email=sample@localhost", "commit", "--quiet", "--all", "--message", "Fit on all patients");
            Release("release/1.1");
        }
        else
        {
            Say("python3 was not found: the gates are not shown, and there is one version only.");
        }
    });

// The way of one version: every environment judges it before it goes further.
void Release(string branch)
{
    ModelOps("check");
    ModelOps("package", "--path", "models/diabetes", "--output", "diabetes.modelpkg");
    var version = Number(ModelOps("register", "--package", "diabetes.modelpkg", "--environment", "dev"), "version");
    Say($"  version {version}  dev      checked, packed, registered");
    ModelOps("promote", "--to", "staging", "--alias", "candidate");
    Say($"             staging  {Validate("staging").Words}");
    Git("switch", "--quiet", "--create", branch);
    ModelOps("promote", "--to", "prod", "--from-alias", HasPython() ? "challenger" : "candidate", "--alias", "candidate");
    var (words, rmse) = Validate("prod");
    Say($"             prod     {words}");
    var stopped = HasPython() ? Verify() : "";
    ModelOps("promote", "--from", "prod", "--to", "prod", "--from-alias", "candidate", "--alias", "champion");
    outcome = $"version {version} is champion{rmse}{stopped}";
}

// The sample's predictions are made by Python, which a machine may lack.
(string Words, string Rmse) Validate(string environment)
{
    if (!HasPython())
    {
        return ("not judged", "");
    }

    var result = ModelOps("validate", "--environment", environment, "--from-alias", "candidate");
    var checks = result.GetProperty("gates").EnumerateArray().ToList();
    var passed = checks.Count(check => Text(check, "status") == "passed");
    var rmse = checks.Where(check => (Text(check, "gate"), Text(check, "check")) == ("champion", "rmse")).Select(check => Was(Text(check, "value"), Text(check, "previous"))).FirstOrDefault("");
    return ($"{Text(result, "status")}, {passed} checks{rmse.Replace(": ", "; ", StringComparison.Ordinal)}", rmse);
}

string Was(string now, string before) => $": rmse {now}{(before.Length > 0 ? $", was {before}" : "")}";

string Verify()
{
    var result = ModelOps("gates", "verify", "--environment", "prod", "--from-alias", "candidate");
    var (stopped, survived) = (Number(result, "stopped"), Number(result, "survived"));
    Say($"             prod     {stopped} of {stopped + survived} bad candidates stopped");
    return $"; {stopped} of {stopped + survived} bad candidates stopped";
}

bool HasPython() => Context.Tools.Resolve(IsRunningOnWindows() ? "python3.exe" : "python3") != null;

void Git(params string[] arguments) => Run("git", arguments);

string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

// The result of a verb as JSON.
JsonElement ModelOps(params string[] arguments) => JsonDocument.Parse(Run("dotnet", arguments.Prepend(Tool()).Append("--json").ToArray())).RootElement.GetProperty("result");

string Tool() => root.CombineWithFilePath($"src/fronts/ModelOps.Cli/bin/{configuration}/net10.0/modelops.dll").FullPath;

// The whole output of a program; it is shown when the program fails.
string Run(string tool, params string[] arguments)
{
    var exitCode = StartProcess(tool, Settings(arguments), out var output, out var errors);
    if (exitCode != 0)
    {
        Say(string.Join(Environment.NewLine, errors.Concat(output)));
        throw new CakeException(exitCode, $"{tool} {string.Join(" ", arguments)} ended with exit code {exitCode}.");
    }

    return string.Join('\n', output);
}

ProcessSettings Settings(string[] arguments) => new()
{
    Arguments = arguments.Aggregate(new ProcessArgumentBuilder(), (list, argument) => list.AppendQuoted(argument)),
    WorkingDirectory = demo,
    RedirectStandardOutput = true,
    RedirectStandardError = true,
};

// The end of the main job: the versions, and what came of it in a line.
void SayOutcome()
{
    StartProcess("dotnet", new ProcessSettings { Arguments = new ProcessArgumentBuilder().AppendQuoted(Tool()).Append("status"), WorkingDirectory = demo });
    var report = demo.CombineWithFilePath(".modelops/validation/report.html");
    Say($"{outcome}; {(FileExists(report) ? $"report {root.GetRelativePath(report)}; " : "")}next ./build.sh --target Pack, for a model of your own");
}
