using System.CommandLine;
using CareerRecs.Cli.Commands;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Input;

/// <summary>
/// Where moves and routes start, as typed: a role, or a person; where neither was said, the person of the last recommend.
/// </summary>
internal sealed class PathStart
{
    private readonly string? _role;
    private readonly Task<Subject>? _subject;

    private PathStart(string? role, Task<Subject>? subject, CatalogName catalog) =>
        (_role, _subject, Catalog) = (role, subject, catalog);

    /// <summary>The catalog to ask.</summary>
    public CatalogName Catalog { get; }

    /// <summary>Reads what was typed; a resume is read while the services start.</summary>
    public static PathStart Read(
        CommandContext context,
        ParseResult parsed,
        string? role,
        SubjectOptions subject,
        CancellationToken cancellationToken
    )
    {
        var (person, catalog) = subject.Read(parsed);
        if (role is not null)
        {
            return person is { IsEmpty: true, Not: [] }
                ? new PathStart(role, null, CatalogName.Parse(catalog))
                : throw CommandException.Usage(
                    "start from a role or from a person, not from both; --not "
                        + "and what else describes a person says nothing beside a role"
                );
        }

        if (person.IsEmpty)
        {
            var last =
                LastQuestion.Read(context.DataDirectory(parsed))
                ?? throw CommandException.Usage(
                    "say where it starts: a role, --skills \"Python, SQL\" --titles \"Data Analyst\", or --resume FILE"
                );
            context.Terminal.Note(
                $"for the person of your last recommend ({last.Person.InWords}); a role, --skills or --resume name another start"
            );
            (person, catalog) = (last.Person with { Not = [.. last.Person.Not, .. person.Not] }, catalog ?? last.Catalog);
        }

        return new PathStart(
            null,
            person.ToSubjectAsync(context.Terminal.OpenInput, cancellationToken),
            CatalogName.Parse(catalog)
        );
    }

    /// <summary>The start as the contract says it.</summary>
    public async Task<StartingPoint> ToStartingPointAsync(RoleFinder finder, CancellationToken cancellationToken) =>
        _subject is not null
            ? new StartingPoint { Subject = await _subject }
            : new StartingPoint { Role = await finder.FindAsync(_role!, Catalog, cancellationToken) };
}
