using System.CommandLine;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering.Pay;
using CareerRecs.Cli.Sessions;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Type;

namespace CareerRecs.Cli.Commands.Pay;

/// <summary>`pay-bands`: a range to post for a role, and a posted one held against the market.</summary>
internal sealed class PayBandsCommand(CommandContext context)
{
    private readonly Argument<string> _role = CommandOptions.Role();
    private readonly Option<string?> _catalog = CommandOptions.Catalog();
    private readonly Option<Seniority?> _seniority = PersonOptions.SeniorityOption("Seniority; default: the role's.");
    private readonly Option<string?> _location = CommandOptions.Location();
    private readonly Option<long?> _low = new("--low")
    {
        Description = "Lower end of the posted range, whole US dollars a year.",
        HelpName = "N",
    };
    private readonly Option<long?> _high = new("--high") { Description = "Upper end.", HelpName = "N" };

    public static Command Create(CommandContext context)
    {
        var self = new PayBandsCommand(context);
        var command = new Command("pay-bands", "A pay range to post for a role, and how a posted one stands in the market.");
        command.Arguments.Add(self._role);
        foreach (var option in (Option[])[self._low, self._high, self._seniority, self._location, self._catalog])
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, token) => context.RunAsync(parsed, session => self.AskAsync(parsed, session, token), token));
        return command;
    }

    private async Task AskAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        var role = await PaidRole.FindAsync(
            context,
            session,
            parsed.GetRequiredValue(_role),
            CatalogName.Parse(parsed.GetValue(_catalog)),
            cancellationToken
        );
        var request = new GetPayBandsRequest
        {
            Query = new SalaryQuery
            {
                Role = role,
                Seniority = parsed.GetValue(_seniority) ?? Seniority.Unspecified,
                Location = parsed.GetValue(_location) ?? "",
            },
        };
        // The posted range is in US dollars, whatever the currency of the place; the answer is then too.
        if (parsed.GetValue(_low) is { } low)
        {
            request.PostedLow = new Money { CurrencyCode = "USD", Units = low };
        }

        if (parsed.GetValue(_high) is { } high)
        {
            request.PostedHigh = new Money { CurrencyCode = "USD", Units = high };
        }

        var response = await session.PayQuestions.GetPayBandsAsync(request, cancellationToken: cancellationToken);
        context.Print(parsed, response, page => PayBandsText.Render(page, response, PaidRole.Title(request.Query)));
    }
}
