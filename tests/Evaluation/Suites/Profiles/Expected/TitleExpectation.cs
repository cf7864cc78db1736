using System.Text.Json.Serialization;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Sessions;
using CareerRecs.Types.V1;
using Grpc.Core;

namespace CareerRecs.Evaluation.Suites.Profiles.Expected;

/// <summary>A job title as people write it, and which role it means.</summary>
internal sealed record TitleExpectation : Expectation
{
    /// <summary>Kind in the file.</summary>
    public const string KindName = "title";

    private const int MostMatches = 3;

    /// <summary>The job title in a person's words.</summary>
    public required string Title { get; init; }

    /// <summary>Title patterns of the roles that are right in first place.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>The level that the title states: "SENIORITY_SENIOR", empty for none. Null: not compared.</summary>
    public string? Seniority { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => KindName;

    /// <inheritdoc/>
    public override Verdict Ask(Session session, CallOptions options)
    {
        var request = new ResolveTitleRequest
        {
            Catalog = CatalogName,
            Title = Title,
            MaxResults = MostMatches,
        };
        var answer = session.Catalog.ResolveTitle(request, options);
        var titles = answer.Matches.Select(m => m.Title).ToList();
        var stated = ToJsonName(answer.StatedSeniority);
        var rightLevel = Seniority is null || Seniority == stated;
        var passed = titles.Count > 0 && RolePatterns.Fits(titles[0], Accept) && rightLevel;
        var wrongLevel = rightLevel ? "" : $"  states {(stated.Length > 0 ? stated : "no level")}";
        return new Verdict(passed, Title, Join(titles) + wrongLevel);
    }

    private static string ToJsonName(Seniority seniority) =>
        seniority == default ? "" : "SENIORITY_" + seniority.ToString().ToUpperInvariant();
}
