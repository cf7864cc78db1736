using System.CommandLine;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering.Versions;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Commands.Versions;

/// <summary>`versions diff` and `shadow`: what an activation would change.</summary>
internal static class VersionCompareCommands
{
    private const int DefaultItems = 10;
    private const int MostSubjects = 1000;

    public static void AddTo(Command versions, CommandContext context)
    {
        versions.Subcommands.Add(Diff(context));
        versions.Subcommands.Add(Shadow(context));
    }

    private static Command Diff(CommandContext context)
    {
        var version = new Argument<string>("version") { Description = "The later version: onet@29.3." };
        var against = Against();
        var max = CommandOptions.Max($"Most items of each list. Default {DefaultItems}.");
        var command = new Command("diff", "What changed: roles and skills added, removed or retitled, and weights.")
        {
            version,
            against,
            max,
        };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var response = await session.Versions.DiffVersionsAsync(
                            new DiffVersionsRequest
                            {
                                Version = CatalogName.RequireVersion(parsed.GetRequiredValue(version)),
                                BaseVersion = parsed.GetValue(against) is { } name ? CatalogName.RequireVersion(name) : "",
                                MaxItems = parsed.GetValue(max) ?? DefaultItems,
                            },
                            cancellationToken: token
                        );
                        context.Print(parsed, response, page => VersionDiffText.Diff(page, response));
                    },
                    token
                )
        );
        return command;
    }

    private static Command Shadow(CommandContext context)
    {
        var version = new Argument<string>("version") { Description = "The version to try, a draft or not: acme@2." };
        var profiles = new Option<string>("--profiles")
        {
            Description = "The people: JSON Lines, one Profile each: a file, or - for standard input.",
            HelpName = "FILE",
            Required = true,
        };
        var against = Against();
        var max = CommandOptions.Max($"Most roles and people to name. Default {DefaultItems}.");
        var command = new Command("shadow", "Ranks people with two versions and shows how the answers differ.")
        {
            version,
            profiles,
            against,
            max,
        };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var request = new ShadowVersionRequest
                        {
                            Version = CatalogName.RequireVersion(parsed.GetRequiredValue(version)),
                            BaseVersion = parsed.GetValue(against) is { } name ? CatalogName.RequireVersion(name) : "",
                            MaxItems = parsed.GetValue(max) ?? DefaultItems,
                        };
                        await foreach (
                            var profile in MessageLines.ReadAsync<Profile>(
                                parsed.GetRequiredValue(profiles),
                                context.Terminal,
                                "profile",
                                token
                            )
                        )
                        {
                            if (request.Subjects.Count == MostSubjects)
                            {
                                throw new CommandException(
                                    $"{parsed.GetRequiredValue(profiles)} has more than "
                                        + $"{MostSubjects} profiles, the most that are compared at once"
                                );
                            }

                            request.Subjects.Add(new Subject { InlineProfile = profile });
                        }

                        var response = await session.Matching.ShadowVersionAsync(request, cancellationToken: token);
                        context.Print(parsed, response, page => VersionDiffText.Shadow(page, response));
                    },
                    token
                )
        );
        return command;
    }

    private static Option<string?> Against() =>
        new("--against")
        {
            Description = "The version to compare with. Default: the active one of the same catalog.",
            HelpName = "VERSION",
        };
}
