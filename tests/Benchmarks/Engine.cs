using CareerRecs.Catalog.BuiltIn;
using CareerRecs.Catalog.Import;
using CareerRecs.Catalog.Import.Esco;
using CareerRecs.Catalog.Import.Onet;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Answers;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.ProfileMatching.Pay;
using CareerRecs.ProfileMatching.Recommendations;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Models;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Benchmarks;

/// <summary>The engines over one catalog, without a host around them: what an answer takes at the least.</summary>
internal sealed class Engine
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    private readonly Estimator _estimator = new(DefaultModel.Compile());

    private Engine(string id, ImportedCatalog imported)
        : this(
            CatalogSnapshot.Read(
                new CatalogVersion { Name = ResourceName.Version(id, imported.VersionId) },
                EntryStream.Write(imported.Entries)
            )
        ) { }

    private Engine(CatalogSnapshot snapshot) => Catalog = new CatalogHandle("shared", snapshot, MatchIndex.Build(snapshot));

    /// <summary>The catalog, compiled.</summary>
    public CatalogHandle Catalog { get; }

    /// <summary>Over the catalog that ships.</summary>
    public static Engine BuiltIn() => new(BuiltInCatalog.CatalogId, BuiltInCatalog.Read());

    /// <summary>Over the O*NET release in the data folder.</summary>
    public static Engine Onet(DirectoryInfo data)
    {
        using var archive = File.OpenRead(Path.Combine(data.FullName, "onet", "db_29_3_text.zip"));
        return new Engine(
            "onet",
            OnetImporter.Import(archive, new ImportSource("onet", Path.GetFileName(archive.Name), null), CancellationToken.None)
        );
    }

    /// <summary>Over the ESCO release in the data folder.</summary>
    public static Engine Esco(DirectoryInfo data)
    {
        using var archive = new DirectoryInfo(Path.Combine(data.FullName, "esco")).GetFiles("*.zip").Single().OpenRead();
        return new Engine(
            "esco",
            EscoImporter.Import(archive, new ImportSource("esco", Path.GetFileName(archive.Name), null), CancellationToken.None)
        );
    }

    /// <summary>Over a hundred thousand made-up roles of 25 skills each, out of 14,000.</summary>
    public static Engine Generated() => new(GeneratedCatalog.Make(roles: 100_000, skills: 14_000, skillsPerRole: 25));

    /// <summary>The person of a question, as the ranking sees them.</summary>
    public PersonEvidence Understand(Profile profile) => Understander.Read(profile, Catalog.Index, Today).Evidence;

    /// <summary>The best ten roles, nothing said about them.</summary>
    public List<RankedRole> Rank(PersonEvidence evidence)
    {
        using var person = new PersonView(Catalog.Index, evidence);
        return Ranker.Rank(person, 10, static _ => true);
    }

    /// <summary>A whole answer but for its pay: understood, ranked, explained.</summary>
    public RecommendRolesResponse Answer(RecommendRolesRequest request)
    {
        var understood = Understander.Read(request.Subject.InlineProfile, Catalog.Index, Today);
        return RecommendedRoles.Answer(request, new AskedAbout(understood, [], Revision: 0), Catalog);
    }

    /// <summary>Adds what each role of an answer pays.</summary>
    public void AddPay(RecommendRolesResponse answer, string location)
    {
        foreach (var recommendation in answer.Recommendations)
        {
            recommendation.Pay = Estimate(Catalog.Index.Roles[Catalog.Index.RoleIds[recommendation.Role]], location);
        }
    }

    /// <summary>What one role pays.</summary>
    public Salary.V1.SalaryResult Estimate(Role role, string location) =>
        _estimator.Estimate(PayLookup.Query(role, PayQuestion.For(new PayTerms("", location, "", default), Catalog.Version)));
}
