using System.Globalization;
using CareerRecs.Salary.V1;

namespace CareerRecs.Cli.Rendering.Pay;

/// <summary>What became of pay observations.</summary>
public static class ObservationsText
{
    /// <summary>The answer to `import observations`; <paramref name="lines"/> are the lines of the rows in the file.</summary>
    public static void Imported(Page page, ImportObservationsResponse response, IReadOnlyList<int> lines)
    {
        page.Line(
            $"{Words.Count(response.AcceptedCount, "row")} stored, {Number(response.DuplicateCount)} "
                + $"there already, {Number(response.RejectedCount)} set aside"
        );
        foreach (var rejected in response.Rejected)
        {
            page.Wrap(
                $"  line {(rejected.Index < lines.Count ? lines[(int)rejected.Index] : 0)}, {rejected.Id}: ",
                rejected.Reason
            );
        }

        if (response.RejectedCount - response.Rejected.Count is var rest and > 0)
        {
            page.Line($"  … {Number(rest)} more, not listed: mend these and import the file again");
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
