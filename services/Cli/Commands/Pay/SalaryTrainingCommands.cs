using System.CommandLine;
using CareerRecs.Cli.Rendering.Pay;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;
using CareerRecs.Salary.V1;
using State = CareerRecs.Salary.V1.SalaryTraining.Types.State;

namespace CareerRecs.Cli.Commands.Pay;

/// <summary>`salary-models train`, `recalibrate`, `trainings` and `cancel`.</summary>
internal sealed class SalaryTrainingCommands(CommandContext context)
{
    private const string Prefix = "salaryTrainings/";
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private readonly Option<string?> _id = new("--model-id")
    {
        Description = "Identifier of the model to make. Default: made from the date.",
        HelpName = "ID",
    };
    private readonly Option<string[]> _sources = new("--source")
    {
        Description = "Only observations of this source. May be given several times. Default: all.",
        HelpName = "NAME",
    };
    private readonly Option<bool> _noWait = new("--no-wait")
    {
        Description = "Do not wait for the end. Only with --server: embedded services end with the command.",
    };
    private readonly Option<string?> _reason = CommandOptions.Reason();

    public static void AddTo(Command models, CommandContext context)
    {
        models.Subcommands.Add(
            new SalaryTrainingCommands(context).Train(
                "train",
                "Fits a candidate model to the imported observations.",
                recalibrate: false
            )
        );
        models.Subcommands.Add(
            new SalaryTrainingCommands(context).Train(
                "recalibrate",
                "Brings the active model to observations of later years.",
                recalibrate: true
            )
        );
        models.Subcommands.Add(Trainings(context));
        models.Subcommands.Add(Cancel(context));
    }

    private Command Train(string name, string description, bool recalibrate)
    {
        var command = new Command(name, description) { _id, _sources, _noWait, _reason };
        command.SetAction(
            (parsed, token) =>
            {
                if (parsed.GetValue(_noWait) && context.Servers(parsed).IsEmbedded)
                {
                    throw CommandException.Usage(
                        "--no-wait needs --server URL: embedded services, and the training with them, end with the command"
                    );
                }

                return context.RunAsync(parsed, session => RunAsync(parsed, session, recalibrate, token), token);
            }
        );
        return command;
    }

    private async Task RunAsync(ParseResult parsed, Session session, bool recalibrate, CancellationToken cancellationToken)
    {
        var request = new TrainModelRequest
        {
            ModelId = parsed.GetValue(_id) ?? "",
            RecalibrateOnly = recalibrate,
            Reason = parsed.GetValue(_reason) ?? "",
            Sources = { parsed.GetValue(_sources) ?? [] },
        };
        var training = (await session.SalaryTrainings.TrainModelAsync(request, cancellationToken: cancellationToken)).Training;
        if (!parsed.GetValue(_noWait))
        {
            training = await EndOfAsync(session, training, cancellationToken);
        }

        if (training.State is State.Failed or State.Cancelled)
        {
            throw new CommandException(
                $"{training.Name} {(training.State == State.Failed ? "failed" : "was cancelled")}. {training.Message}".TrimEnd()
            );
        }

        var models =
            training.Model.Length > 0
                ? (
                    await session.Salary.ListSalaryModelsAsync(
                        new ListSalaryModelsRequest { PageSize = 100 },
                        cancellationToken: cancellationToken
                    )
                ).Models
                : [];
        context.Print(
            parsed,
            training,
            page => SalaryModelsText.Trained(page, training, models.FirstOrDefault(m => m.Name == training.Model))
        );
    }

    private async Task<SalaryTraining> EndOfAsync(Session session, SalaryTraining training, CancellationToken cancellationToken)
    {
        var drawn = "";
        while (training.State == State.Running)
        {
            await Task.Delay(Pace, context.Terminal.Time, cancellationToken);
            training = (
                await session.SalaryTrainings.GetSalaryTrainingAsync(
                    new GetSalaryTrainingRequest { Name = training.Name },
                    cancellationToken: cancellationToken
                )
            ).Training;
            if (!context.Terminal.ErrorIsScreen)
            {
                continue;
            }

            drawn = SalaryModelsText.Progress(training);
            await context.Terminal.Error.WriteAsync($"\r{drawn}\e[K");
        }

        if (drawn.Length > 0)
        {
            await context.Terminal.Error.WriteAsync("\r\e[K");
        }

        return training;
    }

    private static Command Trainings(CommandContext context)
    {
        var command = new Command("trainings", "The trainings, newest first.");
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var response = await session.SalaryTrainings.ListSalaryTrainingsAsync(
                            new ListSalaryTrainingsRequest { PageSize = 100 },
                            cancellationToken: token
                        );
                        context.Print(parsed, response, page => SalaryModelsText.Trainings(page, response.Trainings));
                    },
                    token
                )
        );
        return command;
    }

    private static Command Cancel(CommandContext context)
    {
        var name = new Argument<string>("training") { Description = "The training: its number or resource name." };
        var command = new Command("cancel", "Ends a training that runs.") { name };
        command.SetAction(
            (parsed, token) =>
                context.RunAsync(
                    parsed,
                    async session =>
                    {
                        var asked = parsed.GetRequiredValue(name);
                        var response = await session.SalaryTrainings.CancelSalaryTrainingAsync(
                            new CancelSalaryTrainingRequest
                            {
                                Name = asked.StartsWith(Prefix, StringComparison.Ordinal) ? asked : Prefix + asked,
                            },
                            cancellationToken: token
                        );
                        context.Print(parsed, response, page => SalaryModelsText.Trainings(page, [response.Training]));
                    },
                    token
                )
        );
        return command;
    }
}
