using System.Diagnostics.CodeAnalysis;
using CareerRecs.Catalog.Import.Tables;
using CareerRecs.Types.V1;

namespace CareerRecs.Catalog.Import.Custom;

/// <summary>What a row says of its role.</summary>
internal sealed record RoleCells(
    string Title,
    string Id,
    string ExternalId,
    IReadOnlyList<string> AlternateTitles,
    string Family,
    Seniority Seniority,
    Track Track,
    string Overview,
    string Ladder,
    double? LadderStep,
    string Soc
)
{
    private const int MaxTitle = 300;
    private const int MaxId = 100;
    private const int MaxWord = 200;
    private const int MaxOverview = 10_000;

    /// <summary>Reads them. False: the row was left out.</summary>
    public static bool TryRead(CsvTable row, [NotNullWhen(true)] out RoleCells? cells)
    {
        cells = null;
        if (row[Columns.Role].IsEmpty)
        {
            return row.Refuse("EMPTY_CELL", Columns.Role, "The cell is empty.");
        }
        if (
            !Columns.TryText(row, Columns.Role, MaxTitle, out var title)
            || !Columns.TryText(row, Columns.RoleId, MaxId, out var id)
            || !Columns.TryText(row, Columns.ExternalId, MaxWord, out var externalId)
            || !Columns.TryText(row, Columns.Family, MaxWord, out var family)
            || !Columns.TryText(row, Columns.Overview, MaxOverview, out var overview)
            || !Columns.TryText(row, Columns.Ladder, MaxId, out var ladder)
            || !Columns.TryText(row, Columns.Soc, MaxWord, out var soc)
            || !Columns.TryWord<Seniority>(row, Columns.Seniority, out var seniority)
            || !Columns.TryWord<Track>(row, Columns.Track, out var track)
            || !Columns.TryNumber(row, Columns.LadderStep, 1, Ladders.MostSteps, out var step)
        )
        {
            return false;
        }
        if (ladder.Length > 0 && step is null)
        {
            return row.Refuse("EMPTY_CELL", Columns.LadderStep, "The cell is empty, and the row names a ladder.");
        }

        var alternates = Columns.Items(row, Columns.AlternateTitles).Where(alternate => alternate.Length <= MaxTitle).ToList();
        cells = new RoleCells(title, id, externalId, alternates, family, seniority, track, overview, ladder, step, soc);
        return true;
    }
}
