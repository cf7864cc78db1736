using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;
using Google.Type;
using State = CareerRecs.Salary.V1.SalaryTraining.Types.State;

namespace CareerRecs.Salary.Tests;

/// <summary>Pay that never was as observations, and what tests do with them.</summary>
internal static class MadeUpObservations
{
    private static readonly Seniority[] Levels = [Seniority.Junior, Seniority.Mid, Seniority.Senior, Seniority.Executive];

    private static readonly Dictionary<string, string> Places = new()
    {
        ["US"] = "Denver, CO",
        ["CA"] = "Toronto, Canada",
        ["DE"] = "Germany",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static PayObservation[] Rows(int count, int year, string currency = "USD", double shift = 0) =>
        [
            .. MadeUpPay
                .Rows(count, seed: year, shift)
                .Select(
                    (row, i) =>
                        new PayObservation
                        {
                            Id = $"r{i}",
                            Title = row.Facts.Title,
                            Seniority = Levels[(int)row.Facts.Band!],
                            Location = Places[row.Facts.Country],
                            Amount = new Money { CurrencyCode = currency, Units = (long)row.Amount },
                            Observed = new Date { Year = year },
                            CompanySize = 100,
                            RemoteShare = 0,
                        }
                ),
        ];

    /// <summary>People of another line of work, who earn much less.</summary>
    public static IEnumerable<PayObservation> Nurses(int count, int year) =>
        Rows(count, year)
            .Select(
                (row, i) =>
                    new PayObservation(row)
                    {
                        Title = "Registered Nurse",
                        Location = "Denver, CO",
                        Amount = new Money { CurrencyCode = "USD", Units = 60_000 + i },
                    }
            );

    public static async Task ImportAsync(SalaryTestHost host, string source, IEnumerable<PayObservation> rows)
    {
        using var call = host.Client.ImportObservations(cancellationToken: Cancel);
        foreach (var part in rows.Chunk(400))
        {
            await call.RequestStream.WriteAsync(
                new ImportObservationsRequest { Source = source, Observations = { part } },
                Cancel
            );
        }
        await call.RequestStream.CompleteAsync();
        Assert.Equal(0, (await call.ResponseAsync).RejectedCount);
    }

    /// <summary>Waits until a training has ended.</summary>
    public static async Task<SalaryTraining> EndOfAsync(this SalaryTestHost host, string name)
    {
        while (true)
        {
            var training = (
                await host.Trainings.GetSalaryTrainingAsync(
                    new GetSalaryTrainingRequest { Name = name },
                    cancellationToken: Cancel
                )
            ).Training;
            if (training.State != State.Running)
            {
                return training;
            }
            await Task.Delay(20, Cancel);
        }
    }

    public static async Task<SalaryModel> ModelAsync(this SalaryTestHost host, string name) =>
        (await host.Client.ListSalaryModelsAsync(new ListSalaryModelsRequest(), cancellationToken: Cancel)).Models.Single(m =>
            m.Name == name
        );
}
