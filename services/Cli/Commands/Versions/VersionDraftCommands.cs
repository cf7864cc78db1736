using System.CommandLine;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Versions;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Commands.Versions;

/// <summary>`versions create`, `edit` and `validate`: drafts before they are published.</summary>
internal static class VersionDraftCommands
{
    private const int BatchSize = 500;

    public static void AddTo(Command versions, CommandContext context)
    {
        versions.Subcommands.Add(Create(context));
        versions.Subcommands.Add(Edit(context));
        versions.Subcommands.Add(Validate(context));
    }

    private static Command Create(CommandContext context)
    {
        var version = new Argument<string>("version") { Description = "The draft to make: acme@1." };
        var from = new Option<string?>("--from")
        {
            Description = "Version to copy: onet@29.3. Default: an empty draft.",
            HelpName = "VERSION",
        };
        var name = new Option<string?>("--name") { Description = "The name people read.", HelpName = "TEXT" };
        var reason = CommandOptions.Reason();
        var command = new Command("create", "Makes a draft: empty, or a copy of another version.")
        {
            version,
            from,
            name,
            reason,
        };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var draft = CatalogName.Parse(CatalogName.RequireVersion(parsed.GetRequiredValue(version)));
                        var response = await session.Versions.CreateVersionAsync(
                            new CreateVersionRequest
                            {
                                Catalog = draft.Catalog,
                                VersionId = Words.Id(draft.Version),
                                SourceVersion = parsed.GetValue(from) is { } source ? CatalogName.RequireVersion(source) : "",
                                DisplayName = parsed.GetValue(name) ?? "",
                                Reason = parsed.GetValue(reason) ?? "",
                            },
                            cancellationToken: token
                        );
                        context.Print(parsed, response, page => VersionsText.Draft(page, response.Version));
                    },
                    token
                )
        );
        return command;
    }

    private static Command Edit(CommandContext context)
    {
        var version = new Argument<string>("version") { Description = "The draft: acme@1." };
        var put = new Option<string?>("--put")
        {
            Description = "JSON Lines, one CatalogEntry each, names in full: a file, or - for standard input.",
            HelpName = "FILE",
        };
        var remove = new Option<string[]>("--remove") { Description = "Resource name of an entry to remove.", HelpName = "NAME" };
        var etag = new Option<string?>("--etag") { Description = "Change it only if nobody else did since.", HelpName = "ETAG" };
        var reason = CommandOptions.Reason();
        var command = new Command(
            "edit",
            $"Puts roles, skills and fields into a draft and removes them. More than {BatchSize} entries go "
                + $"in several calls: each is all or nothing, the whole is not; what was put before one failed stays."
        )
        {
            version,
            put,
            remove,
            etag,
            reason,
        };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var request = new EditVersionRequest
                        {
                            Name = CatalogName.RequireVersion(parsed.GetRequiredValue(version)),
                            Etag = parsed.GetValue(etag) ?? "",
                            Reason = parsed.GetValue(reason) ?? "",
                            Remove = { parsed.GetValue(remove) ?? [] },
                        };
                        var done = await EditAsync(session, request, Entries(context, parsed.GetValue(put), token), token);
                        context.Print(parsed, done, page => VersionsText.Edited(page, done));
                    },
                    token
                )
        );
        return command;
    }

    private static Command Validate(CommandContext context)
    {
        var version = new Argument<string>("version") { Description = "acme@1, or a resource name." };
        var command = new Command("validate", "Checks a version; errors stop its activation.") { version };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var response = await session.Versions.ValidateVersionAsync(
                            new ValidateVersionRequest { Name = CatalogName.RequireVersion(parsed.GetRequiredValue(version)) },
                            cancellationToken: token
                        );
                        context.Print(parsed, response, page => VersionsText.Validated(page, response.Report));
                    },
                    token
                )
        );
        return command;
    }

    private static IAsyncEnumerable<CatalogEntry> Entries(
        CommandContext context,
        string? path,
        CancellationToken cancellationToken
    ) =>
        path is null
            ? AsyncEnumerable.Empty<CatalogEntry>()
            : MessageLines.ReadAsync<CatalogEntry>(path, context.Terminal, "catalog entry", cancellationToken);

    /// <summary>
    /// In calls of a bounded size; the etag of each is that of the one before, so that nobody comes in between.
    /// </summary>
    private static async Task<EditVersionResponse> EditAsync(
        Session session,
        EditVersionRequest request,
        IAsyncEnumerable<CatalogEntry> entries,
        CancellationToken cancellationToken
    )
    {
        EditVersionResponse? total = null;
        await foreach (var batch in entries.Chunk(BatchSize).WithCancellation(cancellationToken))
        {
            request.Put.Add(batch);
            await SendAsync();
            request.Put.Clear();
            request.Remove.Clear();
        }

        if (total is null)
        {
            await SendAsync();
        }

        return total!;

        async Task SendAsync()
        {
            var done = await session.Versions.EditVersionAsync(request, cancellationToken: cancellationToken);
            request.Etag = done.Version.Etag;
            done.AddedCount += total?.AddedCount ?? 0;
            done.ReplacedCount += total?.ReplacedCount ?? 0;
            done.RemovedCount += total?.RemovedCount ?? 0;
            total = done;
        }
    }
}
