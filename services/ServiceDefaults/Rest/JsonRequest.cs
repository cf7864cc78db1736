using System.Text.Json;
using Google.Protobuf.Reflection;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>
/// Checks a JSON body against its message and writes it as transcoding reads it: fields under their JSON names, numbers as
/// numbers, nothing for null. What cannot be used is added to the violations.
/// </summary>
internal sealed class JsonRequest(ReadOnlyMemory<byte> json, Utf8JsonWriter writer, Violations violations)
{
    private readonly JsonValues _values = new(json, writer, violations);

    /// <summary>Writes the whole body, and with it the fields that headers state; the body must not contradict them.</summary>
    /// <returns>Proto names of the top-level fields that the body states.</returns>
    public IReadOnlyCollection<string> Write(MessageDescriptor type, string path, IReadOnlyList<HeaderField> headers)
    {
        try
        {
            var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = 64 });
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                violations.Add(path.Length == 0 ? "body" : path, $"must be a JSON object of {type.Name}");
                return [];
            }

            var stated = WriteMessage(ref reader, type, path, headers);
            reader.Read();
            return stated;
        }
        catch (JsonException e)
        {
            violations.Add(
                path.Length == 0 ? "body" : path,
                $"is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}"
            );
        }
        catch (InvalidOperationException)
        {
            violations.Add(path.Length == 0 ? "body" : path, "has a text that is not valid Unicode");
        }
        return [];
    }

    private HashSet<string> WriteMessage(
        ref Utf8JsonReader reader,
        MessageDescriptor type,
        string path,
        IReadOnlyList<HeaderField> headers
    )
    {
        var stated = new HashSet<string>(StringComparer.Ordinal);
        var chosen = new HashSet<OneofDescriptor>();
        writer.WriteStartObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var fields = MessageFields.For(type);
            if (fields.Find(name) is not { } field)
            {
                Refuse(ref reader, Violations.Join(path, name), fields.Unknown(name));
                continue;
            }

            var fieldPath = Violations.Join(path, field.Name);
            if (!stated.Add(field.Name))
            {
                Refuse(ref reader, fieldPath, "is stated twice");
            }
            else if (headers.FirstOrDefault(h => h.Field == field) is { } header)
            {
                header.Compare(reader.TokenType == JsonTokenType.String ? reader.GetString() : null, violations);
                reader.Skip();
            }
            else if (reader.TokenType == JsonTokenType.Null && !JsonValues.TakesNull(field))
            {
                continue;
            }
            else if (field.RealContainingOneof is { } oneof && !chosen.Add(oneof))
            {
                Refuse(
                    ref reader,
                    fieldPath,
                    $"only one of {string.Join(", ", oneof.Fields.Select(f => f.JsonName))} is allowed"
                );
            }
            else
            {
                writer.WritePropertyName(field.JsonName);
                WriteField(ref reader, field, fieldPath);
            }
        }

        foreach (var header in headers)
        {
            writer.WriteString(header.Field.JsonName, header.Value);
        }
        writer.WriteEndObject();
        return stated;
    }

    private void WriteField(ref Utf8JsonReader reader, FieldDescriptor field, string path)
    {
        if (field.IsMap)
        {
            WriteMap(ref reader, field, path);
        }
        else if (!field.IsRepeated)
        {
            WriteSingle(ref reader, field, path);
        }
        else if (reader.TokenType != JsonTokenType.StartArray)
        {
            Refuse(ref reader, path, "must be a list");
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteStartArray();
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                WriteSingle(ref reader, field, $"{path}[{i}]");
            }
            writer.WriteEndArray();
        }
    }

    private void WriteMap(ref Utf8JsonReader reader, FieldDescriptor field, string path)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Refuse(ref reader, path, "must be an object");
            writer.WriteNullValue();
            return;
        }

        var (key, value) = (field.MessageType.FindFieldByName("key"), field.MessageType.FindFieldByName("value"));
        writer.WriteStartObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var entry = $"{path}[{name}]";
            var read = FieldText.Read(key, name);
            if (read.Problem is not null)
            {
                violations.Add(entry, read.Problem);
            }
            writer.WritePropertyName(read.Value ?? name);
            reader.Read();
            WriteSingle(ref reader, value, entry);
        }
        writer.WriteEndObject();
    }

    private void WriteSingle(ref Utf8JsonReader reader, FieldDescriptor field, string path)
    {
        if (field.FieldType != FieldType.Message || JsonValues.HasOwnForm(field.MessageType))
        {
            _values.Write(ref reader, field, path);
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            WriteMessage(ref reader, field.MessageType, path, []);
        }
        else
        {
            Refuse(ref reader, path, $"must be an object of {field.MessageType.Name}");
            writer.WriteNullValue();
        }
    }

    private void Refuse(ref Utf8JsonReader reader, string path, string description)
    {
        violations.Add(path, description);
        reader.Skip();
    }
}
