using CareerRecs.ProfileMatching.Understanding.Extraction.Dates.Grammar;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Dates;

/// <summary>Every form of date with every separator and every end, in every language that is read.</summary>
public sealed class PeriodTableTests
{
    private static readonly (YearMonth From, YearMonth To)[] Periods =
    [
        (new(2019, 6), new(2021, 5)),
        (new(1998, 12), new(2003, 1)),
        (new(2009, 3), new(2010, 9)),
        (new(2020, 2), new(2020, 11)),
    ];

    [Fact]
    public void Closed_periods_are_read_in_every_form()
    {
        var table = (
            from language in DateLanguages.Shipped.Languages
            from form in DateForms.Worded(language)
            from separator in (string[])[.. DateForms.Separators, .. language.To.Select(to => $" {to} ")]
            from period in Periods
            select (form, separator, period)
        )
            .Concat(
                from form in DateForms.Numeric
                from separator in (string[])[.. DateForms.Separators, " to ", " bis ", " hasta ", " tot ", " até ", " à "]
                from period in Periods
                select (form, separator, period)
            )
            .ToList();

        Assert.InRange(table.Count, 2_000, int.MaxValue);
        AssertNone(
            table.Select(row =>
                Failure(
                    row.form.Write(row.period.From) + row.separator + row.form.Write(row.period.To),
                    new Expected(row.period.From, row.period.To, IsOngoing: false)
                )
            )
        );
    }

    [Fact]
    public void Open_ends_are_read_in_every_language()
    {
        var table = (
            from language in DateLanguages.Shipped.Languages
            from present in language.Present
            from separator in (string[])[" - ", " – ", "–", ", ", " (", " → ", "\t", " "]
            from form in DateForms.Worded(language).Take(4).Concat(DateForms.Numeric.Take(9))
            select (form, separator, present)
        ).ToList();

        Assert.InRange(table.Count, 2_000, int.MaxValue);
        AssertNone(
            table.Select(row =>
                Failure(
                    row.form.Write(new(2019, 6)) + row.separator + row.present,
                    new Expected(new(2019, 6), null, IsOngoing: true)
                )
            )
        );
    }

    [Fact]
    public void A_word_for_since_opens_a_period() =>
        AssertNone(
            from language in DateLanguages.Shipped.Languages
            from since in language.Since
            from form in DateForms.Worded(language).Take(6)
            select Failure($"{since} {form.Write(new(2019, 6))}", new Expected(new(2019, 6), null, IsOngoing: true))
        );

    [Fact]
    public void Years_alone_are_read_with_every_separator() =>
        AssertNone(
            from separator in (string[])
                [
                    .. DateForms.Separators,
                    "/",
                    .. DateLanguages.Shipped.Languages.SelectMany(language => language.To).Select(to => $" {to} "),
                ]
            from years in ((int, int)[])[(2016, 2019), (1999, 2001), (2018, 2018)]
            select Failure(
                $"{years.Item1}{separator}{years.Item2}",
                new Expected(new(years.Item1, 0), new(years.Item2, 0), IsOngoing: false)
            )
        );

    [Property(MaxTest = 500)]
    public Property Any_period_written_in_any_form_is_read_back()
    {
        var forms = DateForms.Numeric.Concat(DateLanguages.Shipped.Languages.SelectMany(DateForms.Worded)).ToArray();
        var month = from year in Gen.Choose(1955, 2045) from number in Gen.Choose(1, 12) select new YearMonth(year, number);
        var cases =
            from form in Gen.Elements(forms)
            from separator in Gen.Elements(DateForms.Separators)
            from one in month
            from other in month
            from before in Gen.Elements("", "Data Analyst, ", "Malhar Retail (", "| ")
            select (form, separator, one, other, before);
        return Prop.ForAll(
            cases.ToArbitrary(),
            row =>
            {
                var isInOrder = (row.one.Year, row.one.Month).CompareTo((row.other.Year, row.other.Month)) <= 0;
                var (from, to) = isInOrder ? (row.one, row.other) : (row.other, row.one);
                var text = row.before + row.form.Write(from) + row.separator + row.form.Write(to);
                return (Failure(text, new Expected(from, to, IsOngoing: false)) is null).Label(text);
            }
        );
    }

    private static string? Failure(string text, Expected expected)
    {
        var found = PeriodReader.Find(text, 0, text.Length, DateConventions.FromText(text, isEnglish: true));
        var read = found is [var period] ? new Expected(period.From, period.To, period.IsOngoing) : null;
        return read == expected && found[0].Defect == PeriodDefect.None ? null : $"\"{text}\": {string.Join(" + ", found)}";
    }

    private static void AssertNone(IEnumerable<string?> failures)
    {
        var all = failures.OfType<string>().ToList();
        Assert.True(all.Count == 0, $"{all.Count} forms are not read, for example\n{string.Join('\n', all.Take(40))}");
    }

    private sealed record Expected(YearMonth? From, YearMonth? To, bool IsOngoing);
}
