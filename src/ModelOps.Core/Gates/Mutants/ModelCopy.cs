using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ModelOps.Abstractions.Diagnostics;
using ModelOps.Abstractions.IO;
using ModelOps.Core.Models;
using ModelOps.Core.Packaging;
using ModelOps.Core.Yaml;
using YamlDotNet.RepresentationModel;

namespace ModelOps.Core.Gates.Mutants;

/// <summary>
/// A private copy of a model's files, to be changed. Gates read no file larger than YAML and JSON may be, so a hole of the same length stands for
/// what is larger: weights of many gigabytes cost neither time nor disk.
/// </summary>
internal sealed class ModelCopy : IDisposable
{
    private const long MaxCopiedBytes = SafeYaml.MaxBytes;

    private readonly PrivateDirectory _directory = new();
    private readonly SortedDictionary<string, FileDigest> _files = new(Utf8Order.Instance);
    private readonly ModelDirectory _source;

    private ModelCopy(ModelDirectory source) => _source = source;

    /// <summary>The files as they are now.</summary>
    public ModelDirectory Directory => new(_directory.Path);

    /// <summary>Paths of the files with their lengths.</summary>
    public IReadOnlyCollection<FileDigest> Files => _files.Values;

    /// <summary>Copies files.</summary>
    /// <param name="source">The model.</param>
    /// <param name="files">Digests of its files.</param>
    public static ModelCopy Create(ModelDirectory source, ContentDigest files)
    {
        var copy = new ModelCopy(source);
        try
        {
            foreach (var file in files.Files)
            {
                copy.Add(file);
            }

            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>The case with these files as the candidate's.</summary>
    /// <param name="good">The case.</param>
    /// <param name="isRegistered">Whether the registry knows the changed files: then the digest gate has nothing to say, and others are asked.</param>
    public GateCase ReplaceIn(GateCase good, bool isRegistered = true)
    {
        var identity = ContentIdentity.Of(ContentDigest.Of([.. _files.Values]));
        var registered = isRegistered && good.Candidate.Registered is not null ? identity : good.Candidate.Registered;
        return good with { Candidate = good.Candidate with { Directory = Directory, Actual = identity, Registered = registered } };
    }

    /// <summary>Writes a file.</summary>
    public void Write(string path, byte[] content)
    {
        File.WriteAllBytes(FullPath(path), content);
        _files[path] = new(path, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>Writes a file.</summary>
    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Adds a file of zeros.</summary>
    public void AddZeros(string path, long length)
    {
        WriteHole(path, length);
        using var stream = File.OpenRead(FullPath(path));
        _files[path] = new(path, length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <summary>Removes a file, or a directory with all that is in it.</summary>
    /// <returns>Whether there was such a file, or a directory with files.</returns>
    public bool TryRemove(string path)
    {
        var removed = _files.Keys.Where(file => file == path || file.StartsWith(path + "/", StringComparison.Ordinal)).ToList();
        foreach (var file in removed)
        {
            File.Delete(FullPath(file));
            _files.Remove(file);
        }

        if (removed.Count > 0 && System.IO.Directory.Exists(FullPath(path)))
        {
            System.IO.Directory.Delete(FullPath(path), recursive: true);
        }

        return removed.Count > 0;
    }

    /// <summary>Flips one bit of the last byte of a file.</summary>
    public void Damage(string path)
    {
        // The source can be read only, and File.Copy would hand that on.
        using var source = File.OpenRead(_source.FullPath(path));
        using var damaged = new FileStream(FullPath(path), FileMode.Create, FileAccess.ReadWrite);
        source.CopyTo(damaged);
        damaged.Seek(-1, SeekOrigin.End);
        var last = damaged.ReadByte();
        damaged.Seek(-1, SeekOrigin.End);
        damaged.WriteByte((byte)(last ^ 1));
        damaged.Position = 0;
        _files[path] = new(path, damaged.Length, Convert.ToHexStringLower(SHA256.HashData(damaged)));
    }

    /// <summary>Changes a YAML file of keys and values.</summary>
    /// <param name="path">The file.</param>
    /// <param name="change">Changes it; false where there is nothing to change.</param>
    /// <returns>Whether it was changed.</returns>
    public bool TryChangeYaml(string path, Func<YamlMappingNode, bool> change)
    {
        if (!_files.ContainsKey(path)
            || SafeYaml.ParseFile(FullPath(path), ModelDiagnostics.Malformed, []) is not YamlMappingNode root || !change(root))
        {
            return false;
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new YamlStream(new YamlDocument(root)).Save(text, assignAnchors: false);
        Write(path, text.ToString());
        return true;
    }

    public void Dispose() => _directory.Dispose();

    private void Add(FileDigest file)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(FullPath(file.Path))!);
        if (file.Size <= MaxCopiedBytes)
        {
            File.WriteAllBytes(FullPath(file.Path), File.ReadAllBytes(_source.FullPath(file.Path)));
        }
        else
        {
            WriteHole(file.Path, file.Size);
        }

        _files.Add(file.Path, file);
    }

    private void WriteHole(string path, long length)
    {
        using var file = new FileStream(FullPath(path), FileMode.Create, FileAccess.Write);
        file.SetLength(length);
    }

    private string FullPath(string path) => Directory.FullPath(path);
}
