using System.CommandLine;
using CareerRecs.Cli.Importing;
using CareerRecs.Cli.Rendering.Pay;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;
using CareerRecs.Salary.V1;
using Grpc.Core;

namespace CareerRecs.Cli.Commands.Imports;

/// <summary>
/// `import observations`: the organisation's own pay observations. The whole file is read before any of it is sent.
/// </summary>
internal sealed class ImportObservationsCommand(CommandContext context)
{
    private const int RowsAMessage = 500;

    private readonly Argument<string> _file = new("file")
    {
        Description =
            $"CSV with a header: {string.Join(',', ObservationColumns.All.Keys)}. In "
            + $"any order; {string.Join(", ", ObservationColumns.Required)} are needed.",
    };

    private readonly Option<string> _source = new("--source")
    {
        Description = "Where the rows are from, as named by its publisher. A repeat of source and id changes nothing.",
        HelpName = "NAME",
        Required = true,
    };

    private readonly Option<string?> _mapping = new("--mapping")
    {
        Description =
            "How the columns of another table become these: ai-jobs, or a file (JSON: services/SalaryEstimate/README.md).",
        HelpName = "NAME|FILE",
    };

    public static Command Create(CommandContext context)
    {
        var self = new ImportObservationsCommand(context);
        var command = new Command(
            "observations",
            "Pay observations of your organisation, seen by it alone. `salary-models train` fits a model to them."
        )
        {
            self._file,
            self._source,
            self._mapping,
        };
        command.SetAction(self.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(_file);
        if (!File.Exists(path))
        {
            throw new CommandException($"there is no file {path}");
        }

        var mapping = parsed.GetValue(_mapping) is { } name ? ObservationMapping.Load(name) : null;
        await using var stream = File.OpenRead(path);
        var file = new ObservationFile(stream, mapping);
        var lines = new List<int>();
        foreach (var (line, _) in file.ReadRows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            lines.Add(line);
        }

        if (lines.Count == 0)
        {
            throw new CommandException($"{path} has a header and no rows{(mapping is null ? "" : " that the mapping wants")}");
        }

        return await context.RunAsync(
            parsed,
            session => SendAsync(parsed, file, lines, session, cancellationToken),
            cancellationToken
        );
    }

    private async Task SendAsync(
        ParseResult parsed,
        ObservationFile file,
        List<int> lines,
        Session session,
        CancellationToken cancellationToken
    )
    {
        var progress = new ProgressLine(context.Terminal, "Importing");
        using var call = session.Salary.ImportObservations(cancellationToken: cancellationToken);
        try
        {
            foreach (var rows in file.ReadRows().Chunk(RowsAMessage))
            {
                await call.RequestStream.WriteAsync(
                    new ImportObservationsRequest
                    {
                        Source = parsed.GetRequiredValue(_source),
                        Observations = { rows.Select(r => r.Row) },
                    },
                    cancellationToken
                );
                progress.Report((file.Stream.Position, file.Stream.Length));
            }

            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is InvalidOperationException or RpcException && !cancellationToken.IsCancellationRequested)
        {
            // The server has ended the call; the response below says why.
        }

        var response = await call.ResponseAsync;
        progress.End();
        context.Print(parsed, response, page => ObservationsText.Imported(page, response, lines));
    }
}
