#r "System.Text.Json"
using System.Text.Json;

// Projects whose public members others build on; each has the files of the analyzer beside its project file.
var recorded = new[] { "src/ModelOps.Abstractions", "src/ModelOps.Core", "src/fronts/ModelOps.MSBuild", "src/fronts/Cake.ModelOps" };

Task("Surface")
    .Description("Records the public members of the libraries in PublicAPI.Unshipped.txt, after a change that was meant; a release moves them to PublicAPI.Shipped.txt.")
    .Does(() =>
    {
        foreach (var project in recorded)
        {
            var unshipped = root.CombineWithFilePath($"{project}/PublicAPI.Unshipped.txt").FullPath;
            System.IO.File.WriteAllText(unshipped, "#nullable enable\n");
            var log = root.CombineWithFilePath($"{project}/obj/surface.sarif").FullPath;
            System.IO.File.Delete(log);
            DotNetBuild(root.Combine(project).FullPath, new DotNetBuildSettings
            {
                Configuration = configuration,
                NoLogo = true,
                Verbosity = DotNetVerbosity.Quiet,
                MSBuildSettings = new DotNetMSBuildSettings().WithProperty("TreatWarningsAsErrors", "false").WithProperty("ErrorLog", "obj/surface.sarif"),
                ArgumentCustomization = arguments => arguments.Append("-consoleLoggerParameters:ErrorsOnly"),
            });
            var members = Unrecorded(log);
            System.IO.File.WriteAllText(unshipped, string.Concat(members.Prepend("#nullable enable").Select(line => line + "\n")));
            Say($"{members.Count} members of {project} are not in PublicAPI.Shipped.txt");
        }
    });

// The analyzer's finding carries the line that its own fix would write.
List<string> Unrecorded(string log)
{
    using var document = JsonDocument.Parse(System.IO.File.ReadAllText(log));
    return document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
        .Where(result => result.GetProperty("ruleId").GetString() == "RS0016")
        .Select(result => result.GetProperty("properties").GetProperty("customProperties").GetProperty("APIName").GetString())
        .Distinct().Order(StringComparer.Ordinal).ToList();
}
