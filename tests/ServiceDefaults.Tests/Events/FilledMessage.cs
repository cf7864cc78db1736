using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CareerRecs.ServiceDefaults.Tests.Events;

/// <summary>
/// Fills every field of a message with something that is not its default, found by reflection, so that a new field is tested.
/// </summary>
internal static class FilledMessage
{
    public static IMessage Of(MessageDescriptor descriptor)
    {
        var message = descriptor.Parser.ParseFrom([]);
        foreach (var field in descriptor.Fields.InFieldNumberOrder())
        {
            if (field.IsMap)
            {
                throw new NotSupportedException($"{field.FullName}: events have no map fields.");
            }
            if (field.IsRepeated)
            {
                var list = (System.Collections.IList)field.Accessor.GetValue(message);
                list.Add(Value(field, 1));
                list.Add(Value(field, 2));
            }
            else
            {
                field.Accessor.SetValue(message, Value(field, 1));
            }
        }

        return message;
    }

    private static object Value(FieldDescriptor field, int seed) =>
        field.FieldType switch
        {
            FieldType.String => $"{field.Name} {seed} \"ä\\ 東\"",
            FieldType.Bool => true,
            FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => -seed,
            FieldType.UInt32 or FieldType.Fixed32 => (uint)seed,
            FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => long.MinValue + seed,
            FieldType.UInt64 or FieldType.Fixed64 => ulong.MaxValue - (ulong)seed,
            FieldType.Double => seed + 0.1,
            FieldType.Float => seed + 0.5f,
            FieldType.Bytes => ByteString.CopyFrom(0, 255, (byte)seed),
            FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, field.EnumType.Values[^1].Number),
            FieldType.Message => Of(field.MessageType),
            _ => throw new NotSupportedException(field.FullName),
        };
}
