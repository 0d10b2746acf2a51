using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ModelOps.Architecture.Tests.Reading;

/// <summary>Reads from a built assembly which types its types refer to.</summary>
internal static class AssemblyUses
{
    public static IReadOnlySet<TypeUse> Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var names = new TypeNames(metadata);
        var uses = new HashSet<TypeUse>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var collector = new UseCollector(metadata, names, names.Of(handle), uses);
            collector.AddType(metadata.GetTypeDefinition(handle));
            foreach (var method in metadata.GetTypeDefinition(handle).GetMethods())
            {
                var definition = metadata.GetMethodDefinition(method);
                collector.AddMethod(definition);
                if (definition.RelativeVirtualAddress != 0)
                {
                    AddBody(file.GetMethodBody(definition.RelativeVirtualAddress), collector);
                }
            }
        }

        uses.RemoveWhere(use => use.From == use.To);
        return uses;
    }

    private static void AddBody(MethodBodyBlock body, UseCollector collector)
    {
        if (!body.LocalSignature.IsNil)
        {
            collector.Add(body.LocalSignature);
        }

        foreach (var region in body.ExceptionRegions)
        {
            collector.Add(region.CatchType);
        }

        foreach (var token in InstructionTokens.Read(body.GetILReader()))
        {
            collector.Add(token);
        }
    }
}
