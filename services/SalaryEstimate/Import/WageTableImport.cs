using System.Globalization;
using System.Text.RegularExpressions;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.Training;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Uploads;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.Import;

/// <summary>Makes a candidate model from a published wage table, with the shipped model's factors.</summary>
public sealed partial class WageTableImport(
    IDbContextFactory<SalaryDb> databases, ModelSet models, ModelStore store, UploadReceiver uploads, TimeProvider time)
{
    private const int FirstYear = 2018; // the year of the classification that all codes here are in

    /// <summary>Takes the file in; nothing of a wrong one is kept. A repeat gives the model that is there.</summary>
    public async Task<ImportWageTableResponse> ImportAsync(
        IAsyncStreamReader<ImportWageTableRequest> parts, Caller caller, CancellationToken cancellationToken)
    {
        caller.Require(Scopes.Operator);
        if (!await parts.MoveNext(cancellationToken) || parts.Current.Header is not { } header)
            throw Errors.InvalidArgument("header", "must come in the first message, before the bytes of the file");
        if (header.Format != WageTableFormat.OewsNational)
            throw Errors.InvalidArgument("header.format", "must be WAGE_TABLE_FORMAT_OEWS_NATIONAL");
        var year = Year(header);
        await using var upload = await uploads.ReceiveAsync(
            parts, part => part.PartCase == ImportWageTableRequest.PartOneofCase.Chunk ? part.Chunk : null,
            header.SizeBytes, header.Sha256, cancellationToken);
        var table = await Task.Run(() => Read(upload.Content, header.FileName), cancellationToken);

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await store.ShippedAsync(db, cancellationToken);
        var row = await AddAsync(db, table, year, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await store.PruneAsync(db, cancellationToken);
        var active = await db.Activations.AsNoTracking().Select(a => a.ModelId).SingleOrDefaultAsync(cancellationToken) ?? DefaultModel.Id;
        return new ImportWageTableResponse
        {
            Model = ModelDescription.Show(row, active),
            RowCount = table.RowCount,
            Notes = { table.Notes },
        };
    }

    private static OewsTable Read(Stream content, string fileName)
    {
        try
        {
            return OewsTable.Read(content);
        }
        catch (TableException e)
        {
            throw Errors.InvalidArgument("chunk", $"{fileName}, {e.Message}");
        }
    }

    private async Task<ModelRow> AddAsync(SalaryDb db, OewsTable table, int year, CancellationToken cancellationToken)
    {
        for (var version = 1; ; version++)
        {
            var id = version == 1 ? $"oews-{year}" : $"oews-{year}.{version}";
            var parameters = ParameterBuilder.WithWageTable(models.Shipped.Data.Parameters, table, year, id, AsOf(year));
            var file = ModelFile.Write(parameters);
            if (await db.Models.FindAsync([id], cancellationToken) is { } there)
            {
                if (there.File.AsSpan().SequenceEqual(file)) return there;
                continue; // another table of that year, or the same brought to another month
            }

            var row = new ModelRow
            {
                Id = id,
                CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
                Message = ModelDescription.Of(SalaryModelData.Compile(parameters), ModelFile.Digest(file), Card(parameters, table))
                    .ToByteArray(),
                File = file,
            };
            db.Models.Add(row);
            return row;
        }
    }

    private DateOnly AsOf(int year)
    {
        var today = time.GetUtcNow();
        var month = new DateOnly(today.Year, today.Month, 1);
        var wages = new DateOnly(year, 5, 1);
        return month > wages ? month : wages;
    }

    private int Year(WageTableHeader header)
    {
        var newest = time.GetUtcNow().Year;
        var year = header.Year > 0 ? header.Year
            : YearInName().Match(header.FileName) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture)
            : throw Errors.InvalidArgument("header.year", "is needed: the name of the file does not tell the year of the wages");
        return year >= FirstYear && year <= newest ? year
            : throw Errors.InvalidArgument("header.year", $"is {year}; tables from {FirstYear} to {newest} can be read");
    }

    private static string Card(ModelParameters parameters, OewsTable table) => $"""
        # Salary model {parameters.Id}

        {parameters.WageTable.Source}, {table.RowCount} rows read, brought to {parameters.AsOf:yyyy-MM-dd}
        with the factors and the survey's pay model of the shipped model {DefaultModel.Id} (its card tells what they are and what was not measured).

        {string.Join('\n', table.Notes.Select(note => "- " + note))}

        The coverage of its ranges is not measured.
        """;

    [GeneratedRegex("20[0-9]{2}")]
    private static partial Regex YearInName();
}
