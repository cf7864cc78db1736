using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareerRecs.Testing.Requests;

/// <summary>Makes requests in which one field, at any depth, is missing or empty.</summary>
public static class EmptiedRequests
{
    private const int Depth = 5;

    /// <summary>Every request that differs from the example in one field, with the path of that field.</summary>
    public static IEnumerable<(string Path, IMessage Request)> Create(IMessage example) =>
        FindPaths(example.Descriptor, []).SelectMany(path => Empty(example, path));

    private static IEnumerable<FieldDescriptor[]> FindPaths(MessageDescriptor type, FieldDescriptor[] parents) =>
        type
            .Fields.InDeclarationOrder()
            .SelectMany(field =>
            {
                FieldDescriptor[] path = [.. parents, field];
                var isNested =
                    field is { FieldType: FieldType.Message, IsMap: false }
                    && path.Length < Depth
                    && !IsWellKnown(field.MessageType)
                    && parents.All(parent => parent.FieldType != FieldType.Message || parent.MessageType != field.MessageType);
                return isNested ? [path, .. FindPaths(field.MessageType, path)] : (IEnumerable<FieldDescriptor[]>)[path];
            });

    private static IEnumerable<(string Path, IMessage Request)> Empty(IMessage example, FieldDescriptor[] path)
    {
        var name = string.Join('.', path.Select(field => field.Name));
        var field = path[^1];
        yield return ($"{name}: cleared", Change(example, path, field.Accessor.Clear));
        if (field.IsMap)
        {
            yield break;
        }
        if (field.IsRepeated)
        {
            yield return ($"{name}: one empty item", Change(example, path, holder => ReplaceItems(holder, field)));
        }
        else if (field.HasPresence)
        {
            yield return (
                $"{name}: set, empty",
                Change(example, path, holder => field.Accessor.SetValue(holder, Default(field)))
            );
        }
    }

    private static IMessage Change(IMessage example, FieldDescriptor[] path, Action<IMessage> change)
    {
        var request = example.Descriptor.Parser.ParseFrom(example.ToByteArray());
        change(path.SkipLast(1).Aggregate(request, Enter));
        return request;
    }

    /// <summary>The message in a field, of a list the first; made where there is none.</summary>
    private static IMessage Enter(IMessage holder, FieldDescriptor field)
    {
        if (field.IsRepeated)
        {
            var items = (IList)field.Accessor.GetValue(holder);
            if (items.Count == 0)
            {
                items.Add(Default(field));
            }
            return (IMessage)items[0]!;
        }
        if (!field.Accessor.HasValue(holder))
        {
            field.Accessor.SetValue(holder, Default(field));
        }
        return (IMessage)field.Accessor.GetValue(holder);
    }

    private static void ReplaceItems(IMessage holder, FieldDescriptor field)
    {
        var items = (IList)field.Accessor.GetValue(holder);
        items.Clear();
        items.Add(Default(field));
    }

    private static object Default(FieldDescriptor field) =>
        field.FieldType switch
        {
            FieldType.Message => field.MessageType.Parser.ParseFrom([]),
            FieldType.String => "",
            FieldType.Bytes => ByteString.Empty,
            FieldType.Bool => false,
            FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, 0),
            FieldType.Double => 0d,
            FieldType.Float => 0f,
            FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => 0L,
            FieldType.UInt64 or FieldType.Fixed64 => 0UL,
            FieldType.UInt32 or FieldType.Fixed32 => 0U,
            _ => 0,
        };

    private static bool IsWellKnown(MessageDescriptor type) =>
        type.FullName.StartsWith("google.protobuf.", StringComparison.Ordinal);
}
