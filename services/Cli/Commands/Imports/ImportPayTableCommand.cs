using System.CommandLine;
using CareerRecs.Cli.Importing;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Rendering.Versions;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;
using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Commands.Imports;

/// <summary>`import pay-table` and, for the one that most have, `import oews`: a published table as a salary model.</summary>
internal sealed class ImportPayTableCommand(CommandContext context)
{
    private const long MostBytes = 64L << 20;

    private readonly Argument<string> _file = new("file")
    {
        Description = "The table: csv, of OEWS also the published xlsx. services/SalaryEstimate/README.md shows one of each.",
    };
    private readonly Option<string?> _format = new("--format")
    {
        Description =
            "oews national wages, oflc wages by area, rpp price parities, wages of another "
            + "country, rates of currencies, index of wages. Default: by the columns.",
        HelpName = string.Join('|', PayTableKind.Words.Keys),
    };

    private readonly Option<string?> _base = new("--base")
    {
        Description = "Model that the table is put into: 2026.11.4. Default: the active one.",
        HelpName = "MODEL",
    };
    private readonly Option<int?> _year = new("--year")
    {
        Description = "Year the wages speak of. Default: from the file.",
        HelpName = "YYYY",
    };
    private readonly Option<bool> _draft = new("--draft") { Description = "Make a candidate; activate nothing." };
    private readonly Option<string?> _reason = CommandOptions.Reason();

    public static Command Create(CommandContext context)
    {
        var self = new ImportPayTableCommand(context);
        self._format.AcceptOnlyFromAmong([.. PayTableKind.Words.Keys]);
        var command = new Command(
            "pay-table",
            "A published table into a salary model: wages, price parities, currency rates, a wage index."
        )
        {
            self._file,
            self._format,
            self._base,
            self._year,
            self._draft,
            self._reason,
        };
        command.SetAction((parsed, token) => self.RunAsync(parsed, null, token));
        return command;
    }

    public static Command CreateOews(CommandContext context)
    {
        var self = new ImportPayTableCommand(context);
        var command = new Command("oews", "A national wage table (BLS OEWS).")
        {
            self._file,
            self._base,
            self._year,
            self._draft,
            self._reason,
        };
        command.SetAction((parsed, token) => self.RunAsync(parsed, WageTableFormat.OewsNational, token));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, WageTableFormat? known, CancellationToken cancellationToken)
    {
        using var file = await SourceFile.OfAsync(parsed.GetRequiredValue(_file), MostBytes, cancellationToken);
        var format = known ?? (parsed.GetValue(_format) is { } word ? PayTableKind.Words[word] : PayTableKind.Of(file));
        return await context.RunAsync(
            parsed,
            session => SendAsync(parsed, file, format, session, cancellationToken),
            cancellationToken
        );
    }

    private async Task SendAsync(
        ParseResult parsed,
        SourceFile file,
        WageTableFormat format,
        Session session,
        CancellationToken cancellationToken
    )
    {
        var header = new WageTableHeader
        {
            Format = format,
            FileName = file.Name,
            SizeBytes = file.Size,
            Sha256 = file.Sha256,
            Year = parsed.GetValue(_year) ?? 0,
            BaseModel = parsed.GetValue(_base) is { Length: > 0 } model ? $"salaryModels/{Words.Id(model)}" : "",
        };
        var progress = new ProgressLine(context.Terminal, "Importing");
        var response = await Upload.SendAsync(
            session.Salary.ImportWageTable(cancellationToken: cancellationToken),
            new UploadMessages<ImportWageTableRequest>(
                new ImportWageTableRequest { Header = header },
                chunk => new ImportWageTableRequest { Chunk = chunk }
            ),
            file,
            progress,
            cancellationToken
        );
        progress.End();
        var active = !parsed.GetValue(_draft);
        if (active)
        {
            var activated = await session.Salary.ActivateSalaryModelAsync(
                new ActivateSalaryModelRequest
                {
                    Name = response.Model.Name,
                    Etag = response.Model.Etag,
                    Reason = parsed.GetValue(_reason) ?? "",
                },
                cancellationToken: cancellationToken
            );
            response.Model = activated.Model;
        }
        context.Print(parsed, response, page => VersionsText.Wages(page, response, active));
    }
}
