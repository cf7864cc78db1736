using System.CommandLine;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Profiles;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Commands.Profiles;

/// <summary>`profiles upsert`: profiles of an HR system, a JSON object a line, stored by their external id.</summary>
internal static class ProfileUpsertCommand
{
    private const int BatchSize = 500;

    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("file")
        {
            Description = "JSON Lines, one Profile each with externalId: a file, or - for standard input.",
            DefaultValueFactory = _ => "-",
        };
        var command = new Command("upsert", "Stores profiles by external id, a JSON object a line; one result a line.") { file };
        command.SetAction(
            async (parsed, token) =>
            {
                var failed = 0;
                var code = await context.RunAsync(
                    parsed,
                    async session =>
                    {
                        failed = 0;
                        var profiles = MessageLines.ReadAsync<Profile>(
                            parsed.GetRequiredValue(file),
                            context.Terminal,
                            "profile",
                            token
                        );
                        await foreach (var batch in profiles.Chunk(BatchSize).WithCancellation(token))
                        {
                            var response = await session.Profiles.UpsertProfilesAsync(
                                new UpsertProfilesRequest { Profiles = { batch } },
                                cancellationToken: token
                            );
                            failed += response.Results.Count(r => r.Outcome == UpsertOutcome.Failed);
                            if (context.Json(parsed))
                            {
                                foreach (var result in response.Results)
                                {
                                    await context.Terminal.Out.WriteLineAsync(JsonText.Compact(result));
                                }
                            }
                            else
                            {
                                context.Print(parsed, response, page => ProfilesText.Upserted(page, response));
                            }
                        }
                    },
                    token
                );
                return failed > 0 ? ExitCodes.UserError : code;
            }
        );
        return command;
    }
}
