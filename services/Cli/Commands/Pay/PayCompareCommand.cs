using System.CommandLine;
using CareerRecs.Cli.Input;
using CareerRecs.Cli.Rendering.Pay;
using CareerRecs.Cli.Sessions;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Cli.Commands.Pay;

/// <summary>`pay-compare`: a role here against another, or the same one, there.</summary>
internal sealed class PayCompareCommand(CommandContext context)
{
    private readonly Argument<string> _role = CommandOptions.Role();
    private readonly Option<string?> _to = new("--to") { Description = "The other role. Default: the same.", HelpName = "ROLE" };
    private readonly Option<string?> _catalog = CommandOptions.Catalog();
    private readonly Option<Seniority?> _seniority = PersonOptions.SeniorityOption("Seniority; default: the role's.");
    private readonly Option<Seniority?> _toSeniority = PersonOptions.SeniorityOption(
        "Seniority in the other role; default: --seniority, else that role's.",
        "--to-seniority"
    );
    private readonly Option<string?> _location = CommandOptions.Location();
    private readonly Option<string?> _toLocation = new("--to-location")
    {
        Description = "Place of the other role. Default: --location.",
        HelpName = "PLACE",
    };
    private readonly Option<string?> _currency = new("--currency")
    {
        Description = "ISO 4217 code to answer in. Default: that of the first place where its rate is known, else that of each.",
        HelpName = "CODE",
    };

    public static Command Create(CommandContext context)
    {
        var self = new PayCompareCommand(context);
        var command = new Command(
            "pay-compare",
            "The pay of a role here against another, or the same one, there: in money and in what it buys."
        );
        command.Arguments.Add(self._role);
        foreach (
            var option in (Option[])
                [self._to, self._location, self._toLocation, self._seniority, self._toSeniority, self._currency, self._catalog]
        )
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, token) => context.RunAsync(parsed, session => self.AskAsync(parsed, session, token), token));
        return command;
    }

    private async Task AskAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        var catalog = CatalogName.Parse(parsed.GetValue(_catalog));
        var role = await PaidRole.FindAsync(context, session, parsed.GetRequiredValue(_role), catalog, cancellationToken);
        var other = parsed.GetValue(_to) is { } to
            ? await PaidRole.FindAsync(context, session, to, catalog, cancellationToken)
            : role.Clone();
        var currency = parsed.GetValue(_currency);
        var request = new ComparePayRequest
        {
            Query = PaidRole.ToQuery(role, parsed.GetValue(_seniority), parsed.GetValue(_location), currency),
            OtherQuery = PaidRole.ToQuery(
                other,
                parsed.GetValue(_toSeniority) ?? parsed.GetValue(_seniority),
                parsed.GetValue(_toLocation) ?? parsed.GetValue(_location),
                currency
            ),
        };
        var response = await session.PayQuestions.ComparePayAsync(request, cancellationToken: cancellationToken);
        context.Print(
            parsed,
            response,
            page => PayCompareText.Render(page, response, PaidRole.Title(request.Query), PaidRole.Title(request.OtherQuery))
        );
    }
}
