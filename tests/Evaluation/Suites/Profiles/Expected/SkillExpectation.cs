using System.Text.Json.Serialization;
using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Sessions;
using Grpc.Core;

namespace CareerRecs.Evaluation.Suites.Profiles.Expected;

/// <summary>A skill as people write it, and which skill of the catalog it means.</summary>
internal sealed record SkillExpectation : Expectation
{
    /// <summary>Kind in the file.</summary>
    public const string KindName = "resolve";

    /// <summary>The skill in a person's words.</summary>
    public required string Text { get; init; }

    /// <summary>Title patterns of the skills that are right. Empty: any but the rejected ones, or none.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>Title patterns of the skills that are wrong.</summary>
    public IReadOnlyList<string> Reject { get; init; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Kind => KindName;

    /// <inheritdoc/>
    public override Verdict Ask(Session session, CallOptions options)
    {
        var request = new ResolveSkillsRequest { Catalog = CatalogName, Texts = { Text } };
        var title = session.Catalog.ResolveSkills(request, options).Resolutions[0].Title;
        var answered = title.Length > 0 ? title : "none";
        var accepted = Accept.Count == 0 || RolePatterns.Fits(answered, Accept);
        return new Verdict(accepted && !RolePatterns.Fits(answered, Reject), Text, answered);
    }
}
