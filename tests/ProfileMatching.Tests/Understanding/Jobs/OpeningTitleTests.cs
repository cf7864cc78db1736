namespace CareerRecs.ProfileMatching.Tests.Understanding.Jobs;

/// <summary>Two lines in which people introduce themselves.</summary>
public sealed class OpeningTitleTests
{
    [Theory]
    [InlineData("Data analyst, 9 years on retail sites: SQL, dashboards and reports.", 9)]
    [InlineData("Data analyst in a city library, 12 years: buying data, SQL.", 12)]
    [InlineData("Data analyst, 5 years with SQL and Python every day.", 5)]
    [InlineData("Data analyst, 10 years: cleaning tables, SQL", 10)]
    [InlineData("I am a data analyst. I write SQL all day.", null)]
    [InlineData("I'm a data analyst with 4 years of experience. SQL, Excel.", 4)]
    [InlineData("I have been a data analyst for 6 years, mostly SQL.", 6)]
    [InlineData("Freelance data analyst for shops and hotels. SQL, Excel", null)]
    [InlineData("Senior data analyst, 8 years. SQL", 8)]
    [InlineData("Data scientist since school, Python and statistics", null)]
    [InlineData("Data scientist with 3 years in banking. Python, SQL.", 3)]
    [InlineData("Qualified data scientist, Python, PyTorch", null)]
    [InlineData("Experienced data scientist (7 years), Python", 7)]
    [InlineData("Data scientist - Python, SQL, statistics - looking for something new", null)]
    [InlineData("Currently working as a data scientist at a bank. Python.", null)]
    [InlineData("Hi, I'm a data scientist and write Python", null)]
    [InlineData("Product designer, 2 years, Figma", 2)]
    [InlineData("Product designer of kitchens; Figma, interviews", null)]
    [InlineData("As a product designer I draw in Figma.", null)]
    [InlineData("Product designer", null)]
    public void The_title_that_a_short_text_opens_with_is_held(string text, int? years)
    {
        var profile = JobDatesTests.Read(text).Profile;

        Assert.Matches("(?i)data analyst|data scientist|product designer", Assert.Single(profile.Jobs).Title);
        Assert.Equal(years, profile.HasYearsExperience ? (int)profile.YearsExperience : null);
    }

    [Theory]
    [InlineData("I'm a school analyst, 12 years. I fix tables.", "school analyst")]
    [InlineData("Senior retail scientist, 8 years. SQL", "Senior retail scientist")]
    [InlineData("Hospital engineer for 6 years: beds and lifts.", "Hospital engineer")]
    public void A_title_that_the_catalog_does_not_list_is_held_as_written(string text, string title) =>
        Assert.Equal(title, Assert.Single(JobDatesTests.Read(text).Profile.Jobs).Title);

    [Theory]
    [InlineData("Malhar Analyst, Leeds. SQL and Excel.")]
    [InlineData("My sister is a data scientist, I write SQL.")]
    [InlineData("Our data analyst team reports in SQL.")]
    [InlineData("Data analyst teams need SQL.")]
    [InlineData("I report to the data scientist and write SQL.")]
    [InlineData("My sister is a data scientist. I cook.")]
    [InlineData("SQL, Python, data analyst tools")]
    public void A_title_that_opens_nothing_is_not(string text) => Assert.Empty(JobDatesTests.Read(text).Profile.Jobs);

    [Theory]
    [InlineData("Data analyst since 2015: SQL, Python and Excel")]
    [InlineData("Data analyst since 2019, writing models in Python and SQL")]
    [InlineData("Data analyst, 2016 - 2021, reporting with SQL and Python")]
    public void Skills_on_the_line_of_the_title_are_read(string text)
    {
        var read = JobDatesTests.Read(text).Profile;

        Assert.Single(read.Jobs);
        Assert.Contains(read.Skills, s => s.Text == "SQL");
        Assert.Contains(read.Skills, s => s.Text == "Python");
    }
}
