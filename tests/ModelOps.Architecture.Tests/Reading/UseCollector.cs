using System.Reflection.Metadata;

namespace ModelOps.Architecture.Tests.Reading;

/// <summary>Notes what one type refers to.</summary>
internal sealed class UseCollector(MetadataReader metadata, TypeNames names, TypeName owner, ISet<TypeUse> uses)
{
    private readonly SignatureNames _signatures = new(metadata, names);

    public void AddType(TypeDefinition type)
    {
        Add(type.BaseType);
        foreach (var implementation in type.GetInterfaceImplementations())
        {
            Add(metadata.GetInterfaceImplementation(implementation).Interface);
        }

        foreach (var field in type.GetFields())
        {
            Add(metadata.GetFieldDefinition(field).DecodeSignature(_signatures, null));
            AddAttributes(metadata.GetFieldDefinition(field).GetCustomAttributes());
        }

        foreach (var property in type.GetProperties())
        {
            AddAttributes(metadata.GetPropertyDefinition(property).GetCustomAttributes());
        }

        AddConstraints(type.GetGenericParameters());
        AddAttributes(type.GetCustomAttributes());
    }

    public void AddMethod(MethodDefinition method)
    {
        AddSignature(method.DecodeSignature(_signatures, null));
        AddConstraints(method.GetGenericParameters());
        AddAttributes(method.GetCustomAttributes());
    }

    public void Add(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference or HandleKind.TypeSpecification when !handle.IsNil:
                Add(_signatures.Of(handle));
                break;
            case HandleKind.StandaloneSignature:
                foreach (var local in metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeLocalSignature(_signatures, null))
                {
                    Add(local);
                }

                break;
            case HandleKind.MethodSpecification:
                var generic = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(generic.Method);
                foreach (var argument in generic.DecodeSignature(_signatures, null))
                {
                    Add(argument);
                }

                break;
            case HandleKind.MemberReference:
                AddMember(metadata.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodDefinition when !handle.IsNil:
                var method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                uses.Add(new TypeUse(owner, names.Of(method.GetDeclaringType()), metadata.GetString(method.Name)));
                break;
            case HandleKind.FieldDefinition:
                Add(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            default:
                break;
        }
    }

    private void AddMember(MemberReference member)
    {
        foreach (var type in _signatures.Of(member.Parent))
        {
            uses.Add(new TypeUse(owner, type, metadata.GetString(member.Name)));
        }

        if (member.GetKind() == MemberReferenceKind.Method)
        {
            AddSignature(member.DecodeMethodSignature(_signatures, null));
        }
        else
        {
            Add(member.DecodeFieldSignature(_signatures, null));
        }
    }

    private void AddSignature(MethodSignature<IReadOnlyList<TypeName>> signature)
    {
        Add(signature.ReturnType);
        foreach (var parameter in signature.ParameterTypes)
        {
            Add(parameter);
        }
    }

    private void AddConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => metadata.GetGenericParameter(parameter).GetConstraints()))
        {
            Add(metadata.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void AddAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
        {
            Add(metadata.GetCustomAttribute(attribute).Constructor);
        }
    }

    private void Add(IEnumerable<TypeName> types)
    {
        foreach (var type in types)
        {
            uses.Add(new TypeUse(owner, type));
        }
    }
}
