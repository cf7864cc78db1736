using System.Globalization;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Importing;

/// <summary>A CSV file of learning resources.</summary>
internal static class LearningTable
{
    /// <summary>Rows that one call takes.</summary>
    public const int MaxRows = 5_000;

    /// <summary>The columns, in the order in which they are documented.</summary>
    public static readonly CsvColumns<ListedResource> Columns = new(
        new Dictionary<string, Func<ListedResource, string, string?>>(StringComparer.Ordinal)
        {
            ["skill"] = (row, text) =>
            {
                row.Skill = text;
                return null;
            },
            ["title"] = (row, text) =>
            {
                row.Title = text;
                return null;
            },
            ["link"] = (row, text) =>
            {
                row.Uri = text;
                return null;
            },
            ["hours"] = Hours,
            ["cost"] = (row, text) =>
            {
                row.Cost = text;
                return null;
            },
        },
        ["skill", "title"]
    );

    /// <summary>The rows.</summary>
    public static IEnumerable<ListedResource> Read(Stream file, string name) =>
        new CsvRecords<ListedResource>(Columns, MaxRows).Read(file, name).Select(r => r.Row);

    private static string? Hours(ListedResource row, string text)
    {
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours))
        {
            return "a number of hours: 12 or 1.5";
        }

        row.Hours = hours;
        return null;
    }
}
