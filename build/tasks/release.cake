var demo = artifacts.Combine("release");

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

        Release("release/1.0");
        if (HasPython())
        {
            // More patients, the same code: a second version, which has to be better than the champion.
            Git("switch", "--quiet", "main");
            RunTool("python3", new[] { "pipelines/export.py", "--output", "models/diabetes" });
            Git("-c", "user.name=sample", "-c", "user.email=sample@localhost", "commit", "--quiet", "--all", "--message", "Fit on all patients");
            Release("release/1.1");
        }

        ModelOps("status");
    });

// The way of one version: every environment judges it before it goes further.
void Release(string branch)
{
    ModelOps("check");
    ModelOps("package", "--path", "models/diabetes", "--output", "diabetes.modelpkg");
    ModelOps("register", "--package", "diabetes.modelpkg", "--environment", "dev", "--tags", "owner=health");
    ModelOps("promote", "--to", "staging", "--alias", "candidate");
    Validate("staging");
    Git("switch", "--quiet", "--create", branch);
    ModelOps("promote", "--to", "prod", "--from-alias", HasPython() ? "challenger" : "candidate", "--alias", "candidate");
    Validate("prod");
    if (HasPython())
    {
        ModelOps("gates", "verify", "--environment", "prod", "--from-alias", "candidate");
    }

    ModelOps("promote", "--from", "prod", "--to", "prod", "--from-alias", "candidate", "--alias", "champion");
}

// The sample's predictions are made by Python, which a machine may lack.
void Validate(string environment)
{
    if (HasPython())
    {
        ModelOps("validate", "--environment", environment, "--from-alias", "candidate");
    }
    else
    {
        Warning("python3 was not found: the gates are not shown.");
    }
}

bool HasPython() => Context.Tools.Resolve(IsRunningOnWindows() ? "python3.exe" : "python3") != null;

void Git(params string[] arguments) => RunTool("git", arguments);

void ModelOps(params string[] arguments)
{
    var tool = root.CombineWithFilePath($"src/fronts/ModelOps.Cli/bin/{configuration}/net10.0/modelops.dll");
    Information("> modelops {0}", string.Join(" ", arguments));
    RunTool("dotnet", new[] { tool.FullPath }.Concat(arguments).ToArray());
}

void RunTool(string tool, string[] arguments)
{
    var list = new ProcessArgumentBuilder();
    foreach (var argument in arguments)
    {
        list.AppendQuoted(argument);
    }

    var exitCode = StartProcess(tool, new ProcessSettings { Arguments = list, WorkingDirectory = demo });
    if (exitCode != 0)
    {
        throw new CakeException(exitCode, $"{tool} {string.Join(" ", arguments)} ended with exit code {exitCode}.");
    }
}
