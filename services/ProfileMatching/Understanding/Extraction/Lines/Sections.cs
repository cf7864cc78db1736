namespace CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

/// <summary>The sections of a text by its headings.</summary>
internal sealed class Sections
{
    private readonly List<int> _starts = [0];
    private readonly List<Section> _kinds = [Section.Other];

    public Sections(string text)
    {
        foreach (var line in TextLine.Of(text))
        {
            if (SectionHeadings.Of(line.In(text)) is { } section)
            {
                Add(line.Start, section);
            }
            // "Skills: Python, SQL" on one line.
            else if (
                text.AsSpan(line.Start, Math.Min(50, line.Length)).IndexOf(':') is > 0 and var colon
                && SectionHeadings.Of(text.AsSpan(line.Start, colon)) is Section.Skills
            )
            {
                Add(line.Start, Section.Skills);
            }
        }
    }

    /// <summary>The section that a place is in.</summary>
    public Section At(int place) => _kinds[Index(place)];

    /// <summary>
    /// Where the section ends that a place is in: at the next heading, or at <paramref name="end"/> of the text.
    /// </summary>
    public int EndAt(int place, int end) => Index(place) + 1 is var next && next < _starts.Count ? _starts[next] : end;

    private void Add(int start, Section section)
    {
        _starts.Add(start);
        _kinds.Add(section);
    }

    private int Index(int place)
    {
        var found = _starts.BinarySearch(place);
        return found >= 0 ? found : ~found - 1;
    }
}
