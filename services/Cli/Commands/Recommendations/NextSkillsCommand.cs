using System.CommandLine;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering.Recommendations;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Commands.Recommendations;

/// <summary>`next-skills`: which skills to acquire next.</summary>
internal sealed class NextSkillsCommand(CommandContext context)
{
    private readonly SubjectOptions _subject = new();
    private readonly Option<string[]> _roles = new("--role")
    {
        Description =
            "A role that interests the person; may be given several times. "
            + "Default: those of --interests, else the ten that fit best.",
        HelpName = "ROLE",
    };
    private readonly Option<int?> _max = CommandOptions.Max("Most skills to show, at most 50. Default 10.");

    public static Command Create(CommandContext context)
    {
        var self = new NextSkillsCommand(context);
        var command = new Command(
            "next-skills",
            "Which skills to acquire next: those that make most roles a good "
                + "fit. Without options: for the person of the last recommend."
        );
        foreach (var option in self._subject.Person.Concat([self._roles, self._subject.Catalog, self._max]))
        {
            command.Options.Add(option);
        }

        command.SetAction(self.RunAsync);
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        _subject.RunAsync(
            context,
            parsed,
            (session, subject, catalog) => AskAsync(parsed, subject, catalog, session, cancellationToken),
            cancellationToken
        );

    private async Task AskAsync(
        ParseResult parsed,
        Task<Subject> subject,
        CatalogName catalog,
        Session session,
        CancellationToken cancellationToken
    )
    {
        var request = new SuggestSkillsRequest
        {
            Subject = await subject,
            Catalog = catalog.Catalog,
            CatalogVersion = catalog.Version,
            MaxResults = parsed.GetValue(_max) ?? 0,
        };
        var finder = new RoleFinder(session, context.Terminal.Note);
        foreach (var role in parsed.GetValue(_roles) ?? [])
        {
            request.Roles.Add(await finder.FindAsync(role, catalog, cancellationToken));
        }

        var response = await session.CareerPaths.SuggestSkillsAsync(request, cancellationToken: cancellationToken);
        context.Print(parsed, response, response.Understanding, page => NextSkillsText.Render(page, response));
    }
}
