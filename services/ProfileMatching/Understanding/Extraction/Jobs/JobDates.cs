using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Jobs;

/// <summary>
/// Decides which line of dates belongs to which title, where they stand on different lines: below the title, above it, or behind
/// the employer between them. Each line of dates goes to one title; which side it looks to is the same for the whole document.
/// </summary>
internal sealed class JobDates
{
    /// <summary>Lines from a title to its dates: employer and place may stand between them.</summary>
    private const int Reach = 3;

    /// <summary>Share of lines behind an empty line above which empty lines divide nothing.</summary>
    private const double Spaced = 0.6;

    private readonly IReadOnlyList<JobLine> _lines;
    private readonly TitleLines _titles;
    private readonly bool _gapsDivide;

    private JobDates(IReadOnlyList<JobLine> lines, TitleLines titles)
    {
        (_lines, _titles) = (lines, titles);
        _gapsDivide = lines.Count(line => line.IsAfterGap) <= Spaced * lines.Count;
    }

    /// <summary>For each line with a title and without dates, the line that has them.</summary>
    public static Dictionary<int, int> Assign(
        IReadOnlyList<JobLine> lines,
        TitleLines titles,
        CancellationToken cancellationToken
    )
    {
        var dates = new JobDates(lines, titles);
        var choices = new List<Choice>();
        for (var i = 0; i < lines.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!dates.IsFree(i))
            {
                continue;
            }

            var choice = new Choice(i, dates.Title(i, -1), dates.Title(i, 1));
            if (choice.Above is not null || choice.Below is not null)
            {
                choices.Add(choice);
            }
        }

        var isTitleAbove = choices.Sum(choice => choice.Vote) >= 0;
        var assigned = new Dictionary<int, int>();
        foreach (var choice in choices)
        {
            Add(isTitleAbove ? choice.Above : choice.Below, choice.Dates);
        }

        var served = assigned.Values.ToHashSet();
        foreach (var choice in choices.Where(choice => !served.Contains(choice.Dates)))
        {
            Add(isTitleAbove ? choice.Below : choice.Above, choice.Dates);
        }

        return assigned;

        void Add(int? title, int line)
        {
            if (title is { } found)
            {
                assigned.TryAdd(found, line);
            }
        }
    }

    /// <summary>Whether a line has dates and no title of its own to give them to.</summary>
    private bool IsFree(int line) =>
        _lines[line].Dates is not null && _lines[line].Degree is null && !IsItem(line) && _titles.Dated(line) is null;

    /// <summary>The nearest line with a title on one side of a line of dates; null if something else comes first.</summary>
    private int? Title(int dates, int step)
    {
        var isAlone = _lines[dates].HasDatesAlone;
        var reach =
            _lines[dates].Section == Section.Education
                ? isAlone
                    ? 1
                    : 0
                : Reach;
        for (var distance = 1; distance <= reach; distance++)
        {
            var i = dates + (step * distance);
            if (i < 0 || i >= _lines.Count || _lines[i].IsHeading || _lines[i].Dates is not null || _lines[i].Degree is not null)
            {
                return null;
            }

            var isNext = distance == 1 && isAlone;
            if (!isNext && ((_gapsDivide && _lines[step > 0 ? i : i + 1].IsAfterGap) || IsItem(i)))
            {
                return null;
            }

            if ((isNext ? _titles.Dated(i) : _titles.Alone(i) ?? _titles.Whole(i)) is not null)
            {
                return i;
            }

            if (IsItem(i))
            {
                return null;
            }
        }

        return null;
    }

    private bool IsItem(int line) => _lines[line].IsBullet && !_lines[line].HasDatesAlone;

    /// <summary>A line of dates with the titles that may be its own.</summary>
    private readonly record struct Choice(int Dates, int? Above, int? Below)
    {
        /// <summary>What it says of where titles stand: over 0 above the dates, under 0 below them.</summary>
        public int Vote =>
            (Above, Below) switch
            {
                ({ }, null) => 2,
                (null, { }) => -2,
                ({ } above, { } below) => Math.Sign((below - Dates) - (Dates - above)),
                _ => 0,
            };
    }
}
