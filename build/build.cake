#load "tasks/paths.cake"
#load "tasks/compile.cake"
#load "tasks/busy.cake"
#load "tasks/test.cake"
#load "tasks/release.cake"
#load "tasks/pack.cake"

Task("Default")
    .Description("Restores, builds and releases the sample model through dev, staging and prod on embedded catalogs.")
    .IsDependentOn("Release");

RunTarget(Argument("target", "Default"));
