using System.Text.Json;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;
using Google.Protobuf;

namespace CareerRecs.EndToEnd.Tests.Embedded;

[Collection(nameof(EmbeddedCollection))]
public sealed class CommandLineTests(EmbeddedFixture embedded)
{
    [Fact]
    public async Task The_first_command_of_the_readme_answers_from_an_empty_folder()
    {
        using var shell = new Shell();
        string[] command =
        [
            "recommend",
            "--skills",
            "Python, PyTorch, SQL, Docker, statistics",
            "--years",
            "4",
            "--location",
            "San Francisco, CA",
            "--output",
            "json",
        ];

        var answer = await Eventually.GetAsync(
            "pay in the answer",
            async () => Parse(await shell.RunToSuccessAsync(command)),
            a => a.PayStatus == PayStatus.Included
        );

        Assert.NotEmpty(answer.Recommendations);
        Assert.Equal(5, answer.Understanding.Skills.Count);
        Assert.Equal(
            answer.Recommendations.Select(r => r.Ladder).Where(l => l.Length > 0).Distinct(),
            answer.Recommendations.Select(r => r.Ladder).Where(l => l.Length > 0)
        );
        Assert.Contains(answer.Recommendations, r => r.Pay?.Estimate is not null);
    }

    [Fact]
    public async Task Calls_as_json_lines_are_answered_in_order_with_errors_in_place()
    {
        using var shell = new Shell();
        var input = string.Join(
            '\n',
            Enumerable
                .Range(0, 6)
                .Select(i =>
                    i == 3
                        ? """{"subject":{"inlineProfile":{}},"maxResults":500}"""
                        : $$"""{"subject":{"inlineProfile":{{People.Number(i).InlineProfile}}},"maxResults":{{i + 1}}}"""
                )
        );

        var ran = await shell.RunAsync(
            ["call", "MatchingService/RecommendRoles", "--server", $"{embedded.Address}", "--concurrency", "4"],
            input
        );

        Assert.Equal(ExitCodes.Ok, ran.Code);
        Assert.Equal(6, ran.Lines.Length);
        var error = JsonDocument.Parse(ran.Lines[3]).RootElement.GetProperty("error");
        Assert.Equal("INVALID_ARGUMENT", error.GetProperty("code").GetString());
        foreach (var i in new[] { 0, 1, 2, 4, 5 })
        {
            Assert.Equal(i + 1, Parse(ran.Lines[i]).Recommendations.Count);
        }
    }

    [Fact]
    public async Task A_command_without_servers_finds_what_an_earlier_one_stored()
    {
        using var shell = new Shell();
        var made = await shell.RunToSuccessAsync(
            "call",
            "ProfileService/CreateProfile",
            $$"""{"subject":{{People.Engineer}},"profileId":"kept"}"""
        );
        Assert.Contains("profiles/kept", made, StringComparison.Ordinal);

        var answer = Parse(
            await shell.RunToSuccessAsync("recommend", "--profile", "profiles/kept", "--no-pay", "--output", "json")
        );

        Assert.NotEmpty(answer.Recommendations);
    }

    private static RecommendRolesResponse Parse(string json) => JsonParser.Default.Parse<RecommendRolesResponse>(json);
}
