using System.Collections.Frozen;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates;

/// <summary>
/// Reads how many years of experience a person claims: "8+ years of experience", "experience: 5 yrs", "over a decade in
/// logistics".
/// </summary>
internal static class ExperienceClaims
{
    private const int MostMentions = 500;
    private const int ReachBack = 160;
    private const int ReachBehind = 120;
    private const int MostWordsBetween = 8;
    private const double MostYears = 50;

    /// <summary>A shorter line is no wrapped sentence: what follows it is another sentence.</summary>
    private const int ShortestWrapped = 40;

    private static readonly FrozenSet<string> EndsReach = Set("with who that which than under without whose where to");
    private static readonly FrozenSet<string> LeadsToYears = Set(
        ": - ( of over spanning is for about approximately approx around more than nearly almost total de von van spans",
        "span totals totaling totalling covers covering exceeds exceeding at least plus minimum"
    );

    private static readonly FrozenSet<string> Field = Set(
        "in as working within across building developing teaching leading managing designing"
    );
    private static readonly FrozenSet<string> Possession = Set("with have has bring brings bringing offering spent having i");
    private static readonly FrozenSet<string> Worked = Set("worked working been employed served practiced practised");
    private static readonly FrozenSet<string> Age = Set("old ago age warranty");

    /// <summary>The most years that the person claims; null if none are claimed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="titles">Titles of the catalog: a title says its years of the person.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static double? Read(string text, IReadOnlyList<Token> tokens, TitlePhrases titles, CancellationToken cancellationToken)
    {
        double? most = null;
        FrozenSet<int>? titleEnds = null;
        foreach (var token in tokens.Where(token => DurationReader.IsUnit(token.Text)).Take(MostMentions))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var pieces = Sentence(text, token.Start);
            titleEnds ??= titles.Find(tokens).Select(title => tokens[title.FirstToken + title.TokenCount - 1].End).ToFrozenSet();
            var claimed = Claim(
                new YearsOfOthers(text, pieces, titleEnds),
                pieces,
                pieces.FindIndex(piece => piece.End > token.Start)
            );
            if (claimed is > 0 and <= MostYears && claimed > (most ?? 0))
            {
                most = claimed;
            }
        }

        return most;
    }

    private static double? Claim(YearsOfOthers others, List<DateLexeme> pieces, int unit)
    {
        if (unit < 0)
        {
            return null;
        }

        if (Labelled(pieces, unit) is { } labelled)
        {
            return labelled;
        }

        if (DurationReader.ReadAround(pieces, unit) is not { } duration || IsAge(pieces, duration.Next))
        {
            return null;
        }

        var isClaim =
            others.IsOfTitle(duration)
            || ExperienceBehind(pieces, duration.Next)
            || ExperienceBefore(pieces, duration.First)
            || IsOfField(pieces, duration);
        return isClaim && !others.Have(duration) ? duration.Years : null;
    }

    /// <summary>"Years of experience: 8".</summary>
    private static double? Labelled(List<DateLexeme> pieces, int unit)
    {
        var next = unit + DateWords.Find(DateWord.YearUnit, pieces, unit).Length;
        next += DateWords.Find(DateWord.Filler, pieces, next).Length;
        if (DateWords.Find(DateWord.Experience, pieces, next) is not { Success: true } experience || unit == next)
        {
            return null;
        }

        next += experience.Length;
        if (next < pieces.Count && pieces[next].Key is ":" or "-")
        {
            next++;
        }

        // "Years of experience 8" and no more: "years of experience 2 teams relied on" is a sentence.
        return DurationReader.Quantity(pieces, next) is { } quantity && quantity.Next == pieces.Count ? quantity.Value : null;
    }

    private static bool ExperienceBehind(List<DateLexeme> pieces, int next)
    {
        for (var (i, words) = (next, 0); i < pieces.Count && words <= MostWordsBetween; i++)
        {
            if (DateWords.Find(DateWord.Experience, pieces, i).Success)
            {
                return true;
            }

            if (
                pieces[i].Kind == LexemeKind.Word
                    ? EndsReach.Contains(pieces[i].Key)
                    : pieces[i].Key is not ("-" or "/" or "&" or "," or "'" or "+" or ")")
            )
            {
                return false;
            }

            words += pieces[i].Kind == LexemeKind.Word ? 1 : 0;
        }

        return false;
    }

    private static bool ExperienceBefore(List<DateLexeme> pieces, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - MostWordsBetween); i--)
        {
            if (DateWords.Find(DateWord.Experience, pieces, i).Success)
            {
                return true;
            }

            if (!LeadsToYears.Contains(pieces[i].Key))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"With over a decade in logistics", "10 years as a nurse", "worked as a nurse for 8 years".</summary>
    private static bool IsOfField(List<DateLexeme> pieces, Duration duration)
    {
        var before = YearsOfOthers.BeforeApproximation(pieces, duration.First);
        var isFollowed = duration.Next < pieces.Count && Field.Contains(pieces[duration.Next].Key);
        if (isFollowed && (before < 0 || Possession.Contains(pieces[before].Key)))
        {
            return true;
        }

        if (before < 0 || pieces[before].Key != "for")
        {
            return false;
        }

        // "worked for 8 years", "for the past 8 years I have worked"
        return pieces
            .Take(before)
            .TakeLast(MostWordsBetween)
            .Concat(pieces.Skip(duration.Next).Take(MostWordsBetween))
            .Any(piece => Worked.Contains(piece.Key));
    }

    private static bool IsAge(List<DateLexeme> pieces, int next)
    {
        var i = next < pieces.Count && (pieces[next].IsMark('-') || pieces[next].Key == "of") ? next + 1 : next;
        return i < pieces.Count && Age.Contains(pieces[i].Key);
    }

    /// <summary>The sentence around a place. A line ends it unless the next one goes on in lower case or with a number.</summary>
    private static List<DateLexeme> Sentence(string text, int place)
    {
        var (start, end) = (place, place);
        while (start > 0 && place - start < ReachBack && !Ends(text, start - 1))
        {
            start--;
        }

        while (end < text.Length && end - place < ReachBehind && !Ends(text, end))
        {
            end++;
        }

        return DateLexer.Split(text, start, end);
    }

    private static bool Ends(string text, int i)
    {
        if (text[i] is ';' or '!' or '?' or '•' or '●' or '▪' or '|')
        {
            return true;
        }

        if (text[i] is not ('.' or '\n'))
        {
            return false;
        }

        var next = i + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r')
        {
            next++;
        }

        if (next >= text.Length)
        {
            return true;
        }

        return text[i] == '\n'
            ? !IsWrapped(text, i, next)
            : next > i + 1 && !char.IsLower(text[next]) && !char.IsAsciiDigit(text[next]) && text[next] != '(';
    }

    private static bool IsWrapped(string text, int lineEnd, int next)
    {
        if (!char.IsLower(text[next]) && !char.IsAsciiDigit(text[next]))
        {
            return false;
        }

        var reach = Math.Min(lineEnd, ShortestWrapped);
        return reach == ShortestWrapped && text.IndexOf('\n', lineEnd - reach, reach) < 0;
    }

    /// <summary>Words separated by blanks.</summary>
    private static FrozenSet<string> Set(params string[] words) =>
        words.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
