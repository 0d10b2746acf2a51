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

        ModelOps("check");
        ModelOps("package", "--path", "models/diabetes", "--output", "diabetes.modelpkg");
        ModelOps("register", "--package", "diabetes.modelpkg", "--environment", "dev");
        ModelOps("promote", "--to", "staging");
        Git("switch", "--quiet", "--create", "release/1.0");
        ModelOps("promote", "--to", "prod", "--from-alias", "challenger");
        ModelOps("status");
    });

void Git(params string[] arguments) => RunTool("git", arguments);

void ModelOps(params string[] arguments)
{
    var tool = root.CombineWithFilePath($"src/ModelOps.Cli/bin/{configuration}/net10.0/modelops.dll");
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
