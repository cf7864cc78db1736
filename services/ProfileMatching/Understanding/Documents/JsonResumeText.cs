using System.Globalization;
using System.Text.Json;

namespace CareerRecs.ProfileMatching.Understanding.Documents;

/// <summary>
/// A resume in the JSON Resume schema (jsonresume.org), and in what people make of it, as the text it would be on paper. Picture,
/// mail and place are passed over; the name is read, to be found again where the text repeats it. Other values that are not read
/// are noted.
/// </summary>
internal static class JsonResumeText
{
    private const int LongestDate = 40;
    private const string Now = "present";

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = 32,
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static string Read(string content, ISet<string> unread)
    {
        try
        {
            using var json = JsonDocument.Parse(content, Options);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Broken(null);
            }

            using var resume = new JsonNode(json.RootElement, "", unread);
            return Text(resume);
        }
        // Text that is no valid UTF-16 once its escapes are read ("\ud800") is an InvalidOperationException.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Broken(e);
        }
    }

    private static string Text(JsonNode resume)
    {
        var lines = new TextLines();
        resume.Skip("$schema", "meta");
        foreach (var basics in resume.Items("basics"))
        {
            if (basics.Text("name") is { Length: > 0 } name)
            {
                lines.Line("Name: " + name);
            }

            lines.Line("Summary").Line(basics.Text("label")).Line(basics.Text("summary"));
            basics.Skip("image", "picture", "email", "phone", "url", "website", "location", "profiles");
        }

        Section(lines, "Experience", resume.Items("work"), AddWork);
        Section(lines, "Education", resume.Items("education"), AddEducation);
        Section(lines, "Projects", resume.Items("projects"), AddProject);
        Section(lines, "Skills", resume.Items("skills"), AddSkill);
        Section(lines, "Certifications", resume.Items("certificates"), AddCertificate);
        return lines.ToString();
    }

    /// <summary>A job, or the jobs held one after another for one employer.</summary>
    private static void AddWork(TextLines lines, JsonNode work)
    {
        AddJob(lines, work, Joined(", ", work.Text("position", "title", "jobTitle", "role"), Period(work)));
        foreach (var position in work.Items("positions"))
        {
            AddJob(
                lines,
                position,
                Joined(", ", position.Word ?? position.Text("position", "title", "name", "role"), Period(position))
            );
        }

        // The employer is no evidence.
        work.Skip("name", "company", "organization", "location", "url", "website");
    }

    private static void AddJob(TextLines lines, JsonNode job, string title)
    {
        lines.Line(title).Line(job.Text("summary")).Line(job.Text("description"));
        AddItems(lines, job.Texts("highlights"));
        AddItems(lines, job.Texts("responsibilities"));
        lines.Line(string.Join(", ", [.. job.Texts("keywords"), .. job.Texts("technologies")]));
        job.Skip("location", "url");
    }

    private static void AddEducation(TextLines lines, JsonNode education)
    {
        var degree = education.Word ?? Joined(" in ", education.Text("studyType", "degree"), education.Text("area", "field"));
        lines.Line(Joined(", ", degree, Year(education.Text("endDate")))).Line(string.Join(", ", education.Texts("courses")));
        education.Skip("institution", "url", "startDate", "gpa", "score", "location");
    }

    private static void AddProject(TextLines lines, JsonNode project)
    {
        lines.Line(project.Word ?? project.Text("description", "summary"));
        lines.Line(string.Join(", ", [.. project.Texts("keywords"), .. project.Texts("technologies")]));
        AddItems(lines, project.Texts("highlights"));
        project.Skip("name", "url", "startDate", "endDate", "entity", "type", "roles");
    }

    private static void AddSkill(TextLines lines, JsonNode skill)
    {
        if (skill.Word is { } word)
        {
            lines.Line(word);
            return;
        }

        var years = skill.Text("years", "yearsOfExperience") is { Length: > 0 } number ? $"{number} years" : "";
        var (name, level) = (skill.Text("name"), skill.Text("level"));
        var (beside, keywords) = (years.Length > 0 ? years : level, string.Join(", ", skill.Texts("keywords")));
        lines.Line(Joined(": ", beside.Length > 0 ? $"{name} ({beside})" : name, keywords));
    }

    private static void AddCertificate(TextLines lines, JsonNode certificate)
    {
        lines.Line(certificate.Word ?? Joined(", ", certificate.Text("name", "title"), Year(certificate.Text("date"))));
        certificate.Skip("issuer", "url");
    }

    private static void AddItems(TextLines lines, IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            lines.Line("- " + item);
        }
    }

    private static void Section(TextLines lines, string heading, IEnumerable<JsonNode> items, Action<TextLines, JsonNode> add)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            if (isFirst)
            {
                lines.Line(heading);
            }

            isFirst = false;
            add(lines, item);
        }
    }

    private static string Joined(string separator, params string[] parts) =>
        string.Join(separator, parts.Where(p => p.Length > 0));

    /// <summary>When a job was held; one that began and has no end, or an empty one, goes on.</summary>
    private static string Period(JsonNode job)
    {
        var (start, end) = (Date(job.Text("startDate", "start")), Date(job.Text("endDate", "end")));
        return start.Length == 0 ? Joined(" ", end.Length > 0 ? "until" : "", end) : $"{start} to {(end.Length > 0 ? end : Now)}";
    }

    /// <summary>A date in whatever form it has: the schema's is ISO 8601, people write words too.</summary>
    private static string Date(string date) => date.Length <= LongestDate ? date : "";

    /// <summary>"2018" of "2018-06-30" and of "June 2018".</summary>
    private static string Year(string date) =>
        date switch
        {
            { Length: >= 4 } when int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out _) => date[
                ..4
            ],
            { Length: <= LongestDate } => date,
            _ => "",
        };

    private static UnreadableDocumentException Broken(Exception? cause) =>
        new("is not JSON Resume (jsonresume.org), or broken; check it against the schema, or send it as plain text", cause);
}
