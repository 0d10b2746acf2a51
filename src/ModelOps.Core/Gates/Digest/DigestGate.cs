using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.Registry;
using ModelOps.Core.Packaging;

namespace ModelOps.Core.Gates.Digest;

/// <summary>The files that are judged are the files that were registered. Cannot be switched off: every other gate relies on it.</summary>
internal sealed class DigestGate : IGate
{
    private readonly GateChecks _checks = new("digest");

    public string Name => _checks.Gate;

    public GateReport Judge(GateCase subject, CancellationToken cancellationToken) => new(Judge(subject.Candidate));

    private IReadOnlyList<GateCheck> Judge(ModelEvidence candidate) => candidate switch
    {
        { Excess: { } excess } => [_checks.Failed("content", $"{excess} Find out who changed the files, and register the package again.")],
        { Actual: null } => [_checks.CouldNotRun("content", "The files of the candidate cannot be had: see what the registry said when they were asked for.")],
        { Registered: { } registered, Actual: { } actual } => [Content(registered, actual), Manifest(registered, actual)],
        { IsRegistered: true } =>
        [
            _checks.Failed(
                "content",
                $"The version lacks the tags {VersionTags.Digest} and {VersionTags.Manifest} ({ReleaseDiagnostics.DigestMissing.Code}): register it with `modelops package` and `modelops register`.",
                GateText.Digest(candidate.Actual.Digest),
                "the registered digest"),
        ],
        { Actual: { } actual } => [_checks.Passed("content", GateText.Digest(actual.Digest), message: "Not registered yet: judged as the package that it is.")],
    };

    private GateCheck Content(ContentIdentity registered, ContentIdentity actual) =>
        Compare("content", registered.Digest, actual.Digest, "The files are not those that were registered: find out who changed them, and register the package again.");

    private GateCheck Manifest(ContentIdentity registered, ContentIdentity actual) =>
        Compare("manifest", registered.Manifest, actual.Manifest, "Files have other names or sizes than those that were registered: register the package again.");

    private GateCheck Compare(string check, string registered, string actual, string advice)
    {
        var (value, limit) = (GateText.Digest(actual), GateText.Digest(registered));
        return string.Equals(registered, actual, StringComparison.Ordinal)
            ? _checks.Passed(check, value, limit)
            : _checks.Failed(check, advice, value, limit);
    }
}
