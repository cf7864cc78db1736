using System.Globalization;
using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Dates;

/// <summary>A way to write a month of a year.</summary>
internal sealed record DateForm(string Name, Func<YearMonth, string> Write);

/// <summary>The ways to write dates and periods that people use, of every language that is read.</summary>
internal static class DateForms
{
    public static readonly string[] Separators =
    [
        "-",
        " - ",
        "–",
        " – ",
        " — ",
        "—",
        " ‒ ",
        " − ",
        " ~ ",
        " → ",
        " -> ",
        " --> ",
        " => ",
        "->",
        "\t",
        "   ",
        " | ",
        " -- ",
    ];

    public static readonly DateForm[] Numeric =
    [
        new("06/2019", d => $"{Two(d.Month)}/{d.Year}"),
        new("6/2019", d => $"{d.Month}/{d.Year}"),
        new("06 / 2019", d => $"{Two(d.Month)} / {d.Year}"),
        new("06.2019", d => $"{Two(d.Month)}.{d.Year}"),
        new("06-2019", d => $"{Two(d.Month)}-{d.Year}"),
        new("2019-06", d => $"{d.Year}-{Two(d.Month)}"),
        new("2019/06", d => $"{d.Year}/{Two(d.Month)}"),
        new("2019.06", d => $"{d.Year}.{Two(d.Month)}"),
        new("2019-06-15", d => $"{d.Year}-{Two(d.Month)}-15"),
        new("2019/06/15", d => $"{d.Year}/{Two(d.Month)}/15"),
        new("15.06.2019", d => $"15.{Two(d.Month)}.{d.Year}"),
        new("01.06.2019", d => $"01.{Two(d.Month)}.{d.Year}"),
        new("15. 06. 2019", d => $"15. {Two(d.Month)}. {d.Year}"),
        new("15/06/2019", d => $"15/{Two(d.Month)}/{d.Year}"),
        new("06/15/2019", d => $"{Two(d.Month)}/15/{d.Year}"),
        new("06/19", d => $"{Two(d.Month)}/{Short(d)}"),
        new("06/'19", d => $"{Two(d.Month)}/'{Short(d)}"),
        new("15.06.19", d => $"15.{Two(d.Month)}.{Short(d)}"),
        new("201906", d => $"{d.Year}{Two(d.Month)}"),
    ];

    /// <summary>The worded forms of a language.</summary>
    public static IEnumerable<DateForm> Worded(DateLanguage language)
    {
        foreach (
            var shape in (string[])
                [
                    "{0} {1}",
                    "{0}, {1}",
                    "{0}. {1}",
                    "{0}/{1}",
                    "{0}-{1}",
                    "{0} '{2}",
                    "{0} ’{2}",
                    "{0}-{2}",
                    "{1} {0}",
                    "15 {0} {1}",
                    "15. {0} {1}",
                    "15-{0}-{1}",
                ]
        )
        {
            foreach (var which in (int[])[0, 1])
            {
                yield return new DateForm($"{language.Name} {shape} {which}", d => Fill(shape, Month(language, d, which), d));
            }
        }

        yield return new DateForm($"{language.Name} capitals", d => Fill("{0} {1}", Month(language, d, 0).ToUpperInvariant(), d));
        yield return new DateForm(
            $"{language.Name} title case",
            d => Fill("{0} {1}", CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Month(language, d, 0)), d)
        );
        foreach (var filler in language.Fillers.Take(1))
        {
            yield return new DateForm($"{language.Name} filler", d => Fill("{0} " + filler + " {1}", Month(language, d, 0), d));
        }
        if (language.Name == "English")
        {
            yield return new DateForm("June 15, 2019", d => Fill("{0} 15, {1}", Month(language, d, 0), d));
            yield return new DateForm("June 15th, 2019", d => Fill("{0} 15th, {1}", Month(language, d, 0), d));
            yield return new DateForm("15th of June 2019", d => Fill("15th of {0} {1}", Month(language, d, 0), d));
        }

        if (language.Name is "Spanish" or "Portuguese")
        {
            yield return new DateForm("15 de junio de 2019", d => Fill("15 de {0} de {1}", Month(language, d, 0), d));
        }
    }

    private static string Month(DateLanguage language, YearMonth date, int which)
    {
        var forms = language.Months[date.Month - 1].Split(' ');
        return forms[Math.Min(which, forms.Length - 1)];
    }

    private static string Fill(string shape, string month, YearMonth date) =>
        string.Format(CultureInfo.InvariantCulture, shape, month, date.Year, Short(date));

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    private static string Short(YearMonth date) => Two(date.Year % 100);
}
