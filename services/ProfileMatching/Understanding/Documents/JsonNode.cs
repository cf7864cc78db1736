using System.Text.Json;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>An object of a JSON document that notes, once it is disposed, which of its values nobody asked for.</summary>
/// <param name="element">The object, or what stands in its place.</param>
/// <param name="path">Where it is, for the notes: "work[].".</param>
/// <param name="unread">The notes.</param>
internal sealed class JsonNode(JsonElement element, string path, ISet<string> unread) : IDisposable
{
    private const int MostNotes = 50;
    private const int LongestNote = 100;

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>The words that stand in place of an object: "Python" where others have { "name": "Python" }.</summary>
    public string? Word => element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    /// <summary>The first value of these names that is not empty, as text; empty if none is.</summary>
    public string Text(params ReadOnlySpan<string> names)
    {
        var found = "";
        foreach (var name in names)
        {
            if (Find(name) is { } value && ToText(value) is { } text)
            {
                _read.Add(name);
                found = found.Length > 0 ? found : text;
            }
        }

        return found;
    }

    /// <summary>The texts of a list, or the one text in its place.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (Find(name) is not { } list)
        {
            return [];
        }

        if (ToText(list) is { } alone)
        {
            _read.Add(name);
            return alone.Length > 0 ? [alone] : [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        _read.Add(name);
        var texts = new List<string>();
        foreach (var item in list.EnumerateArray())
        {
            if (ToText(item) is { Length: > 0 } text)
            {
                texts.Add(text);
            }
            else if (!IsEmpty(item))
            {
                Note($"{path}{name}[]");
            }
        }

        return texts;
    }

    /// <summary>The objects of a list, or the one object in its place; texts among them have a <see cref="Word"/>.</summary>
    public IEnumerable<JsonNode> Items(string name)
    {
        if (Find(name) is not { } list || list.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
        {
            yield break;
        }

        _read.Add(name);
        foreach (var item in list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : new[] { list })
        {
            if (item.ValueKind is JsonValueKind.Object or JsonValueKind.String)
            {
                using var node = new JsonNode(item, $"{path}{name}[].", unread);
                yield return node;
            }
            else if (!IsEmpty(item))
            {
                Note($"{path}{name}[]");
            }
        }
    }

    /// <summary>Passes over values that are meant to be left out.</summary>
    public void Skip(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _read.Add(name);
        }
    }

    public void Dispose()
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!_read.Contains(property.Name) && !IsEmpty(property.Value))
            {
                Note(path + property.Name);
            }
        }
    }

    private JsonElement? Find(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private void Note(string name)
    {
        if (unread.Count < MostNotes)
        {
            unread.Add(name.Length <= LongestNote ? name : name[..LongestNote]);
        }
    }

    private static string? ToText(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Null => "",
            _ => null,
        };

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.True or JsonValueKind.False => true,
            JsonValueKind.String => value.GetString()!.Length == 0,
            JsonValueKind.Array => value.GetArrayLength() == 0,
            JsonValueKind.Object => !value.EnumerateObject().Any(),
            _ => false,
        };
}
