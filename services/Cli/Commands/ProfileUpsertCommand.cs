using System.CommandLine;
using CareerRecs.Cli.Calls;
using CareerRecs.Cli.Rendering;
using CareerRecs.Matching.V1;
using Google.Protobuf;

namespace CareerRecs.Cli.Commands;

/// <summary>`profiles upsert`: profiles of an HR system, a JSON object a line, stored by their external id.</summary>
internal static class ProfileUpsertCommand
{
    private const int BatchSize = 500;

    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("file") { Description = "JSON Lines, one Profile each with externalId: a file, or - for standard input.", DefaultValueFactory = _ => "-" };
        var command = new Command("upsert", "Stores profiles by external id, a JSON object a line; one result a line.") { file };
        command.SetAction(async (parsed, token) =>
        {
            var failed = 0;
            var code = await context.RunAsync(parsed, async session =>
            {
                failed = 0;
                await foreach (var batch in BatchesAsync(parsed.GetRequiredValue(file), context.Terminal, token))
                {
                    var response = await session.Profiles.UpsertProfilesAsync(new UpsertProfilesRequest { Profiles = { batch } }, cancellationToken: token);
                    failed += response.Results.Count(r => r.Outcome == UpsertOutcome.Failed);
                    if (context.Json(parsed))
                        foreach (var result in response.Results)
                            await context.Terminal.Out.WriteLineAsync(JsonText.Compact(result));
                    else
                        context.Print(parsed, response, page => ProfilesText.Upserted(page, response));
                }
            }, token);
            return failed > 0 ? ExitCodes.UserError : code;
        });
        return command;
    }

    private static async IAsyncEnumerable<List<Profile>> BatchesAsync(
        string path, Terminal terminal, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (path != "-" && !File.Exists(path))
            throw new CommandException($"there is no file {path}");
        await using var stream = path == "-" ? terminal.OpenInput() : File.OpenRead(path);
        var batch = new List<Profile>();
        var number = 0;
        await foreach (var line in InputLines.ReadAsync(stream, cancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            batch.Add(Parse(line, number));
            if (batch.Count < BatchSize) continue;
            yield return batch;
            batch = [];
        }
        if (batch.Count > 0)
            yield return batch;
    }

    private static Profile Parse(string line, int number)
    {
        try
        {
            return JsonParser.Default.Parse<Profile>(line);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new CommandException($"line {number} is no profile in JSON: {e.Message}; the lines before its batch are stored");
        }
    }
}
