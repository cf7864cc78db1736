using System.Globalization;
using CareerRecs.Matching.V1;

namespace CareerRecs.Cli.Rendering.Profiles;

/// <summary>Stored profiles.</summary>
public static class ProfilesText
{
    /// <summary>One profile.</summary>
    public static void One(Page page, Profile profile)
    {
        page.Line(page.Strong(profile.Name) + (profile.ExternalId.Length > 0 ? $" · {profile.ExternalId}" : ""));
        Row(page, "Skills", profile.Skills.Select(s => s.Text));
        Row(page, "Jobs", profile.Jobs.Select(j => j.Title));
        Row(page, "Certified", profile.Certifications);
        if (profile.HasYearsExperience)
        {
            page.Line(UnderstandingText.Labelled("Experience") + Words.Years(profile.YearsExperience));
        }

        if (Words.Level(profile.Seniority) is { Length: > 0 } level)
        {
            page.Line(UnderstandingText.Labelled("Seniority") + level);
        }

        Row(page, "Wants", profile.Interests);
        Row(page, "Not", profile.NotThis);
        Row(page, "Consent", new[] { profile.ConsentPurpose }.Concat(profile.Purposes).Where(p => p.Length > 0).Distinct());
        if (profile.Terms.Count > 0)
        {
            page.Line(UnderstandingText.Labelled("Document") + Words.Count(profile.Terms.Count, "catalog term") + " kept");
        }

        if (profile.ExpireTime is { } expires)
        {
            page.Line(
                UnderstandingText.Labelled("Erased on")
                    + expires.ToDateTimeOffset().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
        }
    }

    /// <summary>The answer to `profiles list`.</summary>
    public static void List(Page page, ListProfilesResponse response)
    {
        if (response.Profiles.Count == 0)
        {
            page.Line("No profiles.");
        }

        page.Table(
            response.Profiles.Select(p =>
                new[] { p.Name, p.ExternalId, Words.Count(p.Skills.Count, "skill"), Words.Count(p.Jobs.Count, "job") }
            ),
            "",
            2,
            3
        );
        if (response.NextPageToken.Length > 0)
        {
            page.Line("There are more; --max lists them.");
        }
    }

    /// <summary>The answer to `profiles upsert`.</summary>
    public static void Upserted(Page page, UpsertProfilesResponse response) =>
        page.Table(
            response.Results.Select(r =>
                new[] { r.ExternalId, r.Outcome.ToString().ToLowerInvariant(), r.Error.Length > 0 ? r.Error : r.Profile }
            )
        );

    /// <summary>The answer to `profiles settings`.</summary>
    public static void Settings(Page page, TenantSettings settings) =>
        page.Line(
            settings.ConsentRequired
                ? "Questions about stored profiles need the person's consent to the purpose of the call (--purpose)."
                : "Questions about stored profiles need no consent."
        );

    private static void Row(Page page, string label, IEnumerable<string> items)
    {
        if (string.Join(" · ", items) is { Length: > 0 } row)
        {
            page.Wrap(UnderstandingText.Labelled(label), row);
        }
    }
}
