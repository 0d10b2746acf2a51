using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace ModelOps.Architecture.Tests.Reading;

/// <summary>The types that a signature names, generic arguments among them.</summary>
internal sealed class SignatureNames(MetadataReader metadata, TypeNames names) : ISignatureTypeProvider<IReadOnlyList<TypeName>, object?>
{
    public IReadOnlyList<TypeName> Of(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => [names.Of((TypeDefinitionHandle)handle)],
        HandleKind.TypeReference => [names.Of((TypeReferenceHandle)handle)],
        HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null),
        _ => [],
    };

    public IReadOnlyList<TypeName> GetArrayType(IReadOnlyList<TypeName> elementType, ArrayShape shape) => elementType;

    public IReadOnlyList<TypeName> GetByReferenceType(IReadOnlyList<TypeName> elementType) => elementType;

    public IReadOnlyList<TypeName> GetFunctionPointerType(MethodSignature<IReadOnlyList<TypeName>> signature) =>
        [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(type => type)];

    public IReadOnlyList<TypeName> GetGenericInstantiation(IReadOnlyList<TypeName> genericType, ImmutableArray<IReadOnlyList<TypeName>> typeArguments) =>
        [.. genericType, .. typeArguments.SelectMany(type => type)];

    public IReadOnlyList<TypeName> GetGenericMethodParameter(object? genericContext, int index) => [];

    public IReadOnlyList<TypeName> GetGenericTypeParameter(object? genericContext, int index) => [];

    public IReadOnlyList<TypeName> GetModifiedType(IReadOnlyList<TypeName> modifier, IReadOnlyList<TypeName> unmodifiedType, bool isRequired) => unmodifiedType;

    public IReadOnlyList<TypeName> GetPinnedType(IReadOnlyList<TypeName> elementType) => elementType;

    public IReadOnlyList<TypeName> GetPointerType(IReadOnlyList<TypeName> elementType) => elementType;

    public IReadOnlyList<TypeName> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    public IReadOnlyList<TypeName> GetSZArrayType(IReadOnlyList<TypeName> elementType) => elementType;

    public IReadOnlyList<TypeName> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => [names.Of(handle)];

    public IReadOnlyList<TypeName> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => [names.Of(handle)];

    public IReadOnlyList<TypeName> GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        Of(handle);
}
