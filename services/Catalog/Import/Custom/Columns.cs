using System.Globalization;
using CareerRecs.Catalog.Import.Tables;

namespace CareerRecs.Catalog.Import.Custom;

/// <summary>The columns of the CSV shape, and how their cells are read.</summary>
internal static class Columns
{
    public const int Role = 0;
    public const int RoleId = 1;
    public const int ExternalId = 2;
    public const int AlternateTitles = 3;
    public const int Family = 4;
    public const int Seniority = 5;
    public const int Track = 6;
    public const int Overview = 7;
    public const int Ladder = 8;
    public const int LadderStep = 9;
    public const int Soc = 10;
    public const int Skill = 11;
    public const int Category = 12;
    public const int Aliases = 13;
    public const int Necessity = 14;
    public const int Importance = 15;
    public const int Proficiency = 16;

    public static readonly TableLayout Layout = new(
        [
            [],
        ],
        [
            "role",
            "role_id?",
            "external_id?",
            "alternate_titles?",
            "family?",
            "seniority?",
            "track?",
            "overview?",
            "ladder?",
            "ladder_step?",
            "soc?",
            "skill?",
            "category?",
            "aliases?",
            "necessity?",
            "importance?",
            "proficiency?",
        ],
        Required: true
    );

    /// <summary>Items of a cell, divided by "|".</summary>
    public static IEnumerable<string> Items(CsvTable row, int column) =>
        row.Text(column).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>
    /// A word of an enumeration, without regard to case, spaces and underscores; the unspecified one for an empty cell.
    /// </summary>
    public static bool TryWord<T>(CsvTable row, int column, out T value)
        where T : struct, Enum
    {
        value = default;
        var word = row.Text(column).Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (word.Length == 0)
        {
            return true;
        }
        return (!char.IsAsciiDigit(word[0]) && word[0] is not ('-' or '+') && Enum.TryParse(word, ignoreCase: true, out value))
            || row.Refuse(
                "UNPARSABLE_CELL",
                column,
                $"'{row.Shown(column)}' is none of {string.Join(", ", Enum.GetNames<T>().Skip(1))}."
            );
    }

    /// <summary>A number within a range; null for an empty cell.</summary>
    public static bool TryNumber(CsvTable row, int column, double min, double max, out double? number)
    {
        number = null;
        var cell = row[column];
        if (cell.IsEmpty)
        {
            return true;
        }
        if (
            !double.TryParse(
                cell,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var read
            )
        )
        {
            return row.Refuse("UNPARSABLE_CELL", column, $"'{row.Shown(column)}' is not a number.");
        }
        number = read;
        return (read >= min && read <= max)
            || row.Refuse("OUT_OF_RANGE", column, $"{row.Shown(column)} is outside of {min} to {max}.");
    }

    /// <summary>A text not longer than the contract takes.</summary>
    public static bool TryText(CsvTable row, int column, int max, out string text)
    {
        text = row.Text(column);
        return text.Length <= max
            || row.Refuse("TOO_LONG", column, $"The cell has {text.Length} characters; at most {max} are taken.");
    }
}
