using CareerRecs.Vocabulary;

namespace CareerRecs.Encoder;

/// <summary>Profiles as people write them: a few tools, skills and short pieces of tasks of one occupation.</summary>
public sealed class SyntheticProfiles(UnitTable units)
{
    private const int FewestPieces = 2;
    private const int MostPieces = 6;

    private readonly Dictionary<string, int[]> _rows = [];

    /// <summary>Rows of a drawn profile, and of the title, another title or the description of its occupation.</summary>
    public (int[] Profile, int[] Target) Draw(Occupation occupation, Random random, List<string> otherTitles)
    {
        var profile = new List<int>();
        for (var pieces = random.Next(FewestPieces, MostPieces + 1); pieces > 0; pieces--)
        {
            profile.AddRange(DrawPiece(occupation, random));
        }

        var target = random.Next(4) switch
        {
            0 => occupation.Description,
            1 when otherTitles.Count > 0 => otherTitles[random.Next(otherTitles.Count)],
            2 => $"{occupation.Title}. {occupation.Description}",
            _ => occupation.Title,
        };
        return ([.. profile], Rows(target));
    }

    private int[] DrawPiece(Occupation occupation, Random random)
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

    private int[] Rows(string phrase)
    {
        if (!_rows.TryGetValue(phrase, out var rows))
        {
            _rows[phrase] = rows = PhraseRows.Find(units, phrase);
        }

        return rows;
    }
}
