using System.Reflection;
using ModelOps.Abstractions.Catalogs;

namespace ModelOps.Core.Tests.Releases;

/// <summary>A port that writes down each call that is not known to read only.</summary>
public class WatchedPort<TPort> : DispatchProxy
    where TPort : class
{
    private static readonly string[] Reads = ["get_", "Place", "Find", "List", "Read", "Search", "Open"];

    private TPort? _inner;
    private ICatalog? _catalog;
    private WatchedStore? _store;

    internal static TPort Around(TPort inner, ICatalog catalog, WatchedStore store)
    {
        var port = Create<TPort, WatchedPort<TPort>>();
        var proxy = (WatchedPort<TPort>)(object)port;
        (proxy._inner, proxy._catalog, proxy._store) = (inner, catalog, store);
        return port;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == "get_Traits" && _store!.Traits is { } traits)
        {
            return traits;
        }

        if (!Array.Exists(Reads, targetMethod.Name.StartsWith))
        {
            _store!.Writes.Enqueue(targetMethod.Name);
            _store.Before(targetMethod.Name, _catalog!).GetAwaiter().GetResult();
        }

        return targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);
    }
}
