using System.Collections.Frozen;
using System.Globalization;

namespace CareerRecs.ProfileMatching.Understanding.Extraction.Dates;

/// <summary>
/// Years with letters in place of digits, as text recognition or a form that was not filled in has them: "2O19", "20XX".
/// </summary>
internal static class GarbledYears
{
    private const int First = 1960;
    private const int Last = 2059;

    private static readonly FrozenSet<string> All = Enumerable
        .Range(First, Last - First + 1)
        .SelectMany(Forms)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word in lower case is one.</summary>
    public static bool Contain(string word) => All.Contains(word);

    private static IEnumerable<string> Forms(int year)
    {
        var digits = year.ToString(CultureInfo.InvariantCulture);
        for (var mask = 1; mask < 1 << digits.Length; mask++)
        {
            foreach (var one in "il")
            {
                var garbled = string.Concat(digits.Select((digit, i) => (mask & (1 << i)) == 0 ? digit : Letter(digit, one)));
                if (garbled != digits)
                {
                    yield return garbled;
                }
            }
        }

        yield return $"{digits[..2]}xx";
        yield return $"{digits[..3]}x";
    }

    private static char Letter(char digit, char one) =>
        digit switch
        {
            '0' => 'o',
            '1' => one,
            _ => digit,
        };
}
