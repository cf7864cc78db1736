using System.Text.Json;
using System.Text.Json.Serialization;
using CareerRecs.Cli.Embedded;

namespace CareerRecs.Cli.Input;

/// <summary>
/// The options of the last `recommend`, kept so that `careerrecs gap "Data Scientist"` can be about the same person. Of a
/// resume only the path is kept; nothing typed by a script (json output) is.
/// </summary>
public sealed record LastQuestion(Person Person, string Catalog)
{
    /// <summary>Keeps the question; a folder that cannot be written costs the convenience, not the answer.</summary>
    public static void Keep(DataDirectory directory, Person person, string catalog)
    {
        if (person.Resume == "-") return;
        var kept = person.Resume is { } path ? person with { Resume = Path.GetFullPath(path) } : person;
        try
        {
            directory.Create();
            File.WriteAllText(directory.LastSubjectFile, JsonSerializer.Serialize(new LastQuestion(kept, catalog), LastQuestionJson.Default.LastQuestion));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(directory.LastSubjectFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>The last question, if it is known.</summary>
    public static LastQuestion? Read(DataDirectory directory)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(directory.LastSubjectFile), LastQuestionJson.Default.LastQuestion);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(LastQuestion))]
internal sealed partial class LastQuestionJson : JsonSerializerContext;
