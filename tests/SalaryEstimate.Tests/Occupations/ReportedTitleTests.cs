using CareerRecs.Salary.Occupations;
using CareerRecs.Types.V1;

namespace CareerRecs.Salary.Tests.Occupations;

public sealed class ReportedTitleTests
{
    [Theory]
    [InlineData("Sr. ML Eng", "machine learning engineer", Seniority.Senior)]
    [InlineData("Machine Learning Engineer, senior", "machine learning engineer", Seniority.Senior)]
    [InlineData("Lead Data Engineers", "data engineer", Seniority.Lead)]
    [InlineData("Data Scientist", "data scientist", Seniority.Unspecified)]
    [InlineData("Head of Data", "head of data", Seniority.Executive)]
    [InlineData("Data Science Lead", "data science lead", Seniority.Lead)]
    [InlineData("Senior", "senior", Seniority.Senior)]
    [InlineData("--", "", Seniority.Unspecified)]
    public void Titles_of_one_meaning_are_one_title(string title, string key, Seniority seniority) =>
        Assert.Equal(new ReportedTitle(key, seniority), ReportedTitle.Read(title));
}
