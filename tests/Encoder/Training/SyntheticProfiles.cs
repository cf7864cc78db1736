using CareerRecs.Vocabulary;

namespace CareerRecs.Encoder;

/// <summary>What a drawn profile is made of.</summary>
public enum ProfileKind
{
    /// <summary>Tools, skills and short pieces of tasks.</summary>
    Formal,

    /// <summary>Everyday phrases.</summary>
    Everyday,

    /// <summary>Everyday phrases among tools, skills and pieces of tasks.</summary>
    Mixed,
}

/// <summary>Profiles as people write them: a few phrases about the work of one occupation.</summary>
public sealed class SyntheticProfiles(UnitTable units, HeldOut heldOut)
{
    private const int FewestPieces = 2;
    private const int MostFormalPieces = 6;
    private const int MostEverydayPieces = 5;
    private const int OtherTitlesOfWhole = 4;

    private readonly Dictionary<string, int[]> _rows = [];

    /// <summary>Phrases of a profile drawn from an occupation.</summary>
    public int[][] DrawProfile(ProfileKind kind, Occupation occupation, Random random)
    {
        var phrases = heldOut.TrainedPhrases(occupation);
        var pieces = random.Next(FewestPieces, (kind == ProfileKind.Formal ? MostFormalPieces : MostEverydayPieces) + 1);
        var drawn = kind switch
        {
            ProfileKind.Formal => Enumerable.Range(0, pieces).Select(_ => DrawFormal(occupation, random)),
            ProfileKind.Everyday => DrawSome(phrases, pieces, random).Select(Rows),
            _ => DrawSome(phrases, (pieces + 1) / 2, random)
                .Select(Rows)
                .Concat(Enumerable.Range(0, pieces / 2).Select(_ => DrawFormal(occupation, random))),
        };
        return [.. drawn.Where(rows => rows.Length > 0)];
    }

    /// <summary>The title, another title, the description, or the title with other titles and the description.</summary>
    public int[][] DrawTarget(Occupation occupation, Random random)
    {
        var others = occupation.OtherTitles.Where(title => !heldOut.Contains(title)).ToList();
        IEnumerable<string> target = random.Next(5) switch
        {
            0 => [occupation.Description],
            1 when others.Count > 0 => DrawSome(others, 1, random),
            2 or 3 => [occupation.Title, .. DrawSome(others, OtherTitlesOfWhole, random), occupation.Description],
            _ => [occupation.Title],
        };
        return [.. target.Select(Rows).Where(rows => rows.Length > 0)];
    }

    /// <summary>A task, tool or skill of the occupation.</summary>
    public int[][] DrawDuty(Occupation occupation, Random random)
    {
        var duties = occupation.Tasks.Count > 0 ? occupation.Tasks : occupation.Tools;
        return [.. DrawSome(duties, 1, random).Select(Rows).Where(rows => rows.Length > 0)];
    }

    private int[] DrawFormal(Occupation occupation, Random random)
    {
        if (occupation.Tasks.Count > 0 && (occupation.Tools.Count == 0 || random.Next(2) == 0))
        {
            var task = Rows(occupation.Tasks[random.Next(occupation.Tasks.Count)]);
            var length = Math.Min(task.Length, random.Next(2, 5));
            var start = random.Next(task.Length - length + 1);
            return task[start..(start + length)];
        }

        return occupation.Tools.Count > 0 ? Rows(occupation.Tools[random.Next(occupation.Tools.Count)]) : [];
    }

    private static IEnumerable<string> DrawSome(IReadOnlyList<string> phrases, int count, Random random) =>
        phrases.Count <= count ? phrases : random.GetItems([.. phrases], count).Distinct();

    private int[] Rows(string phrase)
    {
        if (!_rows.TryGetValue(phrase, out var rows))
        {
            _rows[phrase] = rows = PhraseRows.Find(units, phrase);
        }

        return rows;
    }
}
