// The command as one native program, laid out as it is installed: bin/modelops, and what it loads in lib/modelops.
var nativeRoot = artifacts.Combine("native/modelops-linux-x64");
var nativeProject = root.CombineWithFilePath("src/fronts/ModelOps.Native/ModelOps.Native.csproj").FullPath;
var nativeProgram = nativeRoot.CombineWithFilePath("bin/modelops");

Task("Native")
    .Description("Compiles the command, with its sandbox inside, to one native program in artifacts/native; skipped, and said, where that cannot be done.")
    .IsDependentOn("Build")
    .Does(() =>
    {
        // What an earlier build left is not what tests are to drive.
        CleanDirectory(nativeRoot);
        if (WhyNotNative() is { } reason)
        {
            Say($"The native program is not built: {reason}. Tests drive the portable command.");
            return;
        }

        var clock = System.Diagnostics.Stopwatch.StartNew();
        if (!TryRestoreCompiler(out var failure))
        {
            Say($"The native program is not built: its compiler cannot be restored ({failure}). Tests drive the portable command.");
            return;
        }

        Say("Compiling the native program");
        var published = artifacts.Combine("native/publish");
        CleanDirectory(published);
        DotNetPublish(nativeProject, new DotNetPublishSettings
        {
            Configuration = configuration,
            Runtime = "linux-x64",
            NoRestore = true,
            OutputDirectory = published,
            Verbosity = DotNetVerbosity.Quiet,
        });
        EnsureDirectoryExists(nativeProgram.GetDirectory());
        EnsureDirectoryExists(nativeRoot.Combine("lib/modelops"));
        CopyFile(published.CombineWithFilePath("ModelOps.Native"), nativeProgram);
        CopyFiles(GetFiles(published.FullPath + "/*.so"), nativeRoot.Combine("lib/modelops"));
        Say($"Compiled the native program in {clock.Elapsed.TotalSeconds:0} s: {new System.IO.FileInfo(nativeProgram.FullPath).Length / 1024 / 1024} MiB");
    });

// Null where it can be built.
string WhyNotNative() =>
    !IsRunningOnLinux() || System.Runtime.InteropServices.RuntimeInformation.OSArchitecture != System.Runtime.InteropServices.Architecture.X64
        ? "it is made for Linux on x64 here"
        : Context.Tools.Resolve("clang") is null && Context.Tools.Resolve("gcc") is null ? "neither gcc nor clang was found" : null;

// A machine whose feeds lack the compiler still tests the rest.
bool TryRestoreCompiler(out string failure)
{
    try
    {
        // Without what it refers to: that is restored, for more platforms than this one.
        DotNetRestore(nativeProject, new DotNetRestoreSettings { Runtime = "linux-x64", NoDependencies = true, Verbosity = DotNetVerbosity.Quiet });
        failure = "";
        return true;
    }
    catch (CakeException exception)
    {
        failure = exception.Message;
        return false;
    }
}
