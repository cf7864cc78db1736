using CareerRecs.Salary.V1;

namespace CareerRecs.Salary.Figures;

/// <summary>The factors of an estimate: whatever makes its median goes through here.</summary>
internal static class EstimateFactors
{
    public static void Add(this SalaryEstimate estimate, string kind, string label, double value, string source) =>
        estimate.Factors.Add(
            new PayFactor
            {
                Kind = kind,
                Label = label,
                Value = value,
                Source = source,
            }
        );

    /// <summary>Adds what makes the pay of a year that of the period asked for.</summary>
    public static void AddPeriod(this SalaryEstimate estimate)
    {
        if (estimate.Period == PayPeriod.Month)
        {
            estimate.Add("period", "a twelfth of a year", 1.0 / 12, "");
        }
        if (estimate.Period == PayPeriod.Hour)
        {
            estimate.Add("period", "one of 2,080 hours of a year", 1.0 / 2080, "");
        }
    }

    /// <summary>The median before rounding: the product of the factors in their order.</summary>
    public static double Product(SalaryEstimate estimate)
    {
        var median = 1.0;
        for (var i = 0; i < estimate.Factors.Count; i++)
        {
            median *= estimate.Factors[i].Value;
        }
        return median;
    }
}
