using System.Text.Json.Nodes;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Ephemeral;

/// <summary>
/// The seed of a sandbox for tests, in a file that is gone afterwards: the registered model and the experiment that a catalog on a shared server
/// has as well, made by the sandbox itself, so that artifacts go through it.
/// </summary>
internal sealed class EphemeralSeed : IDisposable
{
    private readonly PrivateDirectory _directory = new();

    public EphemeralSeed(CatalogNames names)
    {
        File = Path.Combine(_directory.Path, "seed.yml");
        var seed = new JsonObject
        {
            ["models"] = new JsonArray(new JsonObject { ["name"] = names.Model.Value }),
            ["experiments"] = new JsonArray(new JsonObject { ["name"] = names.Experiment }),
        };
        System.IO.File.WriteAllText(File, seed.ToJsonString());
    }

    /// <summary>The file; JSON is YAML.</summary>
    public string File { get; }

    public void Dispose() => _directory.Dispose();
}
