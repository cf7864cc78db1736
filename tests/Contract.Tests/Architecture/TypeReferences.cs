using Mono.Cecil;

namespace CareerRecs.Contract.Tests.Architecture;

/// <summary>Types of one assembly that each of its types refers to: in signatures, attributes and method bodies.</summary>
public sealed class TypeReferences
{
    private readonly HashSet<string> _found = [];

    private TypeReferences() { }

    /// <summary>
    /// References between the top-level types of an assembly. Nested and generated types count as their outer type.
    /// </summary>
    public static IEnumerable<(TypeDefinition From, TypeDefinition To)> Read(string assemblyPath)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        var own = assembly.MainModule.Types.ToDictionary(type => type.FullName);
        var edges = new List<(TypeDefinition, TypeDefinition)>();
        foreach (var type in own.Values)
        {
            var references = new TypeReferences();
            references.AddType(type);
            edges.AddRange(
                references._found.Where(own.ContainsKey).Where(name => name != type.FullName).Select(name => (type, own[name]))
            );
        }

        return edges;
    }

    private void AddType(TypeDefinition type)
    {
        Add(type.BaseType);
        AddAttributes(type);
        foreach (var implemented in type.Interfaces)
        {
            Add(implemented.InterfaceType);
        }

        foreach (var parameter in type.GenericParameters)
        {
            AddConstraints(parameter);
        }

        foreach (var field in type.Fields)
        {
            Add(field.FieldType);
            AddAttributes(field);
        }

        foreach (var property in type.Properties)
        {
            Add(property.PropertyType);
            AddAttributes(property);
        }

        foreach (var method in type.Methods)
        {
            AddMethod(method);
        }

        foreach (var nested in type.NestedTypes)
        {
            AddType(nested);
        }
    }

    private void AddMethod(MethodDefinition method)
    {
        AddAttributes(method);
        AddSignature(method);
        foreach (var parameter in method.GenericParameters)
        {
            AddConstraints(parameter);
        }

        if (!method.HasBody)
        {
            return;
        }

        foreach (var variable in method.Body.Variables)
        {
            Add(variable.VariableType);
        }

        foreach (var instruction in method.Body.Instructions)
        {
            AddOperand(instruction.Operand);
        }
    }

    private void AddOperand(object? operand)
    {
        switch (operand)
        {
            case TypeReference type:
                Add(type);
                break;
            case FieldReference field:
                Add(field.DeclaringType);
                Add(field.FieldType);
                break;
            case MethodReference method:
                AddSignature(method);
                break;
            default:
                break;
        }
    }

    private void AddSignature(MethodReference method)
    {
        Add(method.DeclaringType);
        Add(method.ReturnType);
        foreach (var parameter in method.Parameters)
        {
            Add(parameter.ParameterType);
        }

        if (method is GenericInstanceMethod generic)
        {
            foreach (var argument in generic.GenericArguments)
            {
                Add(argument);
            }
        }
    }

    private void AddConstraints(GenericParameter parameter)
    {
        foreach (var constraint in parameter.Constraints)
        {
            Add(constraint.ConstraintType);
        }
    }

    private void AddAttributes(ICustomAttributeProvider provider)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            Add(attribute.AttributeType);
        }
    }

    private void Add(TypeReference? type)
    {
        if (type is GenericInstanceType generic)
        {
            foreach (var argument in generic.GenericArguments)
            {
                Add(argument);
            }
        }

        switch (type)
        {
            case null or GenericParameter:
                return;
            case TypeSpecification specification:
                Add(specification.ElementType);
                return;
            default:
                while (type.DeclaringType is not null)
                {
                    type = type.DeclaringType;
                }

                _found.Add(type.FullName);
                return;
        }
    }
}
