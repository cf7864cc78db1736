using CareerRecs.Salary.Figures;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Survey;
using CareerRecs.Salary.Training;
using FsCheck.Xunit;

namespace CareerRecs.Salary.Tests.Training;

public sealed class FewRuleTests
{
    [Fact]
    public void An_employer_is_told_apart_by_ten_rows_of_one_year()
    {
        var rows = FewRule.Apply([
            .. Rows(
                10,
                new()
                {
                    Title = "analyst",
                    Employer = "acme",
                    Year = 2024,
                }
            ),
            .. Rows(
                9,
                new()
                {
                    Title = "analyst",
                    Employer = "tiny",
                    Year = 2024,
                }
            ),
            // Two people with five rises.
            .. Enumerable
                .Range(2020, 5)
                .SelectMany(year =>
                    Rows(
                        2,
                        new()
                        {
                            Title = "analyst",
                            Employer = "two",
                            Year = year,
                        }
                    )
                ),
        ]);
        Assert.Equal(["", "acme"], rows.Select(r => r.Facts.Employer).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(10, rows.Count(r => r.Facts.Employer == "acme"));
        Assert.Same(PaySpecs.SurveyWithEmployers, FewRule.SpecOf(rows));
        Assert.Same(PaySpecs.Survey, FewRule.SpecOf([.. rows.Where(r => r.Facts.Employer.Length == 0)]));
    }

    [Fact]
    public void A_title_with_few_rows_becomes_its_longest_ending_that_has_enough()
    {
        var rows = FewRule.Apply([
            .. Rows(12, new() { Title = "data engineer" }),
            .. Rows(9, new() { Title = "acme cloud data engineer" }, 200_000),
            .. Rows(10, new() { Title = "site reliability engineer" }),
            // Neither has enough, both together have.
            .. Rows(5, new() { Title = "lead game designer" }),
            .. Rows(5, new() { Title = "late game designer" }, 200_000),
            .. Rows(3, new() { Title = "court jester" }),
        ]);
        Assert.Equal(
            [("", 3), ("data engineer", 21), ("game designer", 10), ("site reliability engineer", 10)],
            rows.CountBy(r => r.Facts.Title).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => (t.Key, t.Value))
        );
    }

    [Fact]
    public void Rows_that_are_one_then_are_counted_once()
    {
        // Ten rows of a title, of ten employers that are none: one row, and the title with it is none.
        var rows = FewRule.Apply(
            Enumerable.Range(0, 10).Select(i => new PayRow(new PayFacts { Title = "data engineer", Employer = $"e{i}" }, 100_000))
        );
        Assert.Equal(new PayRow(new PayFacts(), 100_000), Assert.Single(rows));
    }

    [Property(MaxTest = 100)]
    public void Nothing_that_is_left_has_few_rows(int seed)
    {
        string[] words = ["data", "cloud", "senior", "engineer", "analyst"];
        var random = new Random(seed);
        var rows = FewRule.Apply(
            Enumerable
                .Range(0, 150)
                .Select(_ => new PayRow(
                    new PayFacts
                    {
                        Title = string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ => words[random.Next(5)])),
                        Country = $"{random.Next(20)}",
                        Residence = $"{random.Next(20)}",
                        Employer = $"{random.Next(20)}",
                        Year = random.Next(2) == 0 ? null : 2020 + random.Next(2),
                    },
                    random.Next(50_000, 50_010)
                ))
        );
        foreach (var value in new Func<PayFacts, string>[] { f => f.Title, f => f.Country, f => f.Residence, f => f.Employer })
        {
            Assert.All(
                rows.CountBy(r => value(r.Facts)).Where(c => c.Key.Length > 0),
                count => Assert.True(count.Value >= ToldApart.Fewest)
            );
        }
        Assert.Equal(rows, FewRule.Apply(rows.Reverse()));
    }

    private static IEnumerable<PayRow> Rows(int count, PayFacts facts, int from = 100_000) =>
        Enumerable.Range(0, count).Select(i => new PayRow(facts, from + i));
}
