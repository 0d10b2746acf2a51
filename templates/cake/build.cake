// Releases one model from a Cake script: dotnet cake build.cake --target Release
#addin nuget:?package=Cake.ModelOps&version=0.1.0

var target = Argument("target", "Plan");
var model = ModelName.Parse("churn");
const string package = "artifacts/churn.modelpkg";

Task("Check").Does(async () => await ModelOpsCheck(new CheckSettings { Path = "models/churn" }));

Task("Package")
    .IsDependentOn("Check")
    .Does(async () => await ModelOpsPackage(new PackageSettings { Path = "models/churn", Output = package }));

// Integration tests get a sandbox, which the addin brings along; modelops.yml lists the commands.
Task("Test")
    .IsDependentOn("Package")
    .Does(async () =>
    {
        var tests = await ModelOpsTest(new TestSettings { Model = model, Sandbox = true });
        Information("{0} of {1} tests passed in {2} s", tests.Passed, tests.Total, tests.Seconds);
    });

// What a pull request shows: the gates on the package, compared with the champion, and which bad candidates they stop. Nothing is written.
Task("Judge")
    .IsDependentOn("Test")
    .Does(async () =>
    {
        var judged = await ModelOpsValidate(new ValidateSettings { Model = model, Package = package, Environment = "staging", DryRun = true, Output = "artifacts/gates" });
        Information("{0}: {1}, see {2}", judged.Status, judged.Decision, judged.HtmlReport);
        var verified = await ModelOpsGatesVerify(new GatesVerifySettings { Model = model, Package = package, Environment = "staging", Output = "artifacts/gates" });
        Information("the gates stopped {0} bad candidates, {1} survived", verified.Stopped, verified.Survived);
    });

Task("Plan")
    .IsDependentOn("Package")
    .Does(async () => await ModelOpsRegister(new RegisterSettings { Model = model, Package = package, Environment = "dev", DryRun = true }));

Task("Release")
    .IsDependentOn("Test")
    .Does(async () =>
    {
        var registered = await ModelOpsRegister(new RegisterSettings { Model = model, Package = package, Environment = "dev" });
        await ModelOpsValidate(new ValidateSettings { Model = model, Environment = "dev", Version = registered.Version });

        // Judged again in staging, for the champion there is another; only then it becomes champion.
        var copied = await ModelOpsPromote(new PromoteSettings { Model = model, From = "dev", To = "staging", Version = registered.Version, Alias = AliasName.Parse("candidate"), SkipRolledBack = true });
        if (copied.RolledBack)
        {
            Information("{0} was rolled back in staging: nothing is released", copied.Uri);
            return;
        }

        await ModelOpsValidate(new ValidateSettings { Model = model, Environment = "staging", Version = copied.Version, Output = "artifacts/gates" });
        var promoted = await ModelOpsPromote(new PromoteSettings { Model = model, From = "staging", To = "staging", Version = copied.Version, Alias = AliasName.Champion });
        Information("{0} is {1} now", promoted.Uri, promoted.Alias);
    });

// RunTarget wraps what a task throws, and Cake would end with 1; so the script ends with the verb's own exit code.
try
{
    RunTarget(target);
}
catch (CakeReportException report) when (report.InnerException is CakeException failure)
{
    throw failure;
}
