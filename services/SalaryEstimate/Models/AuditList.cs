using System.Globalization;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Storage;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.Models;

/// <summary>
/// Lists who activated which model, newest first. Models are shared by all tenants; who changed them is for operators alone to
/// see.
/// </summary>
public sealed class AuditList(IDbContextFactory<SalaryDb> databases)
{
    private const string List = "salaryAuditEntries";
    private const int DefaultSize = 50;
    private const int MaxSize = 100;

    /// <summary>A page.</summary>
    public async Task<ListSalaryAuditEntriesResponse> ListAsync(
        ListSalaryAuditEntriesRequest request,
        CancellationToken cancellationToken
    )
    {
        var before = Paging.DecodeLast(List, request.PageToken) is { } last ? Paging.Number(last) : long.MaxValue;
        var size = Paging.Size(request.PageSize, DefaultSize, MaxSize);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db
            .Audit.AsNoTracking()
            .Where(row => row.Id < before)
            .OrderByDescending(row => row.Id)
            .Take(size + 1)
            .ToListAsync(cancellationToken);
        return new ListSalaryAuditEntriesResponse
        {
            Entries = { rows.Take(size).Select(Entry) },
            NextPageToken =
                rows.Count > size ? Paging.EncodeLast(List, rows[size - 1].Id.ToString(CultureInfo.InvariantCulture)) : "",
        };
    }

    private static SalaryAuditEntry Entry(ModelAuditRow row) =>
        new()
        {
            Model = ModelNames.Of(row.ModelId),
            PreviousModel = ModelNames.Of(row.PreviousId),
            Actor = row.Subject,
            Reason = row.Reason,
            Time = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(row.At)),
            Revision = row.Revision,
        };
}
