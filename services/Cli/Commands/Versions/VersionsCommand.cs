using System.CommandLine;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Versions;

namespace CareerRecs.Cli.Commands.Versions;

/// <summary>`versions`: the life of catalog versions.</summary>
internal static class VersionsCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command(
            "versions",
            "Versions of catalogs: list, create, edit, validate, diff, shadow, activate, roll back, audit."
        );
        command.Subcommands.Add(List(context));
        VersionDraftCommands.AddTo(command, context);
        VersionCompareCommands.AddTo(command, context);
        command.Subcommands.Add(Activate(context));
        command.Subcommands.Add(RollBack(context));
        command.Subcommands.Add(Audit(context));
        return command;
    }

    private static Command List(CommandContext context)
    {
        var catalog = new Argument<string>("catalog") { Description = "Catalog. Default: all.", DefaultValueFactory = _ => "-" };
        var command = new Command("list", "The versions, newest first.") { catalog };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var all = new ListVersionsResponse();
                        do
                        {
                            var page = await session.Versions.ListVersionsAsync(
                                new ListVersionsRequest
                                {
                                    Catalog = CatalogName.Parse(parsed.GetValue(catalog)).Catalog,
                                    PageToken = all.NextPageToken,
                                },
                                cancellationToken: token
                            );
                            all.Versions.Add(page.Versions);
                            all.NextPageToken = page.NextPageToken;
                        } while (all.NextPageToken.Length > 0);
                        context.Print(parsed, all, page => VersionsText.List(page, all.Versions));
                    },
                    token
                )
        );
        return command;
    }

    private static Command Activate(CommandContext context)
    {
        var version = new Argument<string>("version") { Description = "onet@29.3, or a resource name." };
        var reason = CommandOptions.Reason();
        var fewer = CommandOptions.AcceptFewerRoles();
        var command = new Command("activate", "Publishes a draft at once for every reader.") { version, reason, fewer };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var response = await session.Versions.ActivateVersionAsync(
                            new ActivateVersionRequest
                            {
                                Name = CatalogName.RequireVersion(parsed.GetRequiredValue(version)),
                                Reason = parsed.GetValue(reason) ?? "",
                                AcceptFewerRoles = parsed.GetValue(fewer),
                            },
                            cancellationToken: token
                        );
                        context.Print(parsed, response, page => page.Line(Now(response.Version, response.PreviousVersion)));
                    },
                    token
                )
        );
        return command;
    }

    private static Command RollBack(CommandContext context)
    {
        var catalog = new Argument<string>("catalog") { Description = "Catalog, or the version to go back to: onet, onet@29.2." };
        var reason = CommandOptions.Reason();
        var command = new Command("rollback", "Makes an earlier version active again.") { catalog, reason };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var name = CatalogName.Parse(parsed.GetRequiredValue(catalog));
                        var response = await session.Versions.RollBackCatalogAsync(
                            new RollBackCatalogRequest
                            {
                                Catalog = name.Catalog,
                                Version = name.Version,
                                Reason = parsed.GetValue(reason) ?? "",
                            },
                            cancellationToken: token
                        );
                        context.Print(parsed, response, page => page.Line(Now(response.Version, response.PreviousVersion)));
                    },
                    token
                )
        );
        return command;
    }

    private static Command Audit(CommandContext context)
    {
        var catalog = new Argument<string>("catalog") { Description = "Catalog.", DefaultValueFactory = _ => "builtin" };
        var command = new Command("audit", "Who did what to a catalog, when and why, newest first.") { catalog };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var response = await session.Versions.ListAuditEntriesAsync(
                            new ListAuditEntriesRequest
                            {
                                Catalog = CatalogName.Parse(parsed.GetValue(catalog)).Catalog,
                                PageSize = 100,
                            },
                            cancellationToken: token
                        );
                        context.Print(parsed, response, page => VersionsText.Audit(page, response.Entries));
                    },
                    token
                )
        );
        return command;
    }

    private static string Now(CatalogVersion version, string previous) =>
        previous.Length > 0 ? $"{version.Name} is active; before it was {Words.Id(previous)}." : $"{version.Name} is active.";
}
