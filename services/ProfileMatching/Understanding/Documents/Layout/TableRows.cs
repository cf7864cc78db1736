using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CareerRecs.ProfileMatching.Understanding.Documents.Layout;

/// <summary>
/// Rows of a table in words: what a column's head says of a cell is said in the cell. "Mar 2021" under "From" and "Present" under
/// "To" become "Mar 2021 – Present", "6" under "Years" becomes "6 years".
/// </summary>
internal sealed partial class TableRows
{
    private const string Dash = " – ";
    private const string Now = "present";

    private enum Head
    {
        Other,
        From,
        To,
        Years,
        LastUsed,
        Level,
    }

    private static readonly FrozenDictionary<string, Head> Heads = Names(
        (
            Head.From,
            [
                "from",
                "start",
                "started",
                "start date",
                "date from",
                "since",
                "begin",
                "beginning",
                "von",
                "desde",
                "van",
                "de",
                "du",
                "début",
                "inicio",
                "início",
            ]
        ),
        (
            Head.To,
            [
                "to",
                "end",
                "ended",
                "end date",
                "date to",
                "until",
                "till",
                "finish",
                "bis",
                "hasta",
                "tot",
                "até",
                "à",
                "a",
                "au",
                "fin",
                "fim",
                "ende",
            ]
        ),
        (
            Head.Years,
            [
                "years",
                "yrs",
                "years of experience",
                "years experience",
                "experience (years)",
                "years of use",
                "years used",
                "exp. (years)",
                "yrs exp",
            ]
        ),
        (Head.LastUsed, ["last used", "last use", "last used in", "last year used"]),
        (Head.Level, ["level", "proficiency", "skill level", "proficiency level", "rating", "competence"]),
        (
            Head.Other,
            [
                "poste",
                "emploi",
                "employeur",
                "entreprise",
                "lieu",
                "puesto",
                "cargo",
                "empresa",
                "lugar",
                "função",
                "functie",
                "werkgever",
                "bedrijf",
                "plaats",
                "tätigkeit",
                "beruf",
                "arbeitgeber",
                "firma",
                "unternehmen",
                "ort",
                "position",
                "title",
                "job title",
                "role",
                "occupation",
                "job",
                "employer",
                "company",
                "organisation",
                "organization",
                "client",
                "location",
                "place",
                "city",
                "country",
                "skill",
                "skills",
                "technology",
                "technologies",
                "tool",
                "tools",
                "language",
                "software",
                "description",
                "duties",
                "responsibilities",
                "institution",
                "school",
                "university",
                "degree",
                "qualification",
                "course",
                "subject",
                "notes",
                "department",
                "project",
            ]
        )
    );

    private Head[]? _heads;
    private bool _isFirst = true;

    /// <summary>Whether the cells name columns, and some of them one whose cells cannot be understood without its name.</summary>
    public static bool IsHead(IReadOnlyList<string> cells)
    {
        var heads = Read(cells);
        return heads is not null && heads.Length > 1 && Array.Exists(heads, head => head != Head.Other);
    }

    /// <summary>
    /// Adds a row and returns its cells in words, without empty ones: none of a first row that names columns, which goes into
    /// those below it.
    /// </summary>
    public IReadOnlyList<string> Describe(IReadOnlyList<string> row)
    {
        if (_isFirst && IsHead(row))
        {
            (_heads, _isFirst) = (Read(row), false);
            return [];
        }

        _isFirst = false;
        return [.. WithPeriods(WithHeads([.. row])).Where(cell => cell.Length > 0)];
    }

    /// <summary>Whether two cells are the start and the end of a period.</summary>
    public static bool IsPeriod(ReadOnlySpan<char> start, ReadOnlySpan<char> end) =>
        Date().IsMatch(start) && (Date().IsMatch(end) || Present().IsMatch(end));

    /// <summary>The cells of a row of no table.</summary>
    public static IReadOnlyList<string> DescribeAlone(IReadOnlyList<string> row) =>
        WithPeriods([.. row]).Where(cell => cell.Length > 0).ToList();

    private string[] WithHeads(string[] cells)
    {
        if (_heads is not { } heads)
        {
            return cells;
        }

        for (var i = 0; i < cells.Length && i < heads.Length; i++)
        {
            cells[i] = (heads[i], cells[i]) switch
            {
                (Head.Years, "1") => "1 year",
                (Head.Years, var cell) when Number().IsMatch(cell) => cell + " years",
                (Head.LastUsed, { Length: > 0 } cell) => "last used " + cell,
                (Head.Level, { Length: > 0 } cell) when char.IsLetter(cell[0]) => $"({cell})",
                _ => cells[i],
            };
        }

        var (from, to) = (Array.IndexOf(heads, Head.From), Array.IndexOf(heads, Head.To));
        if (from >= 0 && to >= 0 && Math.Max(from, to) < cells.Length && cells[from].Length > 0)
        {
            cells[from] += Dash + (cells[to].Length > 0 ? cells[to] : Now);
            cells[to] = "";
        }

        return cells;
    }

    /// <summary>Joins two dates in neighbouring cells to a period.</summary>
    private static string[] WithPeriods(string[] cells)
    {
        for (var i = 0; i + 1 < cells.Length; i++)
        {
            if (IsPeriod(cells[i], cells[i + 1]))
            {
                cells[i] += Dash + cells[i + 1];
                cells[i + 1] = "";
                i++;
            }
        }

        return cells;
    }

    /// <summary>What the columns are; null if a cell names none.</summary>
    private static Head[]? Read(IReadOnlyList<string> cells)
    {
        var heads = new Head[cells.Count];
        var any = false;
        for (var i = 0; i < heads.Length; i++)
        {
            var cell = cells[i].AsSpan().Trim(" \t:*");
            if (cell.IsEmpty)
            {
                continue;
            }

            if (!Heads.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(cell, out heads[i]))
            {
                return null;
            }

            any = true;
        }

        return any ? heads : null;
    }

    private static FrozenDictionary<string, Head> Names(params (Head Head, string[] Names)[] heads) =>
        heads
            .SelectMany(h => h.Names.Select(name => (name, h.Head)))
            .ToFrozenDictionary(h => h.name, h => h.Head, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[0-9]{1,2}([.,][0-9])?\+?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    /// <summary>One month or year: "Mar 2021", "03/2021", "2021-03", "01.03.2021", "2021".</summary>
    [GeneratedRegex(
        """
            ^ (
                (\p{L}{3,9}\.? | [0-9]{1,2}) [\s./-]{1,2}    # Mar, 03/
                ([0-9]{1,2} [,./-] \s?)?                     # the 3 of "Mar 3, 2021"
            )?
            (19|20)[0-9]{2}
            ([/-][0-9]{1,2}){0,2} $                          # -03-01 of "2021-03-01"
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Date();

    [GeneratedRegex(
        @"^(present|now|today|current|currently|ongoing|to date)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Present();
}
