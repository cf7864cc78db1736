using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using CareerRecs.Cli.Commands;
using CareerRecs.Cli.Embedded;
using CareerRecs.Cli.Shell;

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
        if (person.Resume == "-")
        {
            return;
        }

        var kept = person.Resume is { } path ? person with { Resume = Path.GetFullPath(path) } : person;
        try
        {
            directory.Create();
            File.WriteAllText(
                directory.LastSubjectFile,
                JsonSerializer.Serialize(new LastQuestion(kept, catalog), LastQuestionJson.Default.LastQuestion)
            );
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(directory.LastSubjectFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }

    /// <summary>The person and catalog as typed; where nothing of a person was, those of the last question.</summary>
    internal static (Person Person, string? Catalog) Or(Person typed, string? catalog, CommandContext context, ParseResult parsed)
    {
        if (!typed.IsEmpty)
        {
            return (typed, catalog);
        }

        var last =
            Read(context.DataDirectory(parsed))
            ?? throw CommandException.Usage("say who it is for: --skills \"Python, SQL\" --years 4, or --resume FILE");
        context.Terminal.Note(
            $"for the person of your last recommend ({last.Person.InWords}); --skills or --resume name another"
        );
        // What else is not wanted is said of the same person.
        return (last.Person with { Not = [.. last.Person.Not, .. typed.Not] }, catalog ?? last.Catalog);
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
