using System.Text;
using System.Text.Json.Nodes;

namespace CareerRecs.Testing.Rest;

/// <summary>Breaks JSON at random: values of other types, other names, missing and doubled parts, broken text.</summary>
public static class JsonMutation
{
    private static readonly string[] Values =
    [
        "null",
        "true",
        "-1",
        "1.0",
        "1e400",
        "99999999999999999999",
        "\"\"",
        "\"1\"",
        "\"NaN\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"2026-02-30T00:00:00Z\"",
        "\"-3.5s\"",
        "\"a_b,cD\"",
        "\"____\"",
        "[]",
        "[null]",
        "{}",
        "{\"a\": {\"b\": [1, {}]}}",
        "[[[[[[[[[[]]]]]]]]]]",
    ];

    private static readonly char[] Signs = ['{', '}', '[', ']', ',', ':', '"', '\\', '0', '.', ' ', 'x'];

    /// <summary>Breaks a document in one to three places; the result need not be JSON.</summary>
    public static byte[] Mutate(JsonNode sample, Random random)
    {
        var text = sample.ToJsonString();
        for (var i = random.Next(3); i >= 0; i--)
        {
            text = random.Next(4) == 0 ? Scratch(text, random) : Replace(text, random);
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0 && random.Next(20) == 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }
        return bytes;
    }

    /// <summary>A value as JSON writes it, good or bad.</summary>
    public static string Value(Random random) => Values[random.Next(Values.Length)];

    private static string Scratch(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        return random.Next(3) switch
        {
            0 => text.Insert(at, Signs[random.Next(Signs.Length)].ToString()),
            1 => text[..at],
            _ => text.Remove(Math.Min(at, text.Length - 1) is var from && from < 0 ? 0 : from, text.Length > 0 ? 1 : 0),
        };
    }

    private static string Replace(string text, Random random)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(text);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or ArgumentException or InvalidOperationException)
        {
            return text;
        }

        var node = root;
        while (random.Next(4) != 0 && Children(node) is { Count: > 0 } children)
        {
            node = children[random.Next(children.Count)] ?? node;
            if (Children(node).Count == 0)
            {
                break;
            }
        }

        switch (node)
        {
            case JsonObject { Count: > 0 } fields:
                var (name, _) = fields.ElementAt(random.Next(fields.Count));
                var key = random.Next(4) == 0 ? name.ToUpperInvariant() : name;
                fields.Remove(name);
                if (random.Next(6) != 0)
                {
                    fields[key] = Parse(Value(random));
                }
                break;
            case JsonArray { Count: > 0 } items:
                items[random.Next(items.Count)] = Parse(Value(random));
                break;
            default:
                return Value(random);
        }
        return Safe(root!, text);
    }

    private static List<JsonNode?> Children(JsonNode? node) =>
        node switch
        {
            JsonObject fields => [.. fields.Select(pair => pair.Value)],
            JsonArray items => [.. items],
            _ => [],
        };

    private static JsonNode? Parse(string json) => JsonNode.Parse(json);

    private static string Safe(JsonNode root, string otherwise)
    {
        try
        {
            return root.ToJsonString();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return otherwise;
        }
    }
}
