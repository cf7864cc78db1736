using System.CommandLine;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering.Roles;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Commands.Roles;

/// <summary>`compare`: two roles side by side.</summary>
internal static class CompareCommand
{
    public static Command Create(CommandContext context)
    {
        var role = CommandOptions.Role();
        var other = new Argument<string>("other") { Description = "The role to compare it with." };
        var catalog = CommandOptions.Catalog();
        var location = CommandOptions.Location();
        var noPay = CommandOptions.NoPay();
        var command = new Command(
            "compare",
            "Two roles side by side: skills, requirements, pay, and how far it is from the one to the other."
        )
        {
            role,
            other,
            catalog,
            location,
            noPay,
        };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var name = CatalogName.Parse(parsed.GetValue(catalog));
                        var finder = new RoleFinder(session, context.Terminal.Note);
                        var response = await session.CareerPaths.CompareRolesAsync(
                            new CompareRolesRequest
                            {
                                Role = await finder.FindAsync(parsed.GetRequiredValue(role), name, token),
                                OtherRole = await finder.FindAsync(parsed.GetRequiredValue(other), name, token),
                                CatalogVersion = name.Version,
                                Location = parsed.GetValue(location) ?? "",
                                IncludePay = !parsed.GetValue(noPay),
                            },
                            cancellationToken: token
                        );
                        context.Print(parsed, response, page => CompareText.Render(page, response));
                    },
                    token
                )
        );
        return command;
    }
}
