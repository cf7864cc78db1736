using CareerRecs.Salary.Storage;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.Salary.Models;

/// <summary>Shows models, newest first. The shipped one is among them, stored or not.</summary>
public sealed class ModelList(IDbContextFactory<SalaryDb> databases, ModelSet models)
{
    private const string List = "salaryModels";
    private const int DefaultSize = 50;
    private const int MaxSize = 100;

    /// <summary>A page of them.</summary>
    public async Task<ListSalaryModelsResponse> ListAsync(ListSalaryModelsRequest request, CancellationToken cancellationToken)
    {
        var last = Paging.DecodeLast(List, request.PageToken);
        var (newestFirst, active) = await ReadAsync(cancellationToken);
        var from = last is null ? 0 : newestFirst.FindIndex(m => m.Id == last) + 1;
        if (last is not null && from == 0)
        {
            throw Errors.InvalidArgument("page_token", "names a model that is gone; start with an empty one");
        }
        var size = Paging.Size(request.PageSize, DefaultSize, MaxSize);
        var page = newestFirst.Skip(from).Take(size).ToList();
        return new ListSalaryModelsResponse
        {
            Models = { page.Select(m => ModelDescription.Show(m, active)) },
            NextPageToken = from + page.Count < newestFirst.Count ? Paging.EncodeLast(List, page[^1].Id) : "",
        };
    }

    /// <summary>One of them. NOT_FOUND where there is none of the name, or it is no longer kept.</summary>
    public async Task<GetSalaryModelResponse> GetAsync(GetSalaryModelRequest request, CancellationToken cancellationToken)
    {
        var (newestFirst, active) = await ReadAsync(cancellationToken);
        var row = newestFirst.Find(m => m.Id == ModelNames.IdOf(request.Name)) ?? throw ModelNames.Unknown(request.Name);
        return new GetSalaryModelResponse { Model = ModelDescription.Show(row, active) };
    }

    private async Task<(List<ModelRow> NewestFirst, string ActiveId)> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var active =
            await db.Activations.AsNoTracking().Select(a => a.ModelId).SingleOrDefaultAsync(cancellationToken) ?? DefaultModel.Id;
        var rows = await db
            .Models.AsNoTracking()
            .Where(m => m.IsKept)
            .Select(m => new ModelRow
            {
                Id = m.Id,
                CreatedAt = m.CreatedAt,
                Revision = m.Revision,
                Message = m.Message,
            })
            .ToListAsync(cancellationToken);
        if (rows.TrueForAll(m => m.Id != DefaultModel.Id))
        {
            rows.Add(ModelDescription.ShippedRow(models.Shipped));
        }

        return ([.. rows.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id, StringComparer.Ordinal)], active);
    }
}
