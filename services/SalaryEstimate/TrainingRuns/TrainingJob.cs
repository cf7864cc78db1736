namespace CareerRecs.Salary.TrainingRuns;

/// <summary>A training to run.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Tenant">Whose observations it reads.</param>
/// <param name="ModelId">The model to make; empty: the run names it.</param>
/// <param name="Sources">Only these sources; none: all.</param>
/// <param name="Recalibrate">Only bring the active model to newer rows.</param>
/// <param name="Reason">Why, for the card.</param>
public sealed record TrainingJob(
    long Id,
    string Tenant,
    string ModelId,
    IReadOnlyList<string> Sources,
    bool Recalibrate,
    string Reason
);
