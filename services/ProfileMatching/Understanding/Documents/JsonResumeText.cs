using System.Text.Json;

namespace CareerRecs.Matching.Understanding.Documents;

/// <summary>
/// A resume in the JSON Resume schema (jsonresume.org) as the text it would be on paper. Picture, mail and place are not read at all; the
/// name is, to be found again where the text repeats it.
/// </summary>
internal static class JsonResumeText
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static string Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var json = JsonDocument.Parse(WithoutMark(content), Options);
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw Broken(null);
            return Text(json.RootElement);
        }
        // Text that is no valid UTF-16 once its escapes are read ("\ud800") is an InvalidOperationException.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Broken(e);
        }
    }

    /// <summary>The content without a byte order mark, which JSON may not begin with.</summary>
    internal static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> content) =>
        content.Span.StartsWith("\uFEFF"u8) ? content[3..] : content;

    private static string Text(JsonElement resume)
    {
        var lines = new TextLines();
        if (resume.TryGetProperty("basics", out var basics) && basics.ValueKind == JsonValueKind.Object)
        {
            if (String(basics, "name") is { Length: > 0 } name) lines.Line("Name: " + name);
            lines.Line("Summary").Line(String(basics, "label")).Line(String(basics, "summary"));
        }

        Section(lines, "Experience", Items(resume, "work"), AddJob);
        Section(lines, "Education", Items(resume, "education"), (to, e) =>
            to.Line(Joined(" in ", String(e, "studyType"), String(e, "area")) + Behind(Date(e, "endDate"))).Line(Joined(", ", [.. Strings(e, "courses")])));
        Section(lines, "Projects", Items(resume, "projects"), (to, p) =>
            AddLines(to.Line(String(p, "description")).Line(Joined(", ", [.. Strings(p, "keywords")])), Strings(p, "highlights")));
        Section(lines, "Skills", Items(resume, "skills"), AddSkill);
        Section(lines, "Certifications", Items(resume, "certificates"), (to, c) => to.Line(String(c, "name") + Behind(Date(c, "date"))));
        return lines.ToString();
    }

    private static void AddJob(TextLines lines, JsonElement job)
    {
        var (start, end) = (Date(job, "startDate"), Date(job, "endDate"));
        // A job without an end goes on; one without a start has only its end.
        var dates = start.Length > 0 ? $"{start} to {(end.Length > 0 ? end : "present")}" : end.Length > 0 ? $"until {end}" : "";
        lines.Line(Joined(", ", String(job, "position"), dates)).Line(String(job, "summary"));
        AddLines(lines, Strings(job, "highlights"));
    }

    private static void AddSkill(TextLines lines, JsonElement skill)
    {
        var level = String(skill, "level");
        var name = String(skill, "name") + (level.Length > 0 ? $" ({level})" : "");
        lines.Line(Joined(": ", name, Joined(", ", [.. Strings(skill, "keywords")])));
    }

    private static void AddLines(TextLines lines, IEnumerable<string> items)
    {
        foreach (var item in items) lines.Line("- " + item);
    }

    private static void Section(TextLines lines, string heading, IEnumerable<JsonElement> items, Action<TextLines, JsonElement> add)
    {
        var any = false;
        foreach (var item in items)
        {
            if (!any) lines.Line(heading);
            any = true;
            add(lines, item);
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    private static IEnumerable<string> Strings(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)
            : [];

    private static string String(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Joined(string separator, params string[] parts) => string.Join(separator, parts.Where(p => p.Length > 0));

    /// <summary>A date in whatever form it has; the schema's is ISO 8601, people write words and numbers too.</summary>
    private static string Date(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : String(parent, name).Trim();

    private static string Behind(string date) => date.Length > 0 ? $", {date}" : "";

    private static UnreadableDocumentException Broken(Exception? cause) =>
        new("is not JSON Resume (jsonresume.org), or broken; check it against the schema, or send it as plain text", cause);
}
