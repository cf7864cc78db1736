using System.Buffers.Text;
using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace CareerRecs.ServiceDefaults.Rest;

/// <summary>A value as transcoding reads it, or why it is refused.</summary>
internal readonly record struct ReadText(string? Value, string? Problem)
{
    public static ReadText Accept(string value) => new(value, null);

    public static ReadText Refuse(string problem) => new(null, problem);
}

/// <summary>Reads values that are stated as text: query parameters, keys of maps, numbers and times in JSON strings.</summary>
internal static partial class FieldText
{
    /// <summary>Reads a single value of a field; a message has one only if it is a well-known type.</summary>
    public static ReadText Read(FieldDescriptor field, string text) =>
        field.FieldType switch
        {
            FieldType.String => ReadText.Accept(text),
            FieldType.Bool => text is "true" or "false" ? ReadText.Accept(text) : Refuse("true or false", text),
            FieldType.Bytes => ReadBytes(text),
            FieldType.Enum => ReadEnum(field.EnumType, text),
            FieldType.Double => ReadReal(text, double.MaxValue),
            FieldType.Float => ReadReal(text, float.MaxValue),
            FieldType.Message => ReadMessage(field.MessageType, text),
            _ => ReadWhole(field.FieldType, text),
        };

    /// <summary>Reads a whole number: <c>1</c>, <c>1.0</c>, <c>1e2</c>.</summary>
    public static ReadText ReadWhole(FieldType type, string text)
    {
        var (least, most) = type switch
        {
            FieldType.UInt32 or FieldType.Fixed32 => (0m, uint.MaxValue),
            FieldType.UInt64 or FieldType.Fixed64 => (0m, ulong.MaxValue),
            FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => (long.MinValue, long.MaxValue),
            _ => ((decimal)int.MinValue, (decimal)int.MaxValue),
        };
        var isWhole =
            Number().IsMatch(text)
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && decimal.Truncate(number) == number
            && number >= least
            && number <= most
            && (number != 0 || double.Parse(text, CultureInfo.InvariantCulture) == 0);
        return isWhole
            ? ReadText.Accept(
                decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0", CultureInfo.InvariantCulture)
            )
            : Refuse($"a whole number from {least} to {most}", text);
    }

    /// <summary>Reads base64, of the standard or the URL alphabet, with or without padding.</summary>
    public static ReadText ReadBytes(string text)
    {
        var standard = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        standard = standard.PadRight((standard.Length + 3) / 4 * 4, '=');
        return Base64.IsValid(standard) ? ReadText.Accept(standard) : Refuse("bytes in base64", text);
    }

    /// <summary>Reads a finite number, or one of the three that JSON can only name.</summary>
    public static ReadText ReadReal(string text, double most)
    {
        if (text is "NaN" or "Infinity" or "-Infinity")
        {
            return ReadText.Accept(text);
        }
        return
            Number().IsMatch(text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= most
            ? ReadText.Accept(text)
            : Refuse("a number", text);
    }

    /// <summary>Reads a value of an enum by its name or its number.</summary>
    public static ReadText ReadEnum(EnumDescriptor type, string text)
    {
        var value = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? type.FindValueByNumber(number)
            : type.FindValueByName(text);
        return value is not null
            ? ReadText.Accept(value.Name)
            : Refuse($"one of {string.Join(", ", type.Values.Select(v => v.Name))}", text);
    }

    /// <summary>The refusal of a value, quoted.</summary>
    public static ReadText Refuse(string expected, string got) =>
        ReadText.Refuse($"must be {expected}, got {Violations.Quote(got)}");

    private static ReadText ReadMessage(MessageDescriptor type, string text)
    {
        if (JsonValues.IsWrapper(type))
        {
            return Read(type.FindFieldByName("value"), text);
        }
        return type.FullName switch
        {
            "google.protobuf.Timestamp" => ReadTime<Timestamp>(text, "a time as in 2026-11-30T12:00:00Z"),
            "google.protobuf.Duration" => ReadTime<Duration>(text, "seconds as in '3.5s'"),
            "google.protobuf.FieldMask" => Paths().IsMatch(text)
                ? ReadText.Accept(ToSnakeCase(text))
                : Refuse("names of fields, separated by commas", text),
            _ => ReadText.Refuse($"is an object of type {type.Name}; state its fields one by one"),
        };
    }

    private static ReadText ReadTime<T>(string text, string expected)
        where T : IMessage, new()
    {
        try
        {
            var json = new System.Text.Json.Nodes.JsonObject { ["v"] = text }["v"]!.ToJsonString();
            return ReadText.Accept(JsonFormatter.Default.Format(JsonParser.Default.Parse<T>(json)).Trim('"'));
        }
        catch (Exception e) when (e is IOException or FormatException or ArithmeticException or ArgumentException)
        {
            return Refuse(expected, text);
        }
    }

    private static string ToSnakeCase(string paths) => Capital().Replace(paths, match => "_" + match.Value.ToLowerInvariant());

    [GeneratedRegex("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?\\z")]
    private static partial Regex Number();

    // Names in either case, joined by dots and commas: "years_experience,skills". No other underscore has a form in JSON.
    [GeneratedRegex(@"^((\*|[A-Za-z][A-Za-z0-9]*(_[a-z][A-Za-z0-9]*)*)([.,](?=[A-Za-z*])|\z))*\z")]
    private static partial Regex Paths();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
