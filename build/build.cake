#load "tasks/paths.cake"
#load "tasks/compile.cake"
#load "tasks/busy.cake"
#load "tasks/test.cake"
#load "tasks/faults.cake"
#load "tasks/coverage.cake"
#load "tasks/powershell.cake"
#load "tasks/mutate.cake"
#load "tasks/release.cake"
#load "tasks/bill.cake"
#load "tasks/finish.cake"
#load "tasks/native.cake"
#load "tasks/pack.cake"
#load "tasks/reproduce.cake"
#load "tasks/surface.cake"

Task("Default")
    .Description("Restores, builds and releases the sample model through dev, staging and prod on embedded catalogs.")
    .IsDependentOn("Release");

var target = Argument("target", "Default");
if (target is "Default" or "Release" && !HasArgument("verbosity"))
{
    Context.Log.Verbosity = Verbosity.Minimal;
}

// A release ends with the versions and a line. The build tool would add a table of its tasks below them, and cannot be told not to.
Teardown(context =>
{
    if (context.Successful && outcome is not null)
    {
        SayOutcome();
        Environment.Exit(0);
    }
});
RunTarget(target);
