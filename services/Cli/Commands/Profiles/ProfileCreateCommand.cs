using System.CommandLine;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering.Profiles;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;
using Google.Protobuf.WellKnownTypes;

namespace CareerRecs.Cli.Commands.Profiles;

/// <summary>`profiles create`: stores a person.</summary>
internal static class ProfileCreateCommand
{
    public static Command Create(CommandContext context)
    {
        var person = new PersonOptions();
        var id = new Option<string?>("--id") { Description = "Identifier. Default: a random one.", HelpName = "ID" };
        var external = new Option<string?>("--external-id") { Description = "Identifier in the HR system.", HelpName = "ID" };
        var storeText = new Option<bool>("--store-text")
        {
            Description = "Keep the resume's text too; by default only a bag of catalog terms is kept.",
        };
        var purposes = new Option<string[]>("--consent-purpose")
        {
            Description = "What the person consented to, such as career-advice. May be given several times.",
            HelpName = "PURPOSE",
        };
        var days = new Option<int?>("--retention-days")
        {
            Description = "Erase it so long after its last change. Default: never by itself.",
            HelpName = "N",
        };
        var catalog = CommandOptions.Catalog();
        var command = new Command("create", "Stores a profile, from options or from a resume.");
        foreach (var option in person.All.Concat([id, external, storeText, purposes, days, catalog]))
        {
            command.Options.Add(option);
        }

        command.SetAction(
            async (parsed, token) =>
            {
                var typed = person.Read(parsed);
                if (typed.IsEmpty || typed.Profile is not null)
                {
                    throw CommandException.Usage("say who is stored: --skills \"Python, SQL\" --years 4, or --resume FILE");
                }

                var subject = await typed.ToSubjectAsync(context.Terminal.OpenInput, token);
                var stated = subject.InlineProfile ?? subject.Document.Stated;
                stated.ExternalId = parsed.GetValue(external) ?? "";
                stated.Purposes.AddRange(parsed.GetValue(purposes) ?? []);
                if (parsed.GetValue(days) is { } retention)
                {
                    stated.Retention = Duration.FromTimeSpan(TimeSpan.FromDays(retention));
                }

                if (subject.Document is { } document)
                {
                    document.StoreText = parsed.GetValue(storeText);
                }

                var request = new CreateProfileRequest
                {
                    Subject = subject,
                    Catalog = CatalogName.Parse(parsed.GetValue(catalog)).Catalog,
                    ProfileId = parsed.GetValue(id) ?? "",
                    // The call may be repeated where the process it went to ends; it must not store the person twice.
                    RequestId = Guid.NewGuid().ToString("N"),
                };
                return await context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var response = await session.Profiles.CreateProfileAsync(request, cancellationToken: token);
                        context.Print(parsed, response, page => ProfilesText.One(page, response.Profile));
                    },
                    token
                );
            }
        );
        return command;
    }
}
