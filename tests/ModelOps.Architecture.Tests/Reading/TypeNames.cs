using System.Reflection.Metadata;

namespace ModelOps.Architecture.Tests.Reading;

/// <summary>Names the top-level type behind a handle.</summary>
internal sealed class TypeNames(MetadataReader metadata)
{
    private readonly string _assembly = metadata.GetString(metadata.GetAssemblyDefinition().Name);

    public TypeName Of(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var holder = type.GetDeclaringType();
        return holder.IsNil ? new TypeName(_assembly, metadata.GetString(type.Namespace), Plain(type.Name)) : Of(holder);
    }

    public TypeName Of(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => Of((TypeReferenceHandle)type.ResolutionScope),
            HandleKind.AssemblyReference => new TypeName(AssemblyOf(type), metadata.GetString(type.Namespace), Plain(type.Name)),
            _ => new TypeName(_assembly, metadata.GetString(type.Namespace), Plain(type.Name)),
        };
    }

    private string AssemblyOf(TypeReference type) =>
        metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name);

    private string Plain(StringHandle name) => metadata.GetString(name).Split('`')[0];
}
