using System.CommandLine;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Pay;
using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Commands.Pay;

/// <summary>`coverage`: what the salary model knows.</summary>
internal static class CoverageCommand
{
    public static Command Create(CommandContext context)
    {
        var title = new Argument<string[]>("words")
        {
            Description = "Words of a title. Default: all.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var country = new Option<string?>("--country") { Description = "Only this country: US, DE.", HelpName = "CODE" };
        var soc = new Option<string?>("--soc")
        {
            Description = "Only occupations whose SOC code starts so: 15-.",
            HelpName = "PREFIX",
        };
        var max = CommandOptions.Max("Most rows to show, at most 1000. Default 50.");
        var command = new Command(
            "coverage",
            "What the salary model knows: occupations and titles, the people behind them, and where it is from."
        )
        {
            title,
            country,
            soc,
            max,
        };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var response = await session.Salary.ListPayCoverageAsync(
                            new ListPayCoverageRequest
                            {
                                Title = string.Join(' ', parsed.GetValue(title) ?? []),
                                Country = parsed.GetValue(country)?.ToUpperInvariant() ?? "",
                                SocPrefix = parsed.GetValue(soc) ?? "",
                                PageSize = parsed.GetValue(max) ?? 0,
                            },
                            cancellationToken: token
                        );
                        context.Print(parsed, response, page => CoverageText.Render(page, response));
                    },
                    token
                )
        );
        return command;
    }
}
