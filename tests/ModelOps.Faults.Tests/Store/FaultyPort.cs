using System.Reflection;
using ModelOps.Abstractions.Registry;

namespace ModelOps.Faults.Tests.Store;

/// <summary>A port whose calls are counted, and go wrong where it was asked for.</summary>
public class FaultyPort<TPort> : DispatchProxy
    where TPort : class
{
    private static readonly MethodInfo Generic = typeof(FaultyPort<TPort>).GetMethod(nameof(ValueThenAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private TPort? _inner;
    private FaultyCalls? _calls;

    internal static TPort Around(TPort inner, FaultyCalls calls)
    {
        var port = Create<TPort, FaultyPort<TPort>>();
        var proxy = (FaultyPort<TPort>)(object)port;
        (proxy._inner, proxy._calls) = (inner, calls);
        return port;
    }

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (!targetMethod!.ReturnType.IsGenericType && targetMethod.ReturnType != typeof(Task))
        {
            return Call(targetMethod, args);
        }

        var failure = _calls!.Begin(targetMethod.Name);
        var result = Call(targetMethod, args);
        if (result is not Task task)
        {
            return failure is null ? result : throw failure;
        }

        void Done()
        {
            if (args is [AliasMove move, ..])
            {
                _calls.AliasSteps.Add(new($"{move.Model}", $"{move.Alias}", move.Version));
            }

            if (failure is not null)
            {
                throw failure;
            }
        }

        return targetMethod.ReturnType.IsGenericType
            ? Generic.MakeGenericMethod(targetMethod.ReturnType.GenericTypeArguments).Invoke(null, [task, (Action)Done])
            : ThenAsync(task, Done);
    }

    private static async Task ThenAsync(Task task, Action then)
    {
        await task;
        then();
    }

    private static async Task<T> ValueThenAsync<T>(Task<T> task, Action then)
    {
        var value = await task;
        then();
        return value;
    }

    private object? Call(MethodInfo method, object?[]? args) => method.Invoke(_inner, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);
}
