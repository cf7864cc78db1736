namespace CareerRecs.ProfileMatching.Understanding;

/// <summary>
/// Places in a text counted in Unicode code points. .NET, Java and JavaScript count UTF-16 units, of which an emoji takes two.
/// </summary>
internal sealed class CodePoints
{
    /// <summary>Where the second unit of each pair stands, in order.</summary>
    private readonly List<int> _seconds = [];

    /// <summary>Counts the text once.</summary>
    public CodePoints(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                _seconds.Add(i);
            }
        }
    }

    /// <summary>Adds the places of all that was read in the text.</summary>
    public void AddTo(Matching.V1.Understanding understanding)
    {
        foreach (var skill in understanding.Skills.Where(s => s.HasStart))
        {
            (skill.StartCodePoint, skill.EndCodePoint) = (At(skill.Start), At(skill.End));
        }

        foreach (var job in understanding.Jobs.Where(j => j.HasStart))
        {
            (job.StartCodePoint, job.EndCodePoint) = (At(job.Start), At(job.End));
        }

        foreach (var unread in understanding.Unread.Where(u => u.HasStart))
        {
            (unread.StartCodePoint, unread.EndCodePoint) = (At(unread.Start), At(unread.End));
        }
    }

    /// <summary>Code points before a place that is counted in UTF-16 units.</summary>
    public int At(int utf16)
    {
        var before = _seconds.BinarySearch(utf16);
        return utf16 - (before < 0 ? ~before : before);
    }
}
