using System.CommandLine;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Recommendations;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Commands.Recommendations;

/// <summary>`recommend`: which roles fit.</summary>
internal sealed class RecommendCommand(CommandContext context)
{
    private readonly Argument<string[]> _words = new("skills")
    {
        Description = "What the person does or knows, as --skills: \"cut hair, colour, blow dry\".",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly PersonOptions _person = new();
    private readonly Option<string?> _catalog = CommandOptions.Catalog();
    private readonly Option<string?> _location = CommandOptions.Location();
    private readonly Option<int?> _max = new("--max") { Description = "Most roles to show. Default 10.", HelpName = "N" };
    private readonly Option<bool> _explain = new("--explain") { Description = "Show the evidence behind each role." };
    private readonly Option<bool> _gated = new("--include-gated")
    {
        Description = "Also show roles that a stated fact rules out.",
    };
    private readonly Option<bool> _all = new("--all")
    {
        Description = "Also show roles that fit less than half as well as the first, or that nothing said speaks for.",
    };
    private readonly Option<bool> _allSteps = new("--all-steps")
    {
        Description = "Show every step of a ladder, not the one that fits best.",
    };
    private readonly Option<bool> _noPay = CommandOptions.NoPay();

    /// <summary>Share of what was said under which a catalog understands little.</summary>
    private const double Little = 0.5;

    public static Command Create(CommandContext context)
    {
        var self = new RecommendCommand(context);
        // Words take whatever is left over: a misspelt option must not become a skill.
        self._words.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                result.AddError($"there is no option {token.Value}");
            }
        });
        var command = new Command(
            "recommend",
            "Which roles fit a person, why, and what they pay. Without --catalog the one that understands the person best."
        );
        Option[] own =
        [
            self._catalog,
            self._location,
            self._max,
            self._all,
            self._explain,
            self._gated,
            self._allSteps,
            self._noPay,
        ];
        command.Arguments.Add(self._words);
        foreach (var option in self._person.All.Concat(own))
        {
            command.Options.Add(option);
        }

        command.SetAction(self.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = _person.Read(parsed);
        var person = options with { Skills = [.. parsed.GetValue(_words) ?? [], .. options.Skills] };
        if (person.IsEmpty)
        {
            throw CommandException.Usage("say who it is for: \"Python, SQL\" --years 4, or --resume FILE");
        }

        if (person.IsProse)
        {
            context.Terminal.Note(Prose.Note);
        }

        // The resume is read while the services start.
        var request = RequestAsync(parsed, person, cancellationToken);
        return await context.RunAsync(
            parsed,
            session => AskAsync(parsed, person, request, session, cancellationToken),
            cancellationToken
        );
    }

    private async Task AskAsync(
        ParseResult parsed,
        Person person,
        Task<RecommendRolesRequest> request,
        Session session,
        CancellationToken cancellationToken
    )
    {
        var asks = await request;
        var response = await session.Matching.RecommendRolesAsync(asks, cancellationToken: cancellationToken);
        var catalog = parsed.GetValue(_catalog) ?? "";
        var insteadOf = "";
        if (catalog.Length == 0 && response.Understanding?.BetterCatalog is { } better)
        {
            insteadOf = CatalogChoiceText.CatalogOf(response.Versions);
            catalog = Words.Id(better.Catalog);
            asks.Catalog = better.Catalog;
            response = await session.Matching.RecommendRolesAsync(asks, cancellationToken: cancellationToken);
        }

        var asked = new Asked(
            parsed.GetValue(_location) ?? "",
            parsed.GetValue(_explain),
            catalog.Length == 0 ? "" : " --catalog " + catalog
        )
        {
            InsteadOf = insteadOf,
            Imports = IsOfAnotherField(response) ? await OtherCatalogs.FindImportsAsync(session, cancellationToken) : [],
        };
        context.Print(parsed, response, response.Understanding, page => RecommendationsText.Render(page, response, asked));
        if (!context.Json(parsed))
        {
            LastQuestion.Keep(context.DataDirectory(parsed), person, catalog);
        }
    }

    /// <summary>Whether the catalog understands little of what was said, and no other that is there understands more.</summary>
    private static bool IsOfAnotherField(RecommendRolesResponse response) =>
        response
            is {
                InsufficientEvidence: not null,
                Understanding: { HasUnderstoodShare: true, UnderstoodShare: < Little, BetterCatalog: null }
            };

    private async Task<RecommendRolesRequest> RequestAsync(ParseResult parsed, Person person, CancellationToken cancellationToken)
    {
        var catalog = CatalogName.Parse(parsed.GetValue(_catalog));
        return new RecommendRolesRequest
        {
            Subject = await person.ToSubjectAsync(context.Terminal.OpenInput, cancellationToken),
            Catalog = catalog.Catalog,
            CatalogVersion = catalog.Version,
            Location = parsed.GetValue(_location) ?? "",
            MaxResults = parsed.GetValue(_max) ?? 0,
            View = parsed.GetValue(_explain) ? AnswerView.Full : AnswerView.Basic,
            IncludeGated = parsed.GetValue(_gated),
            OnePerLadder = !parsed.GetValue(_allSteps),
            IncludePay = !parsed.GetValue(_noPay),
            IncludeCut = parsed.GetValue(_all),
        };
    }
}
