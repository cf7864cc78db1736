using System.CommandLine;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering.Roles;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Commands.Roles;

/// <summary>`similar`: roles like a role.</summary>
internal static class SimilarCommand
{
    public static Command Create(CommandContext context)
    {
        var role = CommandOptions.Role();
        var catalog = CommandOptions.Catalog();
        var max = CommandOptions.Max("Most roles to show, at most 100. Default 10.");
        var command = new Command("similar", "Roles whose skills and tools are like those of a role.") { role, catalog, max };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var name = CatalogName.Parse(parsed.GetValue(catalog));
                        var title = parsed.GetRequiredValue(role);
                        var response = await session.Matching.SimilarRolesAsync(
                            new SimilarRolesRequest
                            {
                                Role = await new RoleFinder(session, context.Terminal.Note).FindAsync(title, name, token),
                                CatalogVersion = name.Version,
                                MaxResults = parsed.GetValue(max) ?? 0,
                            },
                            cancellationToken: token
                        );
                        context.Print(parsed, response, page => ListsText.Similar(page, response, title));
                    },
                    token
                )
        );
        return command;
    }
}
