using System.CommandLine;
using CareerRecs.Cli.Rendering.Profiles;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Commands.Profiles;

/// <summary>`profiles settings`: shows or changes how the tenant's profiles may be used.</summary>
internal static class ProfileSettingsCommand
{
    public static Command Create(CommandContext context)
    {
        var consent = new Option<bool?>("--consent-required")
        {
            Description = "Whether questions about a stored profile need the person's consent to their purpose.",
            HelpName = "true|false",
        };
        var command = new Command("settings", "Shows how the tenant's profiles may be used, or changes it.") { consent };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        if (parsed.GetValue(consent) is { } isRequired)
                        {
                            var request = new UpdateTenantSettingsRequest
                            {
                                TenantSettings = new TenantSettings { ConsentRequired = isRequired },
                            };
                            var updated = await session.Profiles.UpdateTenantSettingsAsync(request, cancellationToken: token);
                            context.Print(parsed, updated, page => ProfilesText.Settings(page, updated.TenantSettings));
                            return;
                        }

                        var read = await session.Profiles.GetTenantSettingsAsync(
                            new GetTenantSettingsRequest(),
                            cancellationToken: token
                        );
                        context.Print(parsed, read, page => ProfilesText.Settings(page, read.TenantSettings));
                    },
                    token
                )
        );
        return command;
    }
}
