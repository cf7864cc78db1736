using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Google.Protobuf.Reflection;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>Checks and writes single values of JSON: numbers, texts, enums, bytes and well-known types.</summary>
internal sealed class JsonValues(ReadOnlyMemory<byte> json, Utf8JsonWriter writer, Violations violations)
{
    /// <summary>Whether a message is written in JSON as something else than an object of its fields.</summary>
    public static bool HasOwnForm(MessageDescriptor type) => IsWrapper(type) || IsTextual(type) || IsFree(type);

    /// <summary>Whether a message wraps a single value, as which JSON writes it.</summary>
    public static bool IsWrapper(MessageDescriptor type) => type.File.Name == "google/protobuf/wrappers.proto";

    /// <summary>Whether null is a value of this field rather than its absence.</summary>
    public static bool TakesNull(FieldDescriptor field) =>
        field is { FieldType: FieldType.Message, IsRepeated: false, MessageType.FullName: "google.protobuf.Value" };

    /// <summary>Writes the value at which the reader stands, and leaves the reader at its end.</summary>
    public void Write(ref Utf8JsonReader reader, FieldDescriptor field, string path)
    {
        switch (field.FieldType)
        {
            case FieldType.String:
                WriteText(ref reader, path);
                break;
            case FieldType.Bool:
                WriteFlag(ref reader, path);
                break;
            case FieldType.Bytes:
                WriteBytes(ref reader, path);
                break;
            case FieldType.Enum:
                WriteEnum(ref reader, field.EnumType, path);
                break;
            case FieldType.Message when IsWrapper(field.MessageType):
                Write(ref reader, field.MessageType.FindFieldByName("value"), path);
                break;
            case FieldType.Message when IsFree(field.MessageType):
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                writer.WriteRawValue(json.Span[start..(int)reader.BytesConsumed], skipInputValidation: true);
                break;
            case FieldType.Message:
                WriteParsed(ref reader, field, path, isNumber: false);
                break;
            default:
                WriteParsed(ref reader, field, path, isNumber: true);
                break;
        }
    }

    private static bool IsTextual(MessageDescriptor type) =>
        type.FullName is "google.protobuf.Timestamp" or "google.protobuf.Duration" or "google.protobuf.FieldMask";

    private static bool IsFree(MessageDescriptor type) =>
        type.FullName
            is "google.protobuf.Struct"
                or "google.protobuf.Value"
                or "google.protobuf.ListValue"
                or "google.protobuf.Any";

    private void WriteText(ref Utf8JsonReader reader, string path)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            Refuse(ref reader, path, "a text");
            return;
        }
        if (reader.ValueIsEscaped)
        {
            writer.WriteStringValue(reader.GetString());
            return;
        }
        WriteAsSent(ref reader);
    }

    private void WriteFlag(ref Utf8JsonReader reader, string path)
    {
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            writer.WriteBooleanValue(reader.GetBoolean());
            return;
        }
        Refuse(ref reader, path, "true or false");
    }

    private void WriteBytes(ref Utf8JsonReader reader, string path)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            Refuse(ref reader, path, "bytes in base64");
        }
        else if (!reader.ValueIsEscaped && Base64.IsValid(reader.ValueSpan))
        {
            // A document of megabytes is not turned into a string.
            WriteAsSent(ref reader);
        }
        else
        {
            Write(FieldText.ReadBytes(reader.GetString()!), path, isNumber: false);
        }
    }

    private void WriteEnum(ref Utf8JsonReader reader, EnumDescriptor type, string path)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            // An unknown number is refused with the limits of the contract, as by gRPC.
            Write(FieldText.ReadWhole(FieldType.Int32, Raw(ref reader)), path, isNumber: true);
        }
        else if (reader.TokenType == JsonTokenType.String && type.FindValueByName(reader.GetString()!) is { } value)
        {
            writer.WriteStringValue(value.Name);
        }
        else
        {
            Refuse(ref reader, path, $"one of {string.Join(", ", type.Values.Select(v => v.Name))}");
        }
    }

    private void WriteParsed(ref Utf8JsonReader reader, FieldDescriptor field, string path, bool isNumber)
    {
        if (reader.TokenType == JsonTokenType.String || (isNumber && reader.TokenType == JsonTokenType.Number))
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Raw(ref reader);
            var read = FieldText.Read(field, text);
            var isMask = field.FieldType == FieldType.Message && field.MessageType.FullName == "google.protobuf.FieldMask";
            Write(isMask && read.Value is { } paths ? ReadText.Accept(ToCamelCase(paths)) : read, path, isNumber);
            return;
        }
        Refuse(ref reader, path, isNumber ? "a number" : $"a text in the form of {field.MessageType.Name}");
    }

    private void Write(ReadText read, string path, bool isNumber)
    {
        if (read.Value is not { } value)
        {
            violations.Add(path, read.Problem!);
            writer.WriteNullValue();
        }
        else if (isNumber && value is not ("NaN" or "Infinity" or "-Infinity"))
        {
            writer.WriteRawValue(value, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    private void WriteAsSent(ref Utf8JsonReader reader) =>
        writer.WriteRawValue(json.Span[(int)reader.TokenStartIndex..(int)reader.BytesConsumed], skipInputValidation: true);

    private void Refuse(ref Utf8JsonReader reader, string path, string expected)
    {
        var got = reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.String => Violations.Quote(reader.GetString()!),
            _ => Raw(ref reader),
        };
        violations.Add(path, $"must be {expected}, got {(got.Length <= 60 ? got : got[..60])}");
        reader.Skip();
        writer.WriteNullValue();
    }

    private static string Raw(ref Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.ValueSpan);

    private static string ToCamelCase(string paths)
    {
        var camel = new StringBuilder(paths.Length);
        for (var i = 0; i < paths.Length; i++)
        {
            var isJoint = paths[i] == '_' && i + 1 < paths.Length && char.IsAsciiLetterLower(paths[i + 1]);
            camel.Append(isJoint ? char.ToUpperInvariant(paths[++i]) : paths[i]);
        }
        return camel.ToString();
    }
}
