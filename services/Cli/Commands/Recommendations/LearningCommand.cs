using System.CommandLine;
using System.Globalization;
using CareerRecs.Cli.Importing;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Commands.Recommendations;

/// <summary>`learning`: the organisation's list of what to learn from.</summary>
internal static class LearningCommand
{
    private const int LongestPage = 1000;

    public static Command Create(CommandContext context) =>
        new(
            "learning",
            "What to learn from, as your organisation lists it: import, list. `gap`, `moves`, `route` and `next-skills` show it."
        )
        {
            Import(context),
            List(context),
        };

    private static Command Import(CommandContext context)
    {
        var file = new Argument<string>("file")
        {
            Description =
                $"CSV with a header: {string.Join(',', LearningTable.Columns.All.Keys)}. In "
                + $"any order; {string.Join(", ", LearningTable.Columns.Required)} are needed.",
        };
        var command = new Command("import", "Replace the list by that of a file.") { file };
        command.SetAction(
            (parsed, token) =>
            {
                var path = parsed.GetRequiredValue(file);
                if (!File.Exists(path))
                {
                    throw new CommandException($"there is no file {path}");
                }

                using var stream = File.OpenRead(path);
                // Read whole before anything is sent: a list is replaced, or it is not.
                var request = new ReplaceLearningResourcesRequest
                {
                    Resources = { LearningTable.Read(stream, Path.GetFileName(path)) },
                };
                return context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var response = await session.Learning.ReplaceLearningResourcesAsync(request, cancellationToken: token);
                        context.Print(
                            parsed,
                            response,
                            page => page.Line($"The list has {Words.Count(response.ResourceCount, "resource")}.")
                        );
                    },
                    token
                );
            }
        );
        return command;
    }

    private static Command List(CommandContext context)
    {
        var skill = new Option<string?>("--skill")
        {
            Description = "Only resources of this skill, as the list names it.",
            HelpName = "NAME",
        };
        var command = new Command("list", "Show the list.") { skill };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var all = new ListLearningResourcesResponse();
                        do
                        {
                            var request = new ListLearningResourcesRequest
                            {
                                PageSize = LongestPage,
                                PageToken = all.NextPageToken,
                                Skill = parsed.GetValue(skill) ?? "",
                            };
                            var response = await session.Learning.ListLearningResourcesAsync(request, cancellationToken: token);
                            all.Resources.Add(response.Resources);
                            (all.NextPageToken, all.Etag) = (response.NextPageToken, response.Etag);
                        } while (all.NextPageToken.Length > 0);
                        context.Print(parsed, all, page => Render(page, all));
                    },
                    token
                )
        );
        return command;
    }

    private static void Render(Page page, ListLearningResourcesResponse list)
    {
        if (list.Resources.Count == 0)
        {
            page.Line("The list is empty; `careerrecs learning import FILE` fills it.");
        }

        page.Table(
            list.Resources.Select(r =>
                new[]
                {
                    r.Skill,
                    r.Title,
                    r.Hours > 0 ? r.Hours.ToString("0.# h", CultureInfo.InvariantCulture) : "",
                    r.Cost,
                    r.Uri,
                }
            )
        );
    }
}
