using System.CommandLine;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Pay;
using CareerRecs.Cli.Sessions;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Cli.Commands.Pay;

/// <summary>`salary`: what a role pays.</summary>
internal sealed class SalaryCommand(CommandContext context)
{
    private readonly Argument<string> _role = CommandOptions.Role();
    private readonly Option<string?> _catalog = CommandOptions.Catalog();
    private readonly Option<Seniority?> _seniority = PersonOptions.SeniorityOption(
        "Seniority; default: from the years, else the role's."
    );
    private readonly Option<string?> _location = new("--location")
    {
        Description = "City, city with state or country, a state, a country: NYC, \"Berlin, Germany\". Default: United States.",
        HelpName = "PLACE",
    };
    private readonly Option<double?> _years = new("--years")
    {
        Description = "Years of experience; used where the seniority is not given.",
        HelpName = "N",
    };
    private readonly Option<string?> _currency = new("--currency")
    {
        Description = "ISO 4217 code to answer in. Default: that of the place.",
        HelpName = "CODE",
    };
    private readonly Option<bool> _total = new("--total") { Description = "Total pay instead of base pay." };

    private readonly Option<bool> _explain = new("--explain")
    {
        Description = "How the estimate comes about, step by step, and what it rests on.",
    };

    public static Command Create(CommandContext context)
    {
        var self = new SalaryCommand(context);
        var command = new Command("salary", "What a role pays, where and for whom, and how sure that is.");
        command.Arguments.Add(self._role);
        foreach (
            var option in (Option[])
                [self._seniority, self._location, self._years, self._currency, self._total, self._explain, self._catalog]
        )
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, token) => context.RunAsync(parsed, session => self.AskAsync(parsed, session, token), token));
        return command;
    }

    private async Task AskAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        var (role, published) = await PaidRole.FindWithPublishedPayAsync(
            context,
            session,
            parsed.GetRequiredValue(_role),
            CatalogName.Parse(parsed.GetValue(_catalog)),
            cancellationToken
        );
        var query = PaidRole.ToQuery(role, parsed.GetValue(_seniority), parsed.GetValue(_location), parsed.GetValue(_currency));
        query.PayComponent = parsed.GetValue(_total) ? PayComponent.Total : PayComponent.Base;
        if (parsed.GetValue(_years) is { } years)
        {
            query.YearsExperience = years;
            role.Seniority = Seniority.Unspecified; // that of the role would go before the years
        }

        var level =
            query.Seniority != Seniority.Unspecified ? Words.Level(query.Seniority)
            : query.HasYearsExperience ? Words.Years(query.YearsExperience)
            : Words.Level(role.Seniority);
        if (parsed.GetValue(_explain))
        {
            var explained = await session.PayQuestions.ExplainEstimateAsync(
                new ExplainEstimateRequest { Query = query },
                cancellationToken: cancellationToken
            );
            context.Print(parsed, explained, page => ExplainText.Render(page, explained, role.Title, level));
            return;
        }

        var response = await session.Salary.EstimateSalaryAsync(
            new EstimateSalaryRequest { Query = query },
            cancellationToken: cancellationToken
        );
        context.Print(parsed, response, page => SalaryText.Render(page, response, role.Title, level, published));
    }
}
