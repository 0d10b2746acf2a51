using System.Text.Json.Serialization.Metadata;
using ModelOps.Core.Contract;
using ModelOps.Core.Running;

namespace ModelOps.Core.Tests.Contract;

internal sealed class SampleVerb(Func<SampleSettings, VerbContext, CancellationToken, Task<VerbOutcome<SampleResult>>> body) : IVerb<SampleSettings, SampleResult>
{
    public static VerbDescriptor Returning(SampleResult result) => Doing((_, _, _) => Task.FromResult(new VerbOutcome<SampleResult>(result)));

    public static VerbDescriptor Doing(Func<SampleSettings, VerbContext, CancellationToken, Task<VerbOutcome<SampleResult>>> body) =>
        VerbDescriptor.Create(() => new SampleVerb(body), ValueJson.Create(new DefaultJsonTypeInfoResolver()));

    public Task<VerbOutcome<SampleResult>> RunAsync(SampleSettings settings, VerbContext context, CancellationToken cancellationToken) =>
        body(settings, context, cancellationToken);
}
