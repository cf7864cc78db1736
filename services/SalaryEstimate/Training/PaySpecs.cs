using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.PayModels;
using CareerRecs.Salary.Places;
using static CareerRecs.Salary.PayModels.PayFacet;

namespace CareerRecs.Salary.Training;

/// <summary>
/// The groups of effects for each kind of survey. How strongly a group is shrunk is learned from the rows, so one that explains
/// nothing fades out by itself; what is chosen here is only what may matter.
/// </summary>
public static class PaySpecs
{
    /// <summary>
    /// Title, experience band, countries, remote share, size and year: the ai-jobs layout. Bands: entry, mid, senior, executive.
    /// Combinations of three sides of a job, of a title with a year, of countries with remote work, and any in the spread are
    /// left out: they tell employers apart, and made the year after worse where each of 2022 to 2024 was answered from the years
    /// before it.
    /// </summary>
    public static PaySpec Survey { get; } =
        new(
            Bands: 4,
            Level:
            [
                new(Band),
                new(Country),
                new(Title),
                new(Family),
                new(Year),
                new(Remote),
                new(Size),
                new(Abroad),
                new(Title, Band),
                new(Family, Band),
                new(Country, Band),
                new(Zone, Band),
                new(Title, Country),
                new(Family, Zone),
                new(Size, Zone),
                new(Year, Zone),
            ],
            Spread: [new(Band), new(Country), new(Title), new(Family), new(Year), new(Remote), new(Size)]
        );

    /// <summary>The same where observations name employers.</summary>
    public static PaySpec SurveyWithEmployers { get; } =
        Survey with
        {
            Level = [.. Survey.Level, new(Employer)],
            Spread = [.. Survey.Spread, new(Employer)],
        };

    /// <summary>
    /// Title, years of experience, employer, place and year: records of single employers. Bands are the caller's.
    /// </summary>
    public static PaySpec Employers(int bands) =>
        new(
            bands,
            Level:
            [
                new(Band),
                new(Title),
                new(Employer),
                new(PayFacet.Place),
                new(Year),
                new(Title, Band),
                new(Title, Employer),
                new(Employer, Band),
                new(Employer, PayFacet.Place),
                new(PayFacet.Place, Band),
                new(Title, PayFacet.Place),
                new(Title, Employer, Band),
            ],
            Spread: [new(Band), new(Title), new(Employer), new(PayFacet.Place), new(Title, Employer), new(Employer, Band)]
        );
}
