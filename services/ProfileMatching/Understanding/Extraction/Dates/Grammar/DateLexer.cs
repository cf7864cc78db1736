using System.Buffers;
using System.Globalization;
using System.Text;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

/// <summary>Splits a line into words, numbers and marks. A word ends where digits begin: "Q3", "Jan2019".</summary>
internal static class DateLexer
{
    private const int LongestNumber = 8;

    /// <summary>Characters of a piece and the blank before it, in most lines.</summary>
    private const int LettersOfPiece = 4;

    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’‘´`ʼ′");
    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—‒―−‐‑﹣－");
    private static readonly SearchValues<char> Arrows = SearchValues.Create(">→⇒➔➜➝➞⟶►▶»");
    private static readonly SearchValues<char> Tildes = SearchValues.Create("~〜∼～");

    /// <summary>The pieces of the text between two positions.</summary>
    public static List<DateLexeme> Split(string text, int start, int end)
    {
        var pieces = new List<DateLexeme>(((end - start) / LettersOfPiece) + 1);
        for (var i = start; i < end; )
        {
            var gap = Gap.None;
            var blanks = i;
            for (; i < end && IsBlank(text[i]); i++)
            {
                gap = text[i] == '\t' ? Gap.Tab : gap;
            }

            if (i == end)
            {
                break;
            }

            if (gap != Gap.Tab && i > blanks)
            {
                gap = i - blanks > 1 ? Gap.Wide : Gap.Blank;
            }

            var from = i;
            i = EndOfPiece(text, i, end);
            pieces.Add(Piece(text, from, i, gap));
        }

        return pieces;
    }

    /// <summary>A phrase as the lexer splits it: "to-date" is "to", "-", "date".</summary>
    public static string[] Keys(string phrase) => [.. Split(phrase, 0, phrase.Length).Select(piece => piece.Key)];

    private static int EndOfPiece(string text, int i, int end)
    {
        var first = text[i++];
        if (char.IsAsciiDigit(first))
        {
            while (i < end && char.IsAsciiDigit(text[i]))
            {
                i++;
            }
        }
        else if (char.IsLetter(first))
        {
            while (i < end && (char.IsLetter(text[i]) || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark))
            {
                i++;
            }
        }

        return i;
    }

    private static DateLexeme Piece(string text, int start, int end, Gap before)
    {
        var first = text[start];
        if (char.IsAsciiDigit(first))
        {
            var digits = text.AsSpan(start, end - start);
            var value = digits.Length <= LongestNumber ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : -1;
            return new DateLexeme(LexemeKind.Number, "", value, start, end, before);
        }

        return char.IsLetter(first)
            ? new DateLexeme(LexemeKind.Word, Fold(text[start..end]), -1, start, end, before)
            : new DateLexeme(LexemeKind.Mark, Plain(first), -1, start, end, before);
    }

    private static bool IsBlank(char c) =>
        c is ' ' or '\t' or '\r' or '\n' or '\u00A0' or '\u2007' or '\u2009' or '\u202F' or '\u200B' or '\uFEFF';

    private static string Plain(char mark) =>
        mark switch
        {
            _ when Dashes.Contains(mark) => "-",
            _ when Apostrophes.Contains(mark) => "'",
            _ when Arrows.Contains(mark) => ">",
            _ when Tildes.Contains(mark) => "~",
            _ => char.IsSurrogate(mark) ? "\uFFFD" : mark.ToString(),
        };

    /// <summary>The word in lower case without accents, in which "FÉVRIER" and "fevrier" are the same.</summary>
    private static string Fold(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Ascii.IsValid(lower))
        {
            return lower;
        }

        var folded = new StringBuilder(lower.Length);
        foreach (var c in lower.Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c);
            }
        }

        return folded.ToString();
    }
}
