using System.CommandLine;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering.Paths;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Commands.Paths;

/// <summary>`moves`: the next roles open to a person, or to whoever holds a role.</summary>
internal sealed class MovesCommand(CommandContext context)
{
    private readonly Argument<string?> _role = new("role")
    {
        Description = "Role to start from. Default: the person that the options describe.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly SubjectOptions _subject = new();
    private readonly Option<string?> _location = CommandOptions.Location();
    private readonly Option<int?> _max = CommandOptions.Max("Most moves to show, at most 50. Default 10.");
    private readonly Option<bool> _noPay = CommandOptions.NoPay();

    public static Command Create(CommandContext context)
    {
        var self = new MovesCommand(context);
        var command = new Command(
            "moves",
            "The next roles open to a person, or to whoever holds a role. Without either: to the person of the last recommend."
        );
        command.Arguments.Add(self._role);
        foreach (var option in self._subject.Person.Concat([self._subject.Catalog, self._location, self._max, self._noPay]))
        {
            command.Options.Add(option);
        }

        command.SetAction(self.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var start = PathStart.Read(context, parsed, parsed.GetValue(_role), _subject, cancellationToken);
        return context.RunAsync(parsed, session => AskAsync(parsed, start, session, cancellationToken), cancellationToken);
    }

    private async Task AskAsync(ParseResult parsed, PathStart start, Session session, CancellationToken cancellationToken)
    {
        var request = new SuggestMovesRequest
        {
            From = await start.ToStartingPointAsync(new RoleFinder(session, context.Terminal.Note), cancellationToken),
            Catalog = start.Catalog.Catalog,
            CatalogVersion = start.Catalog.Version,
            Location = parsed.GetValue(_location) ?? "",
            MaxResults = parsed.GetValue(_max) ?? 0,
            IncludePay = !parsed.GetValue(_noPay),
        };
        // A role given by its resource name brings its catalog along.
        if (request.From.StartCase == StartingPoint.StartOneofCase.Role)
        {
            request.Catalog = "";
        }

        var response = await session.CareerPaths.SuggestMovesAsync(request, cancellationToken: cancellationToken);
        context.Print(parsed, response, response.Understanding, page => MovesText.Render(page, response));
    }
}
