using CareerRecs.Salary.V1;

namespace CareerRecs.Client;

/// <summary>Items of the lists of SalaryEstimate, page after page.</summary>
public static class SalaryPages
{
    /// <summary>Pay that is known. All pages are of one salary model.</summary>
    public static IAsyncEnumerable<PayCoverage> EnumeratePayCoverageAsync(
        this SalaryService.SalaryServiceClient client,
        ListPayCoverageRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return Pager.EnumerateAsync(
            request,
            (page, cancel) => client.ListPayCoverageAsync(page, cancellationToken: cancel),
            response => response.Rows,
            cancellationToken
        );
    }

    /// <summary>Salary models.</summary>
    public static IAsyncEnumerable<SalaryModel> EnumerateSalaryModelsAsync(
        this SalaryService.SalaryServiceClient client,
        ListSalaryModelsRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return Pager.EnumerateAsync(
            request,
            (page, cancel) => client.ListSalaryModelsAsync(page, cancellationToken: cancel),
            response => response.Models,
            cancellationToken
        );
    }

    /// <summary>Changes to salary models and observations.</summary>
    public static IAsyncEnumerable<SalaryAuditEntry> EnumerateSalaryAuditEntriesAsync(
        this SalaryService.SalaryServiceClient client,
        ListSalaryAuditEntriesRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return Pager.EnumerateAsync(
            request,
            (page, cancel) => client.ListSalaryAuditEntriesAsync(page, cancellationToken: cancel),
            response => response.Entries,
            cancellationToken
        );
    }

    /// <summary>Training runs of salary models.</summary>
    public static IAsyncEnumerable<SalaryTraining> EnumerateSalaryTrainingsAsync(
        this SalaryTrainingService.SalaryTrainingServiceClient client,
        ListSalaryTrainingsRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return Pager.EnumerateAsync(
            request,
            (page, cancel) => client.ListSalaryTrainingsAsync(page, cancellationToken: cancel),
            response => response.Trainings,
            cancellationToken
        );
    }
}
