using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Models;
using CareerRecs.Salary.V1;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Tests;

/// <summary>What the tests start from.</summary>
internal static class Given
{
    public static SalaryModelData Model { get; } = DefaultModel.Compile();

    public static Estimator Estimator { get; } = new(Model);

    /// <summary>The shipped tables without the survey: for what the wage table says of roles that the survey has too.</summary>
    public static Estimator Tables { get; } = new(ModelFile.Compile(DefaultModel.TablesFile()));

    public static string? DataFolder { get; } = Environment.GetEnvironmentVariable("CAREERRECS_DATA");

    public static SalaryQuery Query(string soc, Seniority seniority = Seniority.Unspecified, string location = "") =>
        new()
        {
            Role = new RoleReference { SocCodes = { soc } },
            Seniority = seniority,
            Location = location,
        };

    public static SalaryQuery MlEngineer(Seniority seniority = Seniority.Mid, string location = "")
    {
        var query = Query("15-2051", seniority, location);
        query.Role.Title = "Machine Learning Engineer";
        return query;
    }

    public static SalaryEstimate Estimate(SalaryQuery query)
    {
        var result = Estimator.Estimate(query);
        Assert.NotNull(result.Estimate);
        return result.Estimate;
    }

    public static InsufficientPayEvidence NoEstimate(SalaryQuery query)
    {
        var result = Estimator.Estimate(query);
        Assert.NotNull(result.InsufficientEvidence);
        return result.InsufficientEvidence;
    }

    public static string Data(string path)
    {
        Assert.SkipUnless(
            DataFolder is not null && File.Exists(Path.Combine(DataFolder, path)),
            $"CAREERRECS_DATA has no {path}"
        );
        return Path.Combine(DataFolder!, path);
    }
}
