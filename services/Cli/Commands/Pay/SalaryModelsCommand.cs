using System.CommandLine;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Pay;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;
using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Commands.Pay;

/// <summary>`salary-models`: the life of salary models.</summary>
internal static class SalaryModelsCommand
{
    private const string Prefix = "salaryModels/";
    private const int DefaultItems = 10;

    public static Command Create(CommandContext context)
    {
        var command = new Command("salary-models", "Salary models: list, show, train, recalibrate, shadow, activate, audit.");
        command.Subcommands.Add(List(context));
        command.Subcommands.Add(Show(context));
        SalaryTrainingCommands.AddTo(command, context);
        command.Subcommands.Add(Shadow(context));
        command.Subcommands.Add(Activate(context));
        command.Subcommands.Add(Audit(context));
        return command;
    }

    /// <summary>A model by its id or resource name.</summary>
    public static string NameOf(string model) => model.StartsWith(Prefix, StringComparison.Ordinal) ? model : Prefix + model;

    private static Argument<string> Model(string what) => new("model") { Description = what };

    private static Command List(CommandContext context)
    {
        var command = new Command("list", "The models, newest first, with what was measured of them.");
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var all = await AllAsync(session, token);
                        context.Print(parsed, all, page => SalaryModelsText.List(page, all.Models));
                    },
                    token
                )
        );
        return command;
    }

    private static Command Show(CommandContext context)
    {
        var name = Model("The model: 2026.11.4.");
        var command = new Command("show", "The model card of one.") { name };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var asked = NameOf(parsed.GetRequiredValue(name));
                        var model =
                            (await AllAsync(session, token)).Models.FirstOrDefault(m => m.Name == asked)
                            ?? throw new CommandException(
                                $"there is no model {asked}; careerrecs salary-models list shows which there are"
                            );
                        context.Print(parsed, model, page => SalaryModelsText.Show(page, model));
                    },
                    token
                )
        );
        return command;
    }

    private static Command Shadow(CommandContext context)
    {
        var name = Model("The model to try.");
        var against = new Option<string?>("--against")
        {
            Description = "The model to compare with. Default: the active one.",
            HelpName = "MODEL",
        };
        var max = CommandOptions.Max($"Most answers to name. Default {DefaultItems}.");
        var command = new Command("shadow", "Asks two models the same questions and shows how the answers differ.")
        {
            name,
            against,
            max,
        };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var response = await session.SalaryTrainings.ShadowSalaryModelAsync(
                            new ShadowSalaryModelRequest
                            {
                                Name = NameOf(parsed.GetRequiredValue(name)),
                                BaseModel = parsed.GetValue(against) is { } other ? NameOf(other) : "",
                                MaxItems = parsed.GetValue(max) ?? DefaultItems,
                            },
                            cancellationToken: token
                        );
                        context.Print(parsed, response, page => SalaryModelsText.Shadow(page, response));
                    },
                    token
                )
        );
        return command;
    }

    private static Command Activate(CommandContext context)
    {
        var name = Model("The model, a new one or an earlier one to go back to.");
        var reason = CommandOptions.Reason();
        var command = new Command("activate", "Makes a model the one that answers.") { name, reason };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var response = await session.Salary.ActivateSalaryModelAsync(
                            new ActivateSalaryModelRequest
                            {
                                Name = NameOf(parsed.GetRequiredValue(name)),
                                Reason = parsed.GetValue(reason) ?? "",
                            },
                            cancellationToken: token
                        );
                        context.Print(
                            parsed,
                            response,
                            page =>
                                page.Line(
                                    response.PreviousModel == response.Model.Name
                                        ? $"{response.Model.Name} is active, as before."
                                        : $"{response.Model.Name} is active; before it was {Words.Id(response.PreviousModel)}."
                                )
                        );
                    },
                    token
                )
        );
        return command;
    }

    private static Command Audit(CommandContext context)
    {
        var command = new Command("audit", "Who activated which model, when and why, newest first.");
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var response = await session.Salary.ListSalaryAuditEntriesAsync(
                            new ListSalaryAuditEntriesRequest { PageSize = 100 },
                            cancellationToken: token
                        );
                        context.Print(parsed, response, page => SalaryModelsText.Audit(page, response.Entries));
                    },
                    token
                )
        );
        return command;
    }

    private static async Task<ListSalaryModelsResponse> AllAsync(Session session, CancellationToken cancellationToken)
    {
        var all = new ListSalaryModelsResponse();
        do
        {
            var page = await session.Salary.ListSalaryModelsAsync(
                new ListSalaryModelsRequest { PageToken = all.NextPageToken },
                cancellationToken: cancellationToken
            );
            all.Models.Add(page.Models);
            all.NextPageToken = page.NextPageToken;
        } while (all.NextPageToken.Length > 0);
        return all;
    }
}
