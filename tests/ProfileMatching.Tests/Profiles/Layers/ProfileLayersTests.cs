using CareerRecs.Matching.Storage.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Profiles;
using CareerRecs.ProfileMatching.Profiles.Layers;
using CareerRecs.Types.V1;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareerRecs.ProfileMatching.Tests.Profiles.Layers;

public sealed class ProfileLayersTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_value_is_the_first_sources_and_a_list_has_the_items_of_all()
    {
        var layers = Empty();
        layers.Replace(FactSource.Document, With(3, "Python", "SQL"));
        layers.Replace(FactSource.Hr, With(5, "Go", "python"));
        var stated = new Profile { Seniority = Seniority.Senior };
        layers.StateByPerson(stated, ProfileFields.InMask(null, stated));

        var merged = LayerMerge.FromLayers(layers.All);

        Assert.Equal(5, merged.Profile.YearsExperience);
        Assert.Equal(Seniority.Senior, merged.Profile.Seniority);
        Assert.Equal(["Go", "python", "SQL"], Skills(merged.Profile));
        Assert.Equal(
            ["Person: seniority", "Hr: years_experience skills[0] skills[1]", "Document: skills[2]"],
            merged.Origins.Select(o => $"{o.Source}: {string.Join(' ', o.Facts)}")
        );
    }

    [Fact]
    public void Jobs_of_several_sources_stand_newest_first()
    {
        var layers = Empty();
        layers.Replace(FactSource.Document, new Profile { Jobs = { Job("Clerk", 2012), Job("Baker", 2019) } });
        layers.Replace(FactSource.Hr, new Profile { Jobs = { Job("Analyst", 2021), Job("clerk", 2012) } });

        Assert.Equal(["Analyst", "Baker", "clerk"], LayerMerge.FromLayers(layers.All).Profile.Jobs.Select(j => j.Title));
    }

    [Fact]
    public void What_the_person_takes_out_stays_out_whatever_comes_later()
    {
        var layers = Empty();
        layers.Replace(FactSource.Hr, With(5, "Python", "Java"));
        layers.StateByPerson(With(null, "Python"), ProfileFields.Settable);
        layers.Replace(FactSource.Hr, With(6, "Python", "JAVA", "Go"));

        var merged = LayerMerge.FromLayers(layers.All).Profile;

        Assert.False(merged.HasYearsExperience);
        Assert.Equal(["Python", "Go"], Skills(merged));

        layers.StateByPerson(With(null, "Java"), [ProfileFields.Settable.Single(f => f.Name == "skills")]);
        Assert.Equal(["Java"], Skills(LayerMerge.FromLayers(layers.All).Profile));
    }

    [Fact]
    public void What_the_person_repeats_of_another_source_stays_that_sources()
    {
        var layers = Empty();
        layers.Replace(FactSource.Hr, With(5, "Python"));
        layers.StateByPerson(With(5, "Python", "Rust"), ProfileFields.Settable);
        layers.Replace(FactSource.Hr, With(6));

        var merged = LayerMerge.FromLayers(layers.All).Profile;

        Assert.Equal(6, merged.YearsExperience);
        Assert.Equal(["Rust"], Skills(merged));
    }

    [Fact]
    public void A_record_from_before_there_were_layers_is_one_layer()
    {
        var stored = With(4, "Python");
        stored.ExternalId = "hr-1";

        var layer = Assert.Single(ProfileLayers.FromRecord(new ProfileRecord { Profile = stored }, Now).All);

        Assert.Equal(FactSource.Hr, layer.Source);
        Assert.Equal(["Python"], Skills(layer.Facts));
    }

    [Property]
    public bool A_profile_reads_as_the_person_just_stated_it(byte hr, byte document, byte person, bool years)
    {
        var layers = Empty();
        layers.Replace(FactSource.Hr, Of(hr, true));
        layers.Replace(FactSource.Document, Of(document, years));
        var stated = Of(person, !years);
        layers.StateByPerson(stated, ProfileFields.Settable);

        var merged = LayerMerge.FromLayers(layers.All).Profile;
        return Skills(merged).Order().SequenceEqual(Skills(stated).Order())
            && merged.HasYearsExperience == stated.HasYearsExperience;
    }

    [Property]
    public bool A_source_never_changes_what_another_one_states(byte hr, byte document, byte person, byte later)
    {
        var layers = Empty();
        layers.Replace(FactSource.Document, Of(document, true));
        layers.StateByPerson(Of(person, true), [ProfileFields.Settable.Single(f => f.Name == "skills")]);
        layers.Replace(FactSource.Hr, Of(hr, true));
        var others = layers.All.Where(l => l.Source != FactSource.Hr).Select(l => l.Clone()).ToList();

        layers.Replace(FactSource.Hr, Of(later, false));

        return others.SequenceEqual(layers.All.Where(l => l.Source != FactSource.Hr));
    }

    private static ProfileLayers Empty() => ProfileLayers.FromRecord(new ProfileRecord(), Now);

    private static IEnumerable<string> Skills(Profile profile) => profile.Skills.Select(s => s.Text);

    /// <summary>The skills whose bits are set.</summary>
    private static Profile Of(byte bits, bool years) =>
        With(years ? bits % 7 : null, [.. Enumerable.Range(0, 8).Where(i => (bits & (1 << i)) != 0).Select(i => $"skill {i}")]);

    private static Profile With(double? years, params string[] skills)
    {
        var profile = new Profile { Skills = { skills.Select(s => new ProfileSkill { Text = s }) } };
        if (years is { } stated)
        {
            profile.YearsExperience = stated;
        }

        return profile;
    }

    private static HeldJob Job(string title, int year) =>
        new()
        {
            Title = title,
            Start = new Google.Type.Date { Year = year, Month = 1 },
        };
}
