using System.CommandLine;
using System.Globalization;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Profiles;
using CareerRecs.Cli.Sessions;
using CareerRecs.Matching.V1;
using Google.Protobuf;

namespace CareerRecs.Cli.Commands.Profiles;

/// <summary>`profiles get|list|export|delete`.</summary>
internal static class ProfileReadCommands
{
    public static Command Get(CommandContext context) =>
        OfOne(
            context,
            "get",
            "One profile.",
            async (session, name, token) =>
                (await session.Profiles.GetProfileAsync(new GetProfileRequest { Name = name }, cancellationToken: token)).Profile,
            (page, profile) => ProfilesText.One(page, (Profile)profile)
        );

    /// <summary>All that is kept is for the person's own eyes and machines: always JSON.</summary>
    public static Command Export(CommandContext context) =>
        OfOne(
            context,
            "export",
            "All that is kept about a person, as JSON.",
            async (session, name, token) =>
                await session.Profiles.ExportProfileAsync(new ExportProfileRequest { Name = name }, cancellationToken: token),
            (page, export) => page.Line(JsonText.Pretty(export))
        );

    public static Command Delete(CommandContext context) =>
        OfOne(
            context,
            "delete",
            "Erases a profile and all that was derived from it.",
            async (session, name, token) =>
                await session.Profiles.DeleteProfileAsync(new DeleteProfileRequest { Name = name }, cancellationToken: token),
            (page, deleted) =>
                page.Line(
                    "Erased. The last cached answer is gone by "
                        + ((DeleteProfileResponse)deleted)
                            .ErasureCompleteTime?.ToDateTimeOffset()
                            .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
                        + " UTC."
                )
        );

    public static Command List(CommandContext context)
    {
        var external = new Option<string?>("--external-id")
        {
            Description = "Only the profile of this identifier in the HR system.",
            HelpName = "ID",
        };
        var max = CommandOptions.Max("Most profiles to list. Default 50.");
        var command = new Command("list", "The tenant's profiles, by name.") { external, max };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var response = await session.Profiles.ListProfilesAsync(
                            new ListProfilesRequest
                            {
                                ExternalId = parsed.GetValue(external) ?? "",
                                PageSize = parsed.GetValue(max) ?? 0,
                            },
                            cancellationToken: token
                        );
                        context.Print(parsed, response, page => ProfilesText.List(page, response));
                    },
                    token
                )
        );
        return command;
    }

    private static Command OfOne(
        CommandContext context,
        string verb,
        string description,
        Func<Session, string, CancellationToken, Task<IMessage>> ask,
        Action<Page, IMessage> render
    )
    {
        var profile = new Argument<string>("profile") { Description = "Identifier of the profile." };
        var command = new Command(verb, description) { profile };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var name = parsed.GetRequiredValue(profile);
                        var response = await ask(
                            session,
                            name.StartsWith("profiles/", StringComparison.Ordinal) ? name : "profiles/" + name,
                            token
                        );
                        context.Print(parsed, response, page => render(page, response));
                    },
                    token
                )
        );
        return command;
    }
}
