using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary.Tests;

/// <summary>Titles that several roles go by, with the number of sources that give them.</summary>
public sealed class AttestedTitleTests
{
    private static readonly TitleLexicon Lexicon = new([
        Role("courier", "Courier", ("Driver", 1)),
        Role("taxi-driver", "Taxi Chauffeur", ("Driver", 2)),
        Role("truck-driver", "Heavy Haulage Operator", ("Driver", 6)),
        Role("social-worker", "Social Worker"),
        Role("youth-worker", "Youth Helper", ("Social Worker", 4)),
    ]);

    [Fact]
    public void A_title_means_the_role_that_most_sources_give_it_to()
    {
        var matches = Lexicon.Read("driver", 3).Matches;

        Assert.Equal(["truck-driver", "taxi-driver", "courier"], matches.Select(m => m.Role["catalogs/test/roles/".Length..]));
        Assert.Equal(1, matches[0].Confidence);
        Assert.All(matches.Skip(1), m => Assert.InRange(m.Confidence, 0.8, 0.89));
    }

    [Fact]
    public void Of_equally_attested_roles_the_one_with_the_nearer_name_comes_first()
    {
        // By all their titles the statistician is nearer.
        var lexicon = new TitleLexicon([
            Role(
                "statistician",
                "Statistician",
                ("Data Analyst", 3),
                ("Data Analyst Expert", 1),
                ("Data Analyst Consultant", 1),
                ("Chief Data Analyst", 1),
                ("Analyst of Data", 1)
            ),
            Role("reporting-analyst", "Reporting Data Analyst", ("Data Analyst", 3)),
        ]);

        Assert.Equal("catalogs/test/roles/reporting-analyst", lexicon.Read("Data Analyst", 1).Matches[0].Role);
    }

    [Fact]
    public void A_role_s_own_title_needs_no_sources()
    {
        var matches = Lexicon.Read("Social worker", 2).Matches;

        Assert.Equal("catalogs/test/roles/social-worker", matches[0].Role);
        Assert.Equal(1, matches[0].Confidence);
    }

    private static Role Role(string id, string title, params (string Title, int Sources)[] others) =>
        new()
        {
            Name = $"catalogs/test/roles/{id}",
            Title = title,
            AlternateTitles = { others.Select(o => o.Title) },
            AttestedTitles =
            {
                others.Where(o => o.Sources > 1).Select(o => new AttestedTitle { Title = o.Title, SourceCount = o.Sources }),
            },
        };
}
