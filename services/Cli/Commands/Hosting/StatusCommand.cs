using System.CommandLine;
using CareerRecs.Cli.Rendering.Versions;
using CareerRecs.Types.V1;

namespace CareerRecs.Cli.Commands.Hosting;

/// <summary>`status`: what the hosts have loaded and how what they lean on is doing.</summary>
internal static class StatusCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("status", "What each host serves, has loaded and leans on.");
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        foreach (var (address, client) in session.Hosts())
                        {
                            var response = await client.GetStatusAsync(new GetStatusRequest(), cancellationToken: token);
                            context.Print(parsed, response, page => VersionsText.Status(page, address, response));
                        }
                    },
                    token
                )
        );
        return command;
    }
}
