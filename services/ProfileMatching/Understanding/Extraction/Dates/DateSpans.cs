using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates;

/// <summary>Where a short text states dates and lengths of time.</summary>
internal sealed class DateSpans
{
    private readonly List<(int Start, int End)> _spans = [];

    private DateSpans() { }

    /// <summary>The dates and lengths of time of a text, line by line.</summary>
    public static DateSpans Find(string text)
    {
        var found = new DateSpans();
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
            {
                end = text.Length;
            }

            found._spans.AddRange(
                PeriodReader.Find(text, start, end, DateConventions.None).Select(period => (period.Start, period.End))
            );
            var pieces = DateLexer.Split(text, start, end);
            for (var i = 0; i < pieces.Count; i++)
            {
                if (DurationReader.Read(pieces, i) is not { } duration)
                {
                    continue;
                }

                found._spans.Add((pieces[i].Start, pieces[duration.Next - 1].End));
                i = duration.Next - 1;
            }

            start = end + 1;
        }

        return found;
    }

    /// <summary>Whether dates fill at least half of a part of the text.</summary>
    public bool Fill(int start, int length) =>
        _spans.Sum(span => Math.Max(0, Math.Min(span.End, start + length) - Math.Max(span.Start, start))) * 2 >= length;
}
