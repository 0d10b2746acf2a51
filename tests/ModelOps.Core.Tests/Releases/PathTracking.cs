using System.Reflection;
using ModelOps.Abstractions.Tracking;

namespace ModelOps.Core.Tests.Releases;

/// <summary>A tracking store that puts experiments below <c>/Shared</c> and refuses a name that is no absolute path.</summary>
public class PathTracking : DispatchProxy
{
    private ITrackingStore? _inner;

    internal static ITrackingStore Around(ITrackingStore inner)
    {
        var store = Create<ITrackingStore, PathTracking>();
        ((PathTracking)(object)store)._inner = inner;
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var name = args![0] as string ?? "";
        switch (targetMethod!.Name)
        {
            case nameof(ITrackingStore.PlaceExperiment):
                return name.StartsWith('/') ? name : "/Shared/" + name;
            case nameof(ITrackingStore.FindExperimentAsync) or nameof(ITrackingStore.EnsureExperimentAsync):
                Assert.StartsWith("/", name, StringComparison.Ordinal);
                break;
        }

        return targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);
    }
}
