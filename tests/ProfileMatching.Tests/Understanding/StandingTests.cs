using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Tests.Engine;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.Types.V1;
using Google.Type;

namespace CareerRecs.ProfileMatching.Tests.Understanding;

public sealed class StandingTests
{
    private static readonly DateOnly November = new(2026, 11, 20);

    [Theory]
    [InlineData("Data Scientist", Seniority.Mid)]
    [InlineData("Data Analyst", Seniority.Junior)]
    [InlineData("Senior Data Scientist", Seniority.Senior)]
    [InlineData("Junior Data Scientist", Seniority.Junior)]
    public void A_title_without_a_level_says_that_of_its_role(string title, Seniority expected)
    {
        var shown = Read(new HeldJob { Title = title });

        Assert.Equal((expected, SeniorityBasis.Titles), (shown.Seniority, shown.SeniorityBasis));
    }

    [Theory]
    [InlineData("Data Scientist", 2014, Seniority.Senior, SeniorityBasis.Years)]
    [InlineData("Data Scientist", 2026, Seniority.Mid, SeniorityBasis.Titles)]
    [InlineData("Junior Data Scientist", 2014, Seniority.Junior, SeniorityBasis.Titles)]
    [InlineData("Beekeeper", 2014, Seniority.Senior, SeniorityBasis.Years)]
    public void Years_say_more_than_a_title_without_a_level_and_less_than_one_with(
        string title,
        int since,
        Seniority expected,
        SeniorityBasis basis
    )
    {
        var shown = Read(
            new HeldJob
            {
                Title = title,
                Start = new Date { Year = since, Month = 1 },
                Current = true,
            }
        );

        Assert.Equal((expected, basis), (shown.Seniority, shown.SeniorityBasis));
    }

    [Fact]
    public void The_dates_of_the_jobs_tell_the_years_up_to_this_month()
    {
        Assert.Equal(
            2.7,
            Read(
                new HeldJob
                {
                    Title = "Data Scientist",
                    Start = new Date { Year = 2024, Month = 3 },
                    Current = true,
                }
            ).YearsExperience
        );
        Assert.Equal(
            12.8,
            Read(
                new HeldJob
                {
                    Title = "Beekeeper",
                    Start = new Date { Year = 2014, Month = 1 },
                }
            ).YearsExperience
        );
    }

    [Fact]
    public void An_earlier_job_without_an_end_has_not_gone_on_until_today()
    {
        var shown = Read(
            new HeldJob
            {
                Title = "Data Scientist",
                Start = new Date { Year = 2012 },
                End = new Date { Year = 2014, Month = 12 },
            },
            new HeldJob
            {
                Title = "Data Analyst",
                Start = new Date { Year = 2010 },
            }
        );

        Assert.Equal(5, shown.YearsExperience);
    }

    [Fact]
    public void Stated_years_win_over_dates() =>
        Assert.Equal(
            3,
            Understander
                .Read(
                    new Profile
                    {
                        YearsExperience = 3,
                        Jobs =
                        {
                            new HeldJob
                            {
                                Title = "Data Scientist",
                                Start = new Date { Year = 2014 },
                                Current = true,
                            },
                        },
                    },
                    MadeUpCatalog.Index,
                    November
                )
                .Evidence.Years
        );

    [Theory]
    [InlineData(Proficiency.Unspecified, 0.5, 2)]
    [InlineData(Proficiency.Unspecified, 1, 4)]
    [InlineData(Proficiency.Unspecified, 3, 5.5)]
    [InlineData(Proficiency.Unspecified, 7.5, 7)]
    [InlineData(Proficiency.Basic, 9, 2)]
    public void Years_of_use_tell_the_proficiency_that_is_not_stated(Proficiency stated, double years, double expected)
    {
        var profile = new Profile
        {
            Skills =
            {
                new ProfileSkill
                {
                    Text = "SQL",
                    Proficiency = stated,
                    Years = years,
                },
            },
        };

        Assert.Equal(
            expected,
            Assert.Single(Understander.Read(profile, MadeUpCatalog.Index, November).Evidence.Skills).Proficiency
        );
    }

    [Fact]
    public void Only_the_best_reading_of_a_title_is_held()
    {
        var evidence = Understander
            .Read(new Profile { Jobs = { new HeldJob { Title = "Machine Learning Engineer" } } }, MadeUpCatalog.Index, November)
            .Evidence;

        Assert.Equal([MadeUpCatalog.Role("ml-engineer")], evidence.RolesHeld);
        Assert.Contains(evidence.Roles, r => r.Role == MadeUpCatalog.Role("senior-ml-engineer"));
    }

    private static Matching.V1.Understanding Read(params HeldJob[] jobs) =>
        Understander.Read(new Profile { Jobs = { jobs } }, MadeUpCatalog.Index, November).Shown;
}
