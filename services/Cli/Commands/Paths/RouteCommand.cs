using System.CommandLine;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering.Paths;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Commands.Paths;

/// <summary>`route`: ways to a role that is far.</summary>
internal sealed class RouteCommand(CommandContext context)
{
    private readonly Argument<string> _target = new("target")
    {
        Description = "Title, id or resource name of the role to reach.",
    };
    private readonly Option<string?> _from = new("--from")
    {
        Description = "Role to start from. Default: the person that the options describe.",
        HelpName = "ROLE",
    };
    private readonly SubjectOptions _subject = new();
    private readonly Option<string?> _location = CommandOptions.Location();
    private readonly Option<int?> _max = CommandOptions.Max("Most routes to show, at most 5. Default 3.");
    private readonly Option<int?> _steps = new("--steps")
    {
        Description = "Most steps of a route, at most 4. Default 4.",
        HelpName = "N",
    };
    private readonly Option<string[]> _notThrough = new("--not-through")
    {
        Description = "Role not to pass through; may be given several times.",
        HelpName = "ROLE",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<bool> _noPay = CommandOptions.NoPay();

    public static Command Create(CommandContext context)
    {
        var self = new RouteCommand(context);
        var command = new Command(
            "route",
            "Ways to a role that is far: what to learn for each step. Without a start: for the person of the last recommend."
        );
        command.Arguments.Add(self._target);
        command.Options.Add(self._from);
        foreach (
            var option in self._subject.Person.Concat([
                self._subject.Catalog,
                self._location,
                self._max,
                self._steps,
                self._notThrough,
                self._noPay,
            ])
        )
        {
            command.Options.Add(option);
        }

        command.SetAction(self.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var start = PathStart.Read(context, parsed, parsed.GetValue(_from), _subject, cancellationToken);
        return context.RunAsync(parsed, session => AskAsync(parsed, start, session, cancellationToken), cancellationToken);
    }

    private async Task AskAsync(ParseResult parsed, PathStart start, Session session, CancellationToken cancellationToken)
    {
        var finder = new RoleFinder(session, context.Terminal.Note);
        var request = new PlanRouteRequest
        {
            From = await start.ToStartingPointAsync(finder, cancellationToken),
            ToRole = await finder.FindAsync(parsed.GetRequiredValue(_target), start.Catalog, cancellationToken),
            CatalogVersion = start.Catalog.Version,
            Location = parsed.GetValue(_location) ?? "",
            MaxRoutes = parsed.GetValue(_max) ?? 0,
            MaxSteps = parsed.GetValue(_steps) ?? 0,
            IncludePay = !parsed.GetValue(_noPay),
        };
        foreach (var role in parsed.GetValue(_notThrough) ?? [])
        {
            request.NotThrough.Add(await finder.FindAsync(role, start.Catalog, cancellationToken));
        }

        var response = await session.CareerPaths.PlanRouteAsync(request, cancellationToken: cancellationToken);
        context.Print(
            parsed,
            response,
            response.Understanding,
            page => RoutesText.Render(page, response, parsed.GetRequiredValue(_target))
        );
    }
}
