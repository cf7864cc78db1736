using System.CommandLine;
using CareerRecs.Cli.Commands;
using CareerRecs.Cli.Sessions;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Input;

/// <summary>Options that describe the person a question is about, and name the catalog that answers it.</summary>
internal sealed class SubjectOptions
{
    private readonly PersonOptions _person = new();
    private readonly Option<string?> _catalog = CommandOptions.Catalog();

    /// <summary>Options of the person.</summary>
    public IEnumerable<Option> Person => _person.All;

    /// <summary>Option of the catalog.</summary>
    public Option Catalog => _catalog;

    /// <summary>The person and the catalog as typed.</summary>
    public (Person Person, string? Catalog) Read(ParseResult parsed) => (_person.Read(parsed), parsed.GetValue(_catalog));

    /// <summary>Runs a question about the person typed, or else about the person of the last recommend.</summary>
    public Task<int> RunAsync(
        CommandContext context,
        ParseResult parsed,
        Func<Session, Task<Subject>, CatalogName, Task> ask,
        CancellationToken cancellationToken
    )
    {
        var (typed, named) = Read(parsed);
        var (person, catalog) = LastQuestion.Or(typed, named, context, parsed);
        if (typed.IsProse)
        {
            context.Terminal.Note(Prose.Note);
        }

        // Read once: the body is run again where the process it talks to ends.
        var subject = person.ToSubjectAsync(context.Terminal.OpenInput, cancellationToken);
        return context.RunAsync(parsed, session => ask(session, subject, CatalogName.Parse(catalog)), cancellationToken);
    }
}
