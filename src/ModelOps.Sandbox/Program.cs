using System.Runtime.CompilerServices;
using ModelOps.Sandbox.Hosting;

// A front lays the sandbox apart from the assemblies that both use, and says where these are.
if (args is [var directory])
{
    SharedAssemblies.TakeFrom(directory);
}

return await RunAsync();

// Not before: what it uses is looked for when it is compiled.
[MethodImpl(MethodImplOptions.NoInlining)]
static Task<int> RunAsync() => SandboxProgram.RunAsync(Console.In, Console.Out);
