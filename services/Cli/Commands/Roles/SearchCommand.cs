using System.CommandLine;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Roles;

namespace CareerRecs.Cli.Commands.Roles;

/// <summary>`search`: roles by words.</summary>
internal static class SearchCommand
{
    public static Command Create(CommandContext context)
    {
        var query = new Argument<string[]>("words")
        {
            Description = "Words of a title; beginnings and typing errors are read.",
            Arity = ArgumentArity.OneOrMore,
        };
        var catalog = CommandOptions.Catalog();
        var max = CommandOptions.Max("Most roles to show, at most 100. Default 10.");
        var family = Choice("--family", "NAME", "Only roles of this family, as the answer spells it. Again for another.");
        var seniority = PersonOptions.SenioritiesOption("Only roles of this seniority. Again for another.");
        var source = Choice(
            "--source",
            "TEXT",
            "Only roles of this source, as the answer spells it: \"O*NET 29.3\". Again for another."
        );
        var command = new Command(
            "search",
            "Roles whose titles answer some words; below them how many "
                + "there are of each family, seniority and source, to narrow by."
        )
        {
            query,
            family,
            seniority,
            source,
            catalog,
            max,
        };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var name = CatalogName.Parse(parsed.GetValue(catalog));
                        var words = string.Join(' ', parsed.GetRequiredValue(query));
                        var response = await session.Catalog.SearchRolesAsync(
                            new SearchRolesRequest
                            {
                                Catalog = name.CatalogOrDefault,
                                CatalogVersion = name.Version,
                                Query = words,
                                PageSize = parsed.GetValue(max) ?? 0,
                                Families = { parsed.GetValue(family) ?? [] },
                                Seniorities = { parsed.GetValue(seniority) ?? [] },
                                Sources = { parsed.GetValue(source) ?? [] },
                            },
                            cancellationToken: token
                        );
                        context.Print(parsed, response, page => ListsText.Search(page, response, words));
                    },
                    token
                )
        );
        return command;
    }

    /// <summary>An option to be given once a value: a family's name may hold spaces, and the words come after it.</summary>
    private static Option<string[]> Choice(string name, string help, string description) =>
        new(name)
        {
            Description = description,
            HelpName = help,
            AllowMultipleArgumentsPerToken = false,
        };
}
