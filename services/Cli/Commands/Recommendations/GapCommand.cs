using System.CommandLine;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Recommendations;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Commands.Recommendations;

/// <summary>`gap`: what is missing for one role.</summary>
internal sealed class GapCommand(CommandContext context)
{
    private readonly Argument<string> _role = CommandOptions.Role();
    private readonly SubjectOptions _subject = new();
    private readonly Option<bool> _all = new("--all")
    {
        Description = "Show every gap, also the many that a source lists beside the first.",
    };

    public static Command Create(CommandContext context)
    {
        var self = new GapCommand(context);
        var command = new Command(
            "gap",
            "What is missing for a role, and what each skill would bring. Without options: for the person of the last recommend."
        );
        command.Arguments.Add(self._role);
        foreach (var option in self._subject.Person.Concat([self._subject.Catalog, self._all]))
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
        var finder = new RoleFinder(session, context.Terminal.Note);
        var request = new AnalyzeGapRequest
        {
            Role = await finder.FindAsync(parsed.GetRequiredValue(_role), catalog, cancellationToken),
            CatalogVersion = catalog.Version,
            Subject = await subject,
        };
        var response = await session.Matching.AnalyzeGapAsync(request, cancellationToken: cancellationToken);
        var titles = context.Json(parsed) ? [] : await TitlesAsync(session, response, cancellationToken);
        context.Print(
            parsed,
            response,
            response.Understanding,
            page => GapText.Render(page, response, parsed.GetValue(_all), name => titles.GetValueOrDefault(name, Words.Id(name)))
        );
    }

    /// <summary>Titles of the roles that a skill would lift: the answer names them, people read titles.</summary>
    private static async Task<Dictionary<string, string>> TitlesAsync(
        Session session,
        AnalyzeGapResponse response,
        CancellationToken cancellationToken
    )
    {
        var names = response.Gaps.SelectMany(g => g.LiftsRoles).Distinct().Take(100).ToList();
        if (names.Count == 0)
        {
            return [];
        }

        var roles = await session.Catalog.BatchGetRolesAsync(
            new BatchGetRolesRequest
            {
                Catalog = string.Join('/', names[0].Split('/').Take(2)),
                CatalogVersion = response.Versions?.CatalogVersion ?? "",
                Names = { names },
            },
            cancellationToken: cancellationToken
        );
        return roles.Roles.ToDictionary(r => r.Name, r => r.Title);
    }
}
