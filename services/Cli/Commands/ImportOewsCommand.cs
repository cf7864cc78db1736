using System.CommandLine;
using CareerRecs.Cli.Importing;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Sessions;
using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Commands;

/// <summary>`import oews`: a wage table of the US Bureau of Labor Statistics as a salary model.</summary>
internal sealed class ImportOewsCommand(CommandContext context)
{
    private const long MostBytes = 64L << 20;

    private readonly Argument<string> _file = new("file") { Description = "The national table, as the published xlsx or as csv." };
    private readonly Option<int?> _year = new("--year") { Description = "Year the wages speak of. Default: from the file.", HelpName = "YYYY" };
    private readonly Option<bool> _draft = new("--draft") { Description = "Make a candidate; activate nothing." };
    private readonly Option<string?> _reason = CommandOptions.Reason();

    public static Command Create(CommandContext context)
    {
        var self = new ImportOewsCommand(context);
        var command = new Command("oews", "A national wage table (BLS OEWS).") { self._file, self._year, self._draft, self._reason };
        command.SetAction(self.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var file = await SourceFile.OfAsync(parsed.GetRequiredValue(_file), MostBytes, cancellationToken);
        return await context.RunAsync(parsed, session => SendAsync(parsed, file, session, cancellationToken), cancellationToken);
    }

    private async Task SendAsync(ParseResult parsed, SourceFile file, Session session, CancellationToken cancellationToken)
    {
        var header = new WageTableHeader
        {
            Format = WageTableFormat.OewsNational,
            FileName = file.Name,
            SizeBytes = file.Size,
            Sha256 = file.Sha256,
            Year = parsed.GetValue(_year) ?? 0,
        };
        var progress = new ProgressLine(context.Terminal, "Importing");
        var response = await Upload.SendAsync(
            session.Salary.ImportWageTable(cancellationToken: cancellationToken),
            new ImportWageTableRequest { Header = header },
            chunk => new ImportWageTableRequest { Chunk = chunk },
            file, progress, cancellationToken);
        progress.End();
        var active = !parsed.GetValue(_draft);
        if (active)
        {
            var activated = await session.Salary.ActivateSalaryModelAsync(
                new ActivateSalaryModelRequest { Name = response.Model.Name, Etag = response.Model.Etag, Reason = parsed.GetValue(_reason) ?? "" },
                cancellationToken: cancellationToken);
            response.Model = activated.Model;
        }
        context.Print(parsed, response, page => VersionsText.Wages(page, response, active));
    }
}
