using System.CommandLine;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering.Roles;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Commands.Roles;

/// <summary>`role`: what a role is.</summary>
internal sealed class RoleCommand(CommandContext context)
{
    private readonly Argument<string> _role = CommandOptions.Role();
    private readonly Option<string?> _catalog = CommandOptions.Catalog();
    private readonly Option<bool> _full = new("--full") { Description = "Everything the catalog says of it and of its field." };

    private readonly Option<RoleSection?> _section = new("--section")
    {
        Description = "One section, of it and of its field: " + string.Join(", ", RoleSections.All.Select(s => s.Name)) + ".",
        HelpName = "NAME",
        CustomParser = result =>
        {
            var section = RoleSections.Find(result.Tokens[0].Value);
            if (section is null)
            {
                result.AddError(
                    $"--section: there is no \"{result.Tokens[0].Value}\"; use one "
                        + $"of {string.Join(", ", RoleSections.All.Select(s => s.Name))}"
                );
            }

            return section;
        },
    };

    public static Command Create(CommandContext context)
    {
        var self = new RoleCommand(context);
        var command = new Command("role", "What a role is: duties, skills, way in, ladder, figures.");
        command.Arguments.Add(self._role);
        foreach (var option in (Option[])[self._section, self._full, self._catalog])
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, token) => context.RunAsync(parsed, session => self.AskAsync(parsed, session, token), token));
        return command;
    }

    private async Task AskAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        var catalog = CatalogName.Parse(parsed.GetValue(_catalog));
        var name = await new RoleFinder(session, context.Terminal.Note).FindAsync(
            parsed.GetRequiredValue(_role),
            catalog,
            cancellationToken
        );
        var response = await session.Catalog.GetRoleAsync(
            new GetRoleRequest { Name = name, CatalogVersion = catalog.Version },
            cancellationToken: cancellationToken
        );
        context.Print(
            parsed,
            response,
            page =>
            {
                if (parsed.GetValue(_section) is { } section)
                {
                    RoleText.Section(page, response, section);
                }
                else if (parsed.GetValue(_full))
                {
                    RoleText.Full(page, response);
                }
                else
                {
                    RoleText.Screen(page, response, context.Terminal.Time.GetUtcNow().Year);
                }
            }
        );
    }
}
