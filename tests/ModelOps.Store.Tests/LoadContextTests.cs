using System.Reflection;
using System.Runtime.Loader;
using ModelOps.StoreWriter;

namespace ModelOps.Store.Tests;

/// <summary>Build hosts load the store several times in one process: once per task package, addin and script.</summary>
public sealed class LoadContextTests : IDisposable
{
    private readonly StoreLab _lab = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stores_of_several_load_contexts_work_on_one_file(bool shareSqlite)
    {
        for (var context = 0; context < 3; context++)
        {
            RunWriter(new IsolatedContext(shareSqlite), context);
        }

        await using var catalog = await _lab.OpenAsync();
        Assert.Equal(4, (await StoreLab.AddAsync(catalog)).Version);
    }

    public void Dispose() => _lab.Dispose();

    private void RunWriter(IsolatedContext context, int writer)
    {
        var program = context.LoadFromAssemblyPath(typeof(TextContent).Assembly.Location);
        Assert.NotSame(typeof(TextContent).Assembly, program);
        program.EntryPoint!.Invoke(null, [new[] { $"sqlite:///{_lab.Database}", $"{writer}", "1" }]);
        var store = Assert.Single(context.Assemblies, assembly => assembly.GetName().Name == "ModelOps.Store");
        Assert.NotSame(typeof(EmbeddedBackend).Assembly, store);
    }

    private sealed class IsolatedContext(bool shareSqlite) : AssemblyLoadContext("isolated")
    {
        private readonly AssemblyDependencyResolver _resolver = new(typeof(TextContent).Assembly.Location);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            shareSqlite && assemblyName.Name!.Contains("SQLite", StringComparison.OrdinalIgnoreCase) ? null
            : _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path)
            : null;

        protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
            _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : nint.Zero;
    }
}
