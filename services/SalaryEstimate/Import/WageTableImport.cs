using System.Globalization;
using System.Text.RegularExpressions;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Figures;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.Parameters;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.Tables;
using CareerRecs.Salary.Training.Regions;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Operations;
using CareerRecs.ServiceDefaults.Uploads;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.Import;

/// <summary>Makes a candidate model of a published table: a base model with this table in place of its own.</summary>
public sealed partial class WageTableImport(
    IDbContextFactory<SalaryDb> databases,
    ModelSet models,
    ModelStore store,
    UploadReceiver uploads,
    OperationRunner<SalaryDb> operations,
    TimeProvider time
)
{
    private const int FirstYear = 2018; // the year of the classification that all codes here are in

    /// <summary>Takes the file in; nothing of a wrong one is kept. A repeat gives the model that is there.</summary>
    public async Task<ImportWageTableResponse> ImportAsync(
        IAsyncStreamReader<ImportWageTableRequest> parts,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!await parts.MoveNext(cancellationToken) || parts.Current.Header is not { } header)
        {
            throw Errors.InvalidArgument("header", "must come in the first message, before the bytes of the file");
        }
        var year = NeedsYear(header.Format) ? Year(header) : 0;
        var model = await models.GetAsync(header.BaseModel, cancellationToken);
        var upload = await uploads.ReceiveAsync(
            parts,
            part => part.PartCase == ImportWageTableRequest.PartOneofCase.Chunk ? part.Chunk : null,
            AnnouncedFile.FromHeader(header),
            caller.Tenant,
            cancellationToken
        );
        if (header.AsOperation)
        {
            return await StartAsync(header, model, year, upload, caller, cancellationToken);
        }
        await using (upload)
        {
            return await ImportTableAsync(header, model, year, upload, cancellationToken);
        }
    }

    private async Task<ImportWageTableResponse> StartAsync(
        WageTableHeader header,
        LoadedModel model,
        int year,
        UploadedFile upload,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var metadata = new ImportWageTableMetadata
        {
            Format = header.Format,
            SizeBytes = upload.SizeBytes,
            CreateTime = Timestamp.FromDateTimeOffset(time.GetUtcNow()),
        };
        var work = new OperationWork(
            caller.Tenant,
            Scopes.Operator,
            () => new ImportWageTableMetadata(metadata) { BytesRead = upload.BytesRead },
            upload,
            async token => await ImportTableAsync(header, model, year, upload, token)
        );
        return new ImportWageTableResponse { Operation = await operations.StartAsync(work, cancellationToken) };
    }

    private async Task<ImportWageTableResponse> ImportTableAsync(
        WageTableHeader header,
        LoadedModel model,
        int year,
        UploadedFile upload,
        CancellationToken cancellationToken
    )
    {
        var table = await Task.Run(() => Read(upload.Content, header, model.Data.Parameters, year), cancellationToken);

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await store.ShippedAsync(db, cancellationToken);
        var row = await AddAsync(db, table, model.Name, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await store.PruneAsync(db, cancellationToken);
        var active =
            await db.Activations.AsNoTracking().Select(a => a.ModelId).SingleOrDefaultAsync(cancellationToken) ?? DefaultModel.Id;
        return new ImportWageTableResponse
        {
            Model = ModelDescription.Show(row, active),
            RowCount = table.RowCount,
            Notes = { table.Notes },
        };
    }

    /// <summary>The other tables tell their years in a column.</summary>
    private static bool NeedsYear(WageTableFormat format) =>
        format is WageTableFormat.OewsNational or WageTableFormat.OflcAreaLevels or WageTableFormat.RegionalPriceParities;

    private PublishedTable Read(Stream content, WageTableHeader header, ModelParameters model, int year)
    {
        try
        {
            return header.Format switch
            {
                WageTableFormat.OflcAreaLevels => AreaLevelTable.Read(content, model, year),
                WageTableFormat.RegionalPriceParities => PriceParityTable.Read(content, model, year),
                WageTableFormat.Generic => CountryWageTable.Read(content, model),
                WageTableFormat.CurrencyRates => CurrencyRateTable.Read(content, model),
                WageTableFormat.WageIndex => WageIndexTable.Read(content, model),
                _ => Oews(OewsTable.Read(content), model, year),
            };
        }
        catch (TableException e)
        {
            throw Errors.InvalidArgument("chunk", $"{header.FileName}, {e.Message}");
        }
    }

    private PublishedTable Oews(OewsTable table, ModelParameters model, int year)
    {
        var made = ParameterBuilder.WithWageTable(model, table, year, AsOf(year));
        return new PublishedTable($"oews-{year}", made.WageTable.Source, made, table.RowCount, table.Notes)
        {
            IsDatedByImport = true,
        };
    }

    private async Task<ModelRow> AddAsync(
        SalaryDb db,
        PublishedTable table,
        string baseModel,
        CancellationToken cancellationToken
    )
    {
        for (var version = 1; ; version++)
        {
            var id = version == 1 ? table.Id : $"{table.Id}.{version}";
            var parameters = table.Model with { Id = id };
            if (await db.Models.FindAsync([id], cancellationToken) is { } there)
            {
                if (IsSame(there.File, parameters, table))
                {
                    return there;
                }
                continue; // another table of that year, or the same on another base
            }

            var file = ModelFile.Write(parameters);
            var row = new ModelRow
            {
                Id = id,
                CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
                Message = ModelDescription
                    .Of(SalaryModelData.Compile(parameters), ModelFile.Digest(file), Card(parameters, table, baseModel))
                    .ToByteArray(),
                File = file,
            };
            db.Models.Add(row);
            return row;
        }
    }

    private static bool IsSame(byte[] there, ModelParameters parameters, PublishedTable table)
    {
        if (there.Length == 0)
        {
            return false; // only its name is kept
        }
        if (table.IsDatedByImport)
        {
            parameters = parameters with { AsOf = ModelFile.Read(there).AsOf };
        }
        return there.AsSpan().SequenceEqual(ModelFile.Write(parameters));
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
        var year =
            header.Year > 0 ? header.Year
            : YearInName().Match(header.FileName) is { Success: true } match
                ? int.Parse(match.Value, CultureInfo.InvariantCulture)
            : throw Errors.InvalidArgument("header.year", "is needed: the name of the file does not tell the year of the wages");
        return year >= FirstYear && year <= newest
            ? year
            : throw Errors.InvalidArgument("header.year", $"is {year}; tables from {FirstYear} to {newest} can be read");
    }

    private static string Card(ModelParameters parameters, PublishedTable table, string baseModel) =>
        $"""
            # Salary model {parameters.Id}

            {table.Source}, {table.RowCount} rows read, in place of what {baseModel} has of it;
            brought to {parameters.AsOf:yyyy-MM-dd}.
            All else is that of {baseModel}, whose card tells what it is and what was not measured.

            {string.Join('\n', table.Notes.Select(note => "- " + note))}

            The coverage of its ranges is not measured.
            """;

    [GeneratedRegex("20[0-9]{2}")]
    private static partial Regex YearInName();
}
