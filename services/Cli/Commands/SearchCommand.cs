using System.CommandLine;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering;

namespace CareerRecs.Cli.Commands;

/// <summary>`search`: roles by words.</summary>
internal static class SearchCommand
{
    public static Command Create(CommandContext context)
    {
        var query = new Argument<string[]>("words") { Description = "Words of a title; beginnings and typing errors are read.", Arity = ArgumentArity.OneOrMore };
        var catalog = CommandOptions.Catalog();
        var max = CommandOptions.Max("Most roles to show, at most 100. Default 10.");
        var command = new Command("search", "Roles whose titles answer some words.") { query, catalog, max };
        command.SetAction((parsed, token) => context.RunAsync(parsed, async session =>
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
                },
                cancellationToken: token);
            context.Print(parsed, response, page => ListsText.Search(page, response, words));
        }, token));
        return command;
    }
}
