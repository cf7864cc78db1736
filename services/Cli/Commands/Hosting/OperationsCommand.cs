using System.CommandLine;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Sessions;
using CareerRecs.Client;
using CareerRecs.LongRunning;

namespace CareerRecs.Cli.Commands.Hosting;

/// <summary>`operations list`, `show` and `cancel`: trainings and imports that servers run.</summary>
internal static class OperationsCommand
{
    private const string Root = "operations/";

    public static Command Create(CommandContext context) =>
        new("operations", "Trainings and imports that the servers run, or ran in the last 30 days.")
        {
            List(context),
            Show(context),
            Cancel(context),
        };

    private static Command List(CommandContext context)
    {
        var command = new Command("list", "The operations of your tenant, each kind newest first.");
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var response = new ListOperationsResponse();
                        foreach (var collection in Collections(session))
                        {
                            var request = new ListOperationsRequest { Name = collection };
                            await foreach (var operation in session.Operations.EnumerateOperationsAsync(request, token))
                            {
                                response.Operations.Add(operation);
                            }
                        }
                        context.Print(parsed, response, page => OperationsText.List(page, response.Operations));
                    },
                    token
                )
        );
        return command;
    }

    private static Command Show(CommandContext context)
    {
        var name = Name();
        var command = new Command("show", "How far an operation is, or how it ended.") { name };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    session => PrintAsync(context, parsed, session, Expand(parsed.GetRequiredValue(name)), token),
                    token
                )
        );
        return command;
    }

    private static Command Cancel(CommandContext context)
    {
        var name = Name();
        var command = new Command("cancel", "Asks an operation to stop.") { name };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var request = new CancelOperationRequest { Name = Expand(parsed.GetRequiredValue(name)) };
                        await session.Operations.CancelOperationAsync(request, cancellationToken: token);
                        await PrintAsync(context, parsed, session, request.Name, token);
                    },
                    token
                )
        );
        return command;
    }

    private static async Task PrintAsync(
        CommandContext context,
        ParseResult parsed,
        Session session,
        string name,
        CancellationToken cancellationToken
    )
    {
        var operation = await session.Operations.GetOperationAsync(
            new GetOperationRequest { Name = name },
            cancellationToken: cancellationToken
        );
        context.Print(parsed, operation, page => OperationsText.List(page, [operation]));
    }

    private static IEnumerable<string> Collections(Session session)
    {
        if (session.Servers.Catalog is not null)
        {
            yield return Root + "catalog";
        }
        if (session.Servers.Salary is not null)
        {
            yield return Root + "salary";
        }
    }

    private static Argument<string> Name() =>
        new("operation") { Description = "The operation: operations/salary/12, or salary/12." };

    private static string Expand(string name) => name.StartsWith(Root, StringComparison.Ordinal) ? name : Root + name;
}
